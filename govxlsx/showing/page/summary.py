"""What the page tells first: how many files, and how each of them stands."""

from collections.abc import Iterator, Sequence

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Severity
from govxlsx.showing.page import words
from govxlsx.showing.page.markup import Element, tag

_UNDRAWN = (
    "文件多，这一页没有画出表格。要画出表格的，每份一个网页：-o 后面写文件夹，例如 -o 结果/。"
)
_COLUMNS = ("文件", "机关", "年度", "结果", *SEVERITY_WORDS.values())


def anchor(number: int) -> str:
    """Return the anchor of the file with this number, counted from 1."""
    return f"f{number}"


def section(rows: Element, skipped: Sequence[str], *, drawn: bool) -> Element:
    """Return the table of all files around its rows; ``drawn`` tells that more is drawn of each."""
    caption = "各文件的校验结果；点文件名看详情"
    return tag(
        "section",
        tag("h2", "汇总", id="summary"),
        words.scrolled("汇总表，可左右滚动", caption, _COLUMNS, (rows,), "files"),
        tag("p", _UNDRAWN, class_="quiet") if not drawn else None,
        *_skipped(skipped),
    )


def row(result: Result, number: int, page: str = "") -> Element:
    """Return a file's row of the table, linked to its part of this page, or to its own."""
    report, outcome = result.report, result.outcome
    counts = (
        [str(outcome.count(severity)) for severity in Severity]
        if outcome is not None
        else ["—"] * len(Severity)
    )
    link = tag("a", result.path, href=page or f"#{anchor(number)}")
    return tag(
        "tr",
        tag("th", link, scope="row"),
        tag("td", (report.agency.shown or "（没有填）") if report is not None else "—"),
        tag("td", str(report.year or "不明") if report is not None else "—"),
        tag("td", words.status(result.status)),
        *(tag("td", count, class_="count") for count in counts),
    )


def _skipped(names: Sequence[str]) -> Iterator[Element]:
    if names:
        yield tag("p", f"另有 {len(names)} 个文件不是工作簿，已跳过：")
        yield words.listed(names)
