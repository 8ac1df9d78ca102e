"""``govxlsx notices``: letters and drafts for the bodies that have something to do."""

from collections import Counter
from pathlib import Path
from typing import Annotated

from govxlsx.commands import options
from govxlsx.commands.options import ArchiveFolder, Force, RosterNeeded, option
from govxlsx.commands.streams import say
from govxlsx.desk.notices import issuing
from govxlsx.desk.roster.file import load
from govxlsx.desk.status import take_stock
from govxlsx.output import refuse_existing, write_file

_NAMED = 20
"""So many bodies without an address are named."""


def notices(
    folder: ArchiveFolder,
    roster: RosterNeeded,
    output: Annotated[Path, option("--output", "文件夹", "放通知的文件夹。", short="-o")],
    as_of: Annotated[
        str, option("--as-of", "日期", "截至哪一天，例如 2027-02-01；默认今天。它也是落款的日期。")
    ] = "",
    year: Annotated[
        int | None, option("--year", "年度", "报告年度；默认是截至那天的上一年。")
    ] = None,
    office: Annotated[
        str, option("--office", "名称", "发文机关，印在信头和落款；默认是名册中最上级的机关。")
    ] = "",
    series: Annotated[
        str,
        option(
            "--series",
            "代字",
            "发文机关代字，印在发文字号中，例如“东政公开函”；序号留空，发文时登记填写。",
        ),
    ] = "",
    force: Force = False,
) -> None:
    """Write the notices."""
    on = options.day(as_of, "--as-of")
    held, about = load(roster), year or on.year - 1
    status = take_stock(held, folder, about, on)
    signed = office or issuing.issuer(held)
    found = list(issuing.notices(status, signed))
    made = [
        (output / name, data, notice.kind)
        for notice in found
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
    nobody = [each.body.name for each in found if not each.body.addresses]
    if nobody:
        more = f"等 {len(nobody)} 个机关" if len(nobody) > _NAMED else ""
        say(
            f"名册里没有邮箱，草稿没有收件人的：{'、'.join(nobody[:_NAMED])}{more}。"
            "请在名册的“邮箱”一栏补上再写一次，或者在草稿里填上收件人。"
        )
