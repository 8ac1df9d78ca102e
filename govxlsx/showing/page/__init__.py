"""The result of a check as one HTML page that needs nothing else: for a mail or an intranet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from urllib.parse import quote

from govxlsx import __version__
from govxlsx.checking.examination import Result
from govxlsx.checking.finding import Severity
from govxlsx.personal import masked
from govxlsx.showing.page import file, summary
from govxlsx.showing.page.head import head
from govxlsx.showing.page.markup import Element, as_text, gap, parted, tag

TITLE = "政府信息公开工作年度报告校验结果"


def render(
    results: Collection[Result], skipped: Sequence[str], only: Severity | None = None
) -> str:
    """Return the page of a check over several files. The same results give the same page."""
    return "".join(pieces(results, skipped, only))


def pieces(
    results: Collection[Result], skipped: Sequence[str], only: Severity | None = None
) -> Iterator[str]:
    """Yield the page of a check piece by piece; the results are gone through more than once.

    Persons' numbers are masked wherever they stand, in the drawn tables too: the page is sent on.
    """
    shell = tag("html", _head(results), _body(results, skipped), lang="zh-CN")
    before, between, after = map(masked, parted(shell))
    yield before
    for number, result in enumerate(results, 1):
        yield masked(as_text(summary.row(result, number)))
    yield between
    for number, result in enumerate(results, 1):
        yield masked(as_text(file.section(result, number, only, alone=len(results) == 1)))
    yield after


def index(results: Collection[Result], skipped: Sequence[str], names: Sequence[str]) -> str:
    """Return the page that leads to the pages of the files; ``names`` are theirs, in order."""
    shell = tag("html", head(TITLE), _body(results, skipped), lang="zh-CN")
    before, between, after = map(masked, parted(shell))
    rows = (
        masked(as_text(summary.row(result, number, quote(name))))
        for number, (result, name) in enumerate(zip(results, names, strict=True), 1)
    )
    return "".join((before, *rows, between, after))


def _head(results: Collection[Result]) -> Element:
    only = next(iter(results)).report if len(results) == 1 else None
    about = f"{only.agency.shown}{only.year or ''}年度" if only is not None else ""
    return head(f"{about}：{TITLE}" if about else TITLE)


def _body(results: Collection[Result], skipped: Sequence[str]) -> Element:
    return tag(
        "body",
        tag("a", "跳到校验结果", href="#content", class_="skip"),
        tag("header", tag("h1", TITLE), tag("p", summary.sentence(results), class_="lead")),
        tag(
            "main",
            summary.section(gap(), skipped),
            gap(),
            id="content",
            tabindex=-1,
        ),
        tag("footer", tag("p", f"由 govxlsx {__version__} 生成。数字按工作簿中保存的值。")),
    )
