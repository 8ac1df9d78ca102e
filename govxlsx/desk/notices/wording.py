"""The text of what a body is told: received, returned with what to mend, still owed.

Every paragraph is one string; the numbered ones of ``mends`` stand in the order in which a clerk
goes through them, which is that of the screen: errors first, then warnings, each by sheet and cell,
what one mend settles under one number.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from govxlsx.checking.rule import Severity
from govxlsx.desk.archive.entry import Entry, Noted, Submission
from govxlsx.desk.naming import TITLE

_MOST = 40
"""So many mends are told; whoever has more opens the annotated copy or asks."""

_OTHER_YEAR = "B906"
"""The rule that says the same of a year as ``other_year``."""

_ATTENTION = "请注意："
_WITHIN = 6
"""So many places of one mend are told."""


def day(given: date) -> str:
    """Write a day as letters do: 2027年1月31日."""
    return f"{given.year}年{given.month}月{given.day}日"


def mends(findings: Sequence[Noted]) -> list[str]:
    """Return what to mend, numbered, errors first; explained warnings and notes are left out."""
    items = [*_items(findings, Severity.ERROR), *_items(findings, Severity.WARNING)]
    lines = [
        line for number, item in enumerate(items[:_MOST], 1) for line in _lines(f"{number}. ", item)
    ]
    if len(items) > _MOST:
        lines.append(f"……共 {len(items)} 条，其余的请用检查工具查看。")
    return lines


def _items(findings: Sequence[Noted], severity: Severity) -> list[list[Noted]]:
    """Return the findings of a severity that nobody has explained, by what mends them."""
    held: dict[int, list[Noted]] = {}
    for place, each in enumerate(findings):
        if each.severity == severity and each.explained is None:
            held.setdefault(each.item if each.item is not None else place, []).append(each)
    return [held[each] for each in sorted(held)]


def _lines(number: str, item: Sequence[Noted]) -> Iterator[str]:
    """Yield the paragraph of a mend; where it settles several findings, a paragraph for each."""
    first = item[0]
    mark = "（提醒）" if first.severity == Severity.WARNING else ""
    if len(item) == 1 or first.lead is None:
        fix = f"怎么改：{first.fix}" if first.fix else ""
        yield f"{number}{mark}{_place(first)}{first.message}{fix}"
        return
    yield f"{number}{mark}{first.sheet or ''}：{first.lead}"
    for place, each in enumerate(item[:_WITHIN], 1):
        yield f"（{place}）{_place(each)}{each.message}"
    if len(item) > _WITHIN:
        yield f"……这一条共 {len(item)} 处。"


def _place(finding: Noted) -> str:
    place = f"{finding.sheet or ''} {finding.cell or ''}".strip()
    return f"{place}：" if place else ""


def report_name(entry: Entry) -> str:
    """Return what the report is called, by the year where that is known."""
    return f"{entry.year}年度{TITLE}" if entry.year is not None else TITLE


def returned(
    entry: Entry, file: str, received: date, deadline: date | None, wanted: int | None = None
) -> Iterator[str]:
    """Yield what a body is told whose report was returned.

    ``wanted`` is the year of the report that is due, where this one is of another year.
    """
    came = f"你单位报送的{report_name(entry)}（“{file}”）已于{day(received)}收到。"
    if entry.error is not None:
        yield f"{came}这个文件不能用，现予退回：{entry.error}"
    else:
        if wanted is not None:
            yield f"{came}{other_year(entry, wanted)}"
            came = ""
        numbered = mends(_without_year(entry, wanted))
        yield f"{came}经检查，有以下问题需要修改，现予退回："
        yield from numbered
    yield f"请修改后{until(deadline)}重新报送。"


def accepted(
    entry: Entry,
    file: str,
    received: date,
    deadline: date | None = None,
    wanted: int | None = None,
) -> Iterator[str]:
    """Yield what a body is told whose report was accepted.

    ``wanted`` is the year of the report that is due by ``deadline``, where this one is of another.
    """
    yield (
        f"你单位报送的{report_name(entry)}（“{file}”）已于{day(received)}收到，"
        "经检查没有错误，已接收归档。"
    )
    if wanted is not None:
        yield f"{other_year(entry, wanted)}请{until(deadline)}报送{wanted}年度的报告。"
    warnings = mends(_without_year(entry, wanted))
    if warnings:
        yield "另有以下提醒，请核对；属实的不用修改，可以在“情况说明”中写明："
        yield from warnings


def other_year(entry: Entry, wanted: int) -> str:
    """Return what a body is told whose report is of another year than the one that is due."""
    return (
        f"{_ATTENTION}这一份的报告年度是{entry.year}，现在应当报送的是{wanted}年度的报告，尚未收到。"
        f"年度填错的，请在“基本信息”中改为{wanted}，再核对各表是不是{wanted}年的数；"
        f"交来的是以前年度的工作簿的，请换成{wanted}年度的。"
    )


def _without_year(entry: Entry, wanted: int | None) -> Sequence[Noted]:
    """Return the findings of an entry, without that its year is another where that is told."""
    return [each for each in entry.findings if wanted is None or each.code != _OTHER_YEAR]


def owed(year: int, deadline: date, on: date, instead: Submission | None = None) -> Iterator[str]:
    """Yield what a body is told that has not submitted yet.

    ``instead`` is what it submitted for another year.
    """
    late = (on - deadline).days
    if late > 0:
        yield (
            f"你单位{year}年度{TITLE}应于{day(deadline)}前报送，截至{day(on)}尚未收到，"
            f"已逾期{late}天。"
        )
        yield from _instead(instead, year)
        yield "请于收到本通知后尽快填报并报送；已经报送的，请告知报送的时间和方式。"
    else:
        left = f"还有{-late}天" if late else "今天是最后一天"
        yield (f"你单位{year}年度{TITLE}应于{day(deadline)}前报送，截至{day(on)}尚未收到，{left}。")
        yield from _instead(instead, year)
        yield "请按时填报并报送。"


def _instead(given: Submission | None, wanted: int) -> Iterator[str]:
    if given is not None:
        yield (
            f"你单位于{day(given.counted_on)}报送了一份“{file_of(given)}”，"
            f"{other_year(given, wanted).removeprefix(_ATTENTION)}"
        )


def file_of(entry: Entry) -> str:
    """Return the name of the file that was submitted, without its folders."""
    return PurePosixPath(entry.path.replace("\\", "/")).name


def until(deadline: date | None) -> str:
    """Return by when something is to be sent, "尽快" where no day is known."""
    return f"于{day(deadline)}前" if deadline is not None else "尽快"
