"""A report under examination, with what several rules need: looked up once, for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property, wraps
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govxlsx import personal
from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.fact import Fact
from govxlsx.checking.plausible import SURE
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import EXPLANATIONS
from govxlsx.personal import Found, excerpt
from govxlsx.report.figure import Figure, Paragraph, State
from govxlsx.report.model import NARRATIVES, Agency, Notice, Remark, Report

if TYPE_CHECKING:
    from govxlsx.claims import Claim
    from govxlsx.claims.listing import Listing
    from govxlsx.report.arithmetic import Tally

CARRIED_IN = "applications.carried_in."
"""How the fields begin that ``new --previous`` fills in."""

_ENTRIES = tuple(each.name for each in fields(Agency))
"""The entries of 基本信息."""

NO_PREVIOUS = "没有提供上年报告"
_PERSONAL = 11
"""No number of a person is shorter."""

_T = TypeVar("_T")


class Passage(NamedTuple):
    """A paragraph and the part it belongs to: a key of NARRATIVES, or the numeral of a 备注."""

    part: str
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    def fact(self, start: int, end: int, **words: str) -> Fact:
        """Return the fact about a stretch of the text.

        The words ``quote`` and ``cell`` are set, ``times`` and ``where`` as for one place.
        """
        quote, at = excerpt(self.text, start, end), self.paragraph.at
        given = {"quote": quote, "times": "", "where": at.cell if at is not None else "", **words}
        return Fact.placed(at, found=quote, words=given)


class Case:
    """A report under examination, with what several rules need.

    ``previous`` is last year's report of the same agency, or None, ``absent`` then says why.
    ``enrolled`` is what the roster says of the agency, None without a roster.
    """

    def __init__(
        self,
        report: Report,
        previous: Report | None = None,
        absent: str = NO_PREVIOUS,
        enrolled: Enrolled | None = None,
    ) -> None:
        self.report = report
        self.edition: Edition = report.form
        self.previous, self.absent = previous, absent
        self.enrolled = enrolled
        self.seen: dict[Callable[[Case], Any], Any] = {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph of the narrative and of the notes, in the order of the document."""
        told = (
            Passage(key, each) for key in NARRATIVES for each in self.report.narrative.get(key, ())
        )
        noted = (Passage(numeral, note) for numeral, note in self.report.notes.items())
        return (*told, *noted)

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The text of each narrative part, a paragraph a line, "" where it has none."""
        told = self.report.narrative
        return {key: "\n".join(each.text for each in told.get(key, ())) for key in NARRATIVES}

    @cached_property
    def prose(self) -> str:
        """The text of every passage, one a line: tells at once that a word occurs nowhere."""
        return "\n".join(each.text for each in self.passages)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the wording, of which the prose is the beginning, each text begins."""
        return tuple(accumulate((len(each.text) + 1 for each in self.texts[:-1]), initial=0))

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The passages, and after them the entries of 基本信息 and what explains warnings.

        ``part`` is then the entry's interchange key, or 情况说明.
        """
        explained = (
            Passage(EXPLANATIONS, Paragraph(each.text, at=each.at))
            for each in self.report.explanations
        )
        return (*self.passages, *self.entries, *explained)

    @cached_property
    def entries(self) -> tuple[Passage, ...]:
        """The entries of 基本信息 that are given but for the year; ``part`` is their key."""
        report = self.report
        return tuple(
            Passage(name, Paragraph(text, at=report.basics.get(name)))
            for name in _ENTRIES
            if (text := getattr(report.agency, name))
        )

    @cached_property
    def wording(self) -> str:
        """All texts, one a line: tells at once that a pattern occurs nowhere."""
        return "\n".join(each.text for each in self.texts)

    @cached_property
    def persons(self) -> tuple[tuple[Passage, Found], ...]:
        """The persons' numbers in the texts, and in cells of figures (``part`` is the field)."""
        strange = [
            Passage(field_id, Paragraph(figure.raw, at=figure.at))
            for field_id, figure in self.odd
            if len(figure.raw) >= _PERSONAL
        ]
        places = personal.places(self.wording)
        held = dict.fromkeys(bisect_right(self.starts, at) - 1 for at in places)
        looked = (*(self.texts[each] for each in held), *strange)
        return tuple((each, found) for each in looked for found in personal.find(each.text))

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Every prescribed sum, added up."""
        from govxlsx.report.arithmetic import tally

        return tally(self.report)

    @cached_property
    def never_filled(self) -> bool:
        """True for a template as it was made: no text, no figure but what was carried over."""
        report = self.report
        if any(report.narrative.values()) or report.notes:
            return False
        return all(
            figure.readable and (not figure.value or field_id.startswith(CARRIED_IN))
            for field_id, figure in report.figures.items()
        )

    @cached_property
    def claims(self) -> tuple[tuple[Passage, Claim], ...]:
        """What the text claims, but for the opening paragraph; () without a report year."""
        from govxlsx.claims import extract_claims

        year = self.report.year
        if year is None:
            return ()
        found = extract_claims(self.prose, year, self.edition.id)
        return tuple(self._placed(found))

    @cached_property
    def listings(self) -> tuple[tuple[Passage, Listing], ...]:
        """Every total that the text breaks down into parts."""
        from govxlsx.claims.listing import listings

        return tuple((each, found) for each in self.passages for found in listings(each.text))

    def _placed(self, claims: Iterable[Claim]) -> Iterator[tuple[Passage, Claim]]:
        """Yield the claims of the prose with their passages, and their places in these."""
        from govxlsx.claims import Claim

        starts = self.starts
        for each in claims:
            number = bisect_right(starts, each.start) - 1
            passage, start = self.passages[number], starts[number]
            if passage.part != "preamble":
                places = each.start - start, each.end - start
                yield passage, Claim(each.field, each.value, *places, each.alternatives)

    def remarks(self, notice: Notice) -> Sequence[Remark]:
        """Return what the reader noticed of one kind."""
        return self._remarks.get(notice, ())

    @cached_property
    def _remarks(self) -> Mapping[Notice, Sequence[Remark]]:
        found: dict[Notice, list[Remark]] = {}
        for each in self.report.remarks:
            found.setdefault(each.notice, []).append(each)
        return found

    def figures(self, *states: State) -> Iterator[tuple[str, Figure]]:
        """Yield the figures in one of the states, NUMBER aside, in the form's order."""
        if self._states.isdisjoint(states):
            return iter(())
        return (each for each in self.odd if each[1].state in states)

    @cached_property
    def odd(self) -> tuple[tuple[str, Figure], ...]:
        """The figures that are not plain numbers such as any cell may hold, in the form's order."""
        number = State.NUMBER  # twice the time where it is looked up for each figure
        return tuple(
            (field_id, figure)
            for field_id, figure in self.report.figures.items()
            if figure.state is not number
            or not isinstance(figure.value, int)
            or not 0 <= figure.value < SURE
            or len(figure.raw) >= _PERSONAL
        )

    @cached_property
    def _states(self) -> frozenset[State]:
        """The states that occur but for plain numbers: few or none."""
        return frozenset(figure.state for _, figure in self.odd)

    def name(self, field_id: str) -> str:
        """Name a figure in the form's own words."""
        return self.edition.field_by_id[field_id].name


def once_each(look: Callable[[Case], Iterable[_T]]) -> Callable[[Case], tuple[_T, ...]]:
    """Return likewise a function that goes once a case through what another one yields."""
    return once(lambda case: tuple(look(case)))


def once(look: Callable[[Case], _T]) -> Callable[[Case], _T]:
    """Return a function that several rules ask so that it looks once a case."""

    @wraps(look)
    def known(case: Case) -> _T:
        try:
            found: _T = case.seen[look]
        except KeyError:
            found = case.seen[look] = look(case)
        return found

    return known
