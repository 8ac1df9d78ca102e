"""The statistical period that a report states: 统计期限自2024年1月1日起至2024年12月31日止."""

from collections.abc import Iterator
from dataclasses import dataclass

from govxlsx.checking.case import Case, Passage, once, once_each
from govxlsx.patterns import regex
from govxlsx.report.model import NARRATIVES

Day = tuple[int, int]
"""Month and day."""

_KEY = "(?:统计|数据|报告期|期限)"
_STATED = regex(
    rf"{_KEY}[^。；;，,\n\d]{{0,15}}"
    r"(?:(\d+) *[年./-] *)?(\d{1,2}) *[月./-] *(\d{1,2}) *日?"
    r" *(?:零时|0时)?起?[，,]?(?:至|到|—+|－|-|~|～|截[至止]到?)"
    r"(?:同年|当年|本年)? *"
    r"(?:(\d+) *[年./-] *)?(\d{1,2}) *[月./-] *(\d{1,2}) *日?",
    needs=tuple("月./-"),
)
_ENDING = regex(
    rf"{_KEY}[^。；;，,\n\d]{{0,12}}(?:截[至止]到?|至|到)(?:(\d+) *年)?(\d{{1,2}})月(\d{{1,2}})日",
    needs=("月",),
)
_FIRST = 3
"""Where no opening paragraph is given, it often begins part one."""

WHOLE: tuple[Day, Day] = ((1, 1), (12, 31))


@dataclass(frozen=True, slots=True)
class Period:
    """One statement of the period; ``first`` is None where only its end is told.

    ``years`` are those written out; ``broken`` tells that one of them is no year at all.
    """

    passage: Passage
    span: tuple[int, int]
    years: tuple[int, ...]
    first: Day | None
    last: Day
    broken: bool

    @property
    def whole(self) -> bool:
        """Whether the period is the whole year, as far as it is told."""
        return self.last == WHOLE[1] and self.first in (None, WHOLE[0])


@once
def opening(case: Case) -> tuple[Passage, ...]:
    """Return the paragraphs in which a report speaks of itself: the opening, the first of 一."""
    own, first = (len(case.report.narrative.get(part, ())) for part in NARRATIVES[:2])
    return case.passages[: own + min(first, _FIRST)]


@once_each
def find(case: Case) -> Iterator[Period]:
    """Return the statements of the period where a report introduces itself."""
    for passage in opening(case):
        for match in _STATED.finditer(passage.text):
            first, last = (int(match[2]), int(match[3])), (int(match[5]), int(match[6]))
            yield _period(passage, match.span(), (match[1], match[4]), first, last)
        for match in _ENDING.finditer(passage.text):
            yield _period(passage, match.span(), (match[1],), None, (int(match[2]), int(match[3])))


def _period(
    passage: Passage,
    span: tuple[int, int],
    written: tuple[str | None, ...],
    first: Day | None,
    last: Day,
) -> Period:
    told = [year for year in written if year]
    years = tuple(int(year) for year in told)
    return Period(passage, span, years, first, last, any(len(year) != 4 for year in told))
