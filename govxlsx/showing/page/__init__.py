"""The result of a check as one HTML page that needs nothing else: for a mail or an intranet."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from govxlsx.checking.examination import Result
from govxlsx.checking.rule import Severity
from govxlsx.personal import masked
from govxlsx.showing.listing import summed
from govxlsx.showing.page import file, summary
from govxlsx.showing.page.markup import as_text, gap, parted
from govxlsx.showing.page.subject import MOST_DRAWN
from govxlsx.showing.page.whole import whole

TITLE = "政府信息公开工作年度报告校验结果"


class PagePart(NamedTuple):
    """One file's part of the page: its status, the title of a page of its own, row, section."""

    status: str
    title: str
    row: str
    section: str


def render(results: Sequence[Result], skipped: Sequence[str], only: Severity | None = None) -> str:
    """Return the page of a check over several files. The same results give the same page."""
    parts = [part(only, len(results), number, each) for number, each in enumerate(results)]
    return "".join(assembled(parts, skipped))


def part(only: Severity | None, files: int, number: int, result: Result) -> PagePart:
    """Return the part of the file at a position among the ``files`` of the page.

    Persons' numbers are masked wherever they stand, in the drawn tables too: the page is sent on.
    """
    report = result.report
    about = f"{report.agency.shown}{report.year or ''}年度" if report is not None else ""
    return PagePart(
        result.status,
        f"{about}：{TITLE}" if about else TITLE,
        masked(as_text(summary.row(result, number + 1))),
        masked(as_text(file.section(result, number + 1, only, files))),
    )


def assembled(parts: Collection[PagePart], skipped: Sequence[str]) -> Iterator[str]:
    """Yield the page piece by piece; the parts are gone through more than once."""
    title = next(iter(parts)).title if len(parts) == 1 else TITLE
    statuses = Counter(each.status for each in parts)
    drawn = len(parts) <= MOST_DRAWN
    before, between, after = _shell(title, statuses, skipped, drawn=drawn)
    yield before
    for each in parts:
        yield each.row
    yield between
    for each in parts:
        yield each.section
    yield after


def row(result: Result, number: int, name: str) -> str:
    """Return a file's row of the index; ``name`` is that of its page."""
    return masked(as_text(summary.row(result, number + 1, quote(name))))


def index(rows: Iterable[str], statuses: Counter[str], skipped: Sequence[str]) -> Iterator[str]:
    """Yield the page that leads to the pages of the files, given their rows."""
    before, between, after = _shell(TITLE, statuses, skipped, drawn=True)
    yield before
    yield from rows
    yield between + after


def _shell(
    title: str, statuses: Counter[str], skipped: Sequence[str], *, drawn: bool
) -> Iterator[str]:
    """Return what stands before the rows, between them and the sections, and after these."""
    main = (summary.section(gap(), skipped, drawn=drawn), gap())
    foot = "数字按工作簿中保存的值。"
    shell = whole(title, TITLE, f"{summed(statuses)}。", main, "校验结果", foot)
    return map(masked, parted(shell))
