"""``govxlsx status``: who of a roster has submitted to an archive, who is late or missing."""

from __future__ import annotations

import csv
import io
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Output
from govxlsx.commands.streams import deliver
from govxlsx.output import refuse_existing
from govxlsx.showing.colours import AMBER

if TYPE_CHECKING:
    from govxlsx.desk.status import Status
    from govxlsx.showing.screen import Screen

_TEXT_WIDTH = 120
_BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""

HEADER = (
    *("机关名称", "机关类别", "上级机关", "状态", "期限", "报送日期", "迟几天", "份数"),
    *("计入的文件", "退回日期", "退回的文件", "退回的问题"),
)


class Format(StrEnum):
    """How the status is written."""

    TEXT = "text"
    CSV = "csv"
    HTML = "html"


def status(
    folder: Annotated[
        Path, typer.Argument(help="归档文件夹。", metavar="归档", show_default=False)
    ],
    roster: Annotated[
        Path,
        typer.Option(
            "--roster", help="名册（.csv 或 .xlsx）。", metavar="文件", show_default=False
        ),
    ],
    year: Annotated[
        int | None,
        typer.Option("--year", help="报告年度；默认是 --on 那天的上一年。", metavar="年度"),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", help="看哪一天的情况，例如 2027-02-01；默认今天。", metavar="日期"),
    ] = None,
    format_: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text 给人看（默认），csv 用 Excel 打开，html 网页。",
            show_default=False,
        ),
    ] = Format.TEXT,
    output: Output = None,
    force: Force = False,
) -> None:
    """Tell who has submitted."""
    from govxlsx.desk.archive.register import NAME, Register
    from govxlsx.desk.roster import load
    from govxlsx.desk.status import take_stock

    if output is not None:
        refuse_existing(output, force=force, inputs=(roster, folder / NAME))
    day = date.today() if on is None else options.day(on, "--on")
    held = load(roster)
    with Register.open(folder) as register:
        found = take_stock(held, register.submissions(), year or day.year - 1, day)
    if format_ is Format.TEXT and output is None:
        from govxlsx.showing import screen

        _tell(screen.stdout(), found)
    else:
        deliver(_render(format_, found), output, force=force)


def _render(format_: Format, found: Status) -> str:
    if format_ is Format.CSV:
        return _csv(found)
    if format_ is Format.HTML:
        from govxlsx.desk.status.page import render

        return render(found)
    from govxlsx.showing.screen import Screen

    stream = io.StringIO()
    _tell(Screen(stream, _TEXT_WIDTH), found)
    return stream.getvalue()


def _tell(page: Screen, found: Status) -> None:
    """Print the status: the sentence of it all, every body, and what belongs to none."""
    from govxlsx.desk.status import STATE_WORDS

    counts = "、".join(f"{word} {found.count(state)}" for state, word in STATE_WORDS.items())
    page.line(f"{found.year} 年度报告，截至 {found.on}", "bold")
    page.line(f"名册中共 {len(found.standings)} 个机关：{counts}。")
    wide = page.console.width >= _TEXT_WIDTH
    labels = ("机关", "类别", "状态", "报送日期", "期限", "情况")
    rows = [
        (
            each.body.name,
            each.body.kind,
            STATE_WORDS[each.state],
            str(each.received or "—"),
            str(each.deadline),
            each.lateness,
        )
        for each in found.worst_first
    ]
    columns = [place for place, label in enumerate(labels) if wide or label != "类别"]
    page.table(
        [labels[place] for place in columns],
        [[row[place] for place in columns] for row in rows],
        fixed=("状态", "报送日期", "期限"),
    )
    told = [each for each in found.worst_first if each.sentences]
    if told:
        page.line("退回和更正的：", "bold")
    for standing in told:
        page.line(standing.body.name, indent=2)
        for sentence in standing.sentences:
            page.line(sentence, indent=4)
    for title, held in (
        ("名册中没有的机关", found.strangers),
        ("看不出机关或年度的报送", found.unknown),
    ):
        if held:
            page.line(f"{title}，{len(held)} 份：", f"bold {AMBER}")
        for each in held:
            reason = f"：{each.error}" if each.error else ""
            name = each.agency or "（没有机关名称）"
            page.line(f"{name}，{each.counted_on}，{each.path}{reason}", indent=2)


def _csv(found: Status) -> str:
    from govxlsx.desk.status import STATE_WORDS
    from govxlsx.showing.as_csv import safe

    stream = io.StringIO()
    stream.write(_BOM)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    for each in found.standings:
        returned = each.returned
        row = (
            *(each.body.name, each.body.kind, each.body.parent, STATE_WORDS[each.state]),
            *(str(each.deadline), str(each.received or ""), str(each.days_late)),
            *(str(each.submissions), each.counted.path if each.counted is not None else ""),
            str(returned.counted_on) if returned is not None else "",
            returned.path if returned is not None else "",
            "\n".join(each.faults),
        )
        writer.writerow(map(safe, row))
    for state, held in (("名册中没有", found.strangers), ("看不出机关或年度", found.unknown)):
        for one in held:
            told = (one.agency, "", "", state, "", str(one.counted_on), "", "1", one.path)
            writer.writerow(map(safe, (*told, "", "", "")))
    return stream.getvalue()
