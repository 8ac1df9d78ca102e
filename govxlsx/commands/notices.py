"""``govxlsx notices``: letters and drafts for the bodies that have something to do."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import ArchiveFolder, Force, RosterNeeded
from govxlsx.commands.streams import say
from govxlsx.output import refuse_existing, write_file


def notices(
    folder: ArchiveFolder,
    roster: RosterNeeded,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help="放通知的文件夹。", metavar="文件夹", show_default=False
        ),
    ],
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            help="截至哪一天，例如 2027-02-01；默认今天。它也是落款的日期。",
            metavar="日期",
            show_default=False,
        ),
    ] = "",
    year: Annotated[
        int | None,
        typer.Option("--year", help="报告年度；默认是截至那天的上一年。", metavar="年度"),
    ] = None,
    office: Annotated[
        str,
        typer.Option(
            "--office",
            help="发文机关，印在信头和落款；默认是名册中最上级的机关。",
            metavar="名称",
            show_default=False,
        ),
    ] = "",
    series: Annotated[
        str,
        typer.Option(
            "--series",
            help="发文机关代字，印在发文字号中，例如“东政公开函”；序号留空，发文时登记填写。",
            metavar="代字",
            show_default=False,
        ),
    ] = "",
    force: Force = False,
) -> None:
    """Write the notices."""
    from govxlsx.desk.archive.register import Register
    from govxlsx.desk.notices import issuing
    from govxlsx.desk.roster import load
    from govxlsx.desk.status import take_stock

    on = options.day(as_of, "--as-of")
    held, about = load(roster), year or on.year - 1
    with Register.open(folder) as register:
        status = take_stock(held, register.submissions(), about, on)
    signed = office or issuing.issuer(held)
    made = [
        (output / name, data, notice.kind)
        for notice in issuing.notices(status, signed)
        for name, data in issuing.files(notice, signed, about, on, series)
    ]
    for path, _, _ in made:
        refuse_existing(path, force=force)
    for path, data, _ in made:
        write_file(path, data, force=force)
    counts = Counter(kind for path, _, kind in made if path.suffix == ".docx")
    if not made:
        say(f"截至 {on}，没有未报的，也没有退回的，不用发通知。")
        return
    told = "、".join(f"{kind} {counts[kind]} 份" for kind in sorted(counts))
    say(f"已写入 {output}：{told}；每份有一封信（.docx）和一封邮件草稿（.eml），请核对后发送。")
