"""What a rule is: its place in the catalogue, its words, and the function that looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from dataclasses import field as default
from functools import cached_property
from itertools import accumulate

from govxlsx import personal
from govxlsx.checking.finding import Severity
from govxlsx.checking.likeness import Submissions
from govxlsx.claims import Claim, extract_claims
from govxlsx.claims.listing import Listing, listings
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import EXPLANATIONS
from govxlsx.personal import Found
from govxlsx.report import arithmetic
from govxlsx.report.figure import Figure, Number, Paragraph, State
from govxlsx.report.model import NARRATIVES, Agency, Notice, Remark, Report


@dataclass(frozen=True, slots=True)
class Fact:
    """One fault, without words: where it is, what stands there, what should.

    ``words`` fills the placeholders of the rule's message and fix.
    """

    sheet: str | None = None
    cell: str | None = None
    field: str | None = None
    cells: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    found: Number | str | None = None
    expected: Number | str | None = None
    words: Mapping[str, str] = default(default_factory=dict)
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that a rule could not look at, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the part it belongs to: a key of NARRATIVES, or the numeral of a 备注."""

    part: str
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    def fact(self, start: int, end: int, **words: str) -> Fact:
        """Return the fact about a stretch of the text; the words ``quote`` and ``cell`` are set."""
        at, quote = self.paragraph.at, self.text[start:end]
        return Fact(
            sheet=at.sheet if at is not None else None,
            cell=at.cell if at is not None else None,
            found=quote,
            words={"quote": quote, "cell": at.cell if at is not None else "", **words},
        )


CARRIED_IN = "applications.carried_in."
"""How the fields begin that ``new --previous`` fills in."""

NO_PREVIOUS = "没有提供上年报告"
ALONE = "只检查了一个文件，没有可以比较的"


class Case:
    """A report under examination, with what several rules need.

    ``previous`` is last year's report of the same agency, or None, ``absent`` then says why.
    """

    def __init__(
        self, report: Report, previous: Report | None = None, absent: str = NO_PREVIOUS
    ) -> None:
        self.report = report
        self.edition: Edition = report.form
        self.previous, self.absent = previous, absent

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every paragraph of the narrative and of the notes, in the order of the document."""
        told = (
            Passage(key, each) for key in NARRATIVES for each in self.report.narrative.get(key, ())
        )
        noted = (Passage(numeral, note) for numeral, note in self.report.notes.items())
        return (*told, *noted)

    @cached_property
    def prose(self) -> str:
        """The text of every passage, one a line: tells at once that a word occurs nowhere."""
        return "\n".join(each.text for each in self.passages)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the prose each passage begins."""
        lengths = (len(each.text) + 1 for each in self.passages[:-1])
        return tuple(accumulate(lengths, initial=0))

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The passages, and after them the entries of 基本信息 and what explains warnings.

        ``part`` is then the entry's interchange key, or 情况说明.
        """
        report = self.report
        entries = (
            Passage(each.name, Paragraph(text, at=report.basics.get(each.name)))
            for each in fields(Agency)
            if (text := getattr(report.agency, each.name))
        )
        explained = (
            Passage(EXPLANATIONS, Paragraph(each.text, at=each.at)) for each in report.explanations
        )
        return (*self.passages, *entries, *explained)

    @cached_property
    def wording(self) -> str:
        """All texts, one a line: tells at once that a pattern occurs nowhere."""
        return "\n".join(each.text for each in self.texts)

    @cached_property
    def persons(self) -> tuple[tuple[Passage, Found], ...]:
        """The persons' numbers in the texts, and in cells of figures (``part`` is the field)."""
        strange = [
            Passage(field_id, Paragraph(figure.raw, at=figure.at))
            for field_id, figure in self.report.figures.items()
            if len(figure.raw) > 10
        ]
        looked = (*(self.texts if personal.occurs(self.wording) else ()), *strange)
        return tuple((each, found) for each in looked for found in personal.find(each.text))

    @cached_property
    def tallies(self) -> tuple[arithmetic.Tally, ...]:
        """Every prescribed sum, added up."""
        return arithmetic.tally(self.report)

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
        year = self.report.year
        if year is None:
            return ()
        found = extract_claims(self.prose, year, self.edition.id)
        return tuple(each for each in map(self._placed, found) if each[0].part != "preamble")

    @cached_property
    def listings(self) -> tuple[tuple[Passage, Listing], ...]:
        """Every total that the text breaks down into parts."""
        return tuple((each, found) for each in self.passages for found in listings(each.text))

    def _placed(self, claim: Claim) -> tuple[Passage, Claim]:
        """Return a claim of the prose with its passage, and its place in that."""
        number = bisect_right(self.starts, claim.start) - 1
        start = self.starts[number]
        places = claim.start - start, claim.end - start
        moved = Claim(claim.field, claim.value, *places, claim.alternatives)
        return self.passages[number], moved

    def remarks(self, notice: Notice) -> Iterator[Remark]:
        """Yield what the reader noticed of one kind."""
        return (remark for remark in self.report.remarks if remark.notice is notice)

    def figures(self, *states: State) -> Iterator[tuple[str, Figure]]:
        """Yield the figures in one of the states, in the form's order."""
        if self._states.isdisjoint(states):
            return iter(())
        return (
            (field_id, figure)
            for field_id, figure in self.report.figures.items()
            if figure.state in states
        )

    @cached_property
    def _states(self) -> frozenset[State]:
        """The states that occur: most reports have two of them."""
        return frozenset(figure.state for figure in self.report.figures.values())

    def name(self, field_id: str) -> str:
        """Name a figure in the form's own words."""
        each = self.edition.field_by_id[field_id]
        return f"“{each.row_label}”行“{each.column_label}”列"


Look = Callable[[Case], Iterable[Fact | Skipped]]

Across = Callable[[Submissions], Iterable[tuple[int, Fact | Skipped]]]
"""Looks at a batch; yields the position of a report with each thing that it has to say of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision. ``code`` is never reused; ``title`` names the fault; ``basis`` says who asks.

    ``message`` and ``fix`` have placeholders that facts fill. ``why``, ``bad`` and ``good`` are for
    ``govxlsx explain``. ``needs`` are features that the form must have (``Edition.features``): a
    rule holds for every edition that has them. A rule with ``across`` compares the reports of a
    batch; its ``look`` is ``alone``. One whose ``look`` is ``refused`` says by ``refusals`` what is
    said of a file, by the case of the UnusableWorkbookError; ``{fix}`` there stands for its own.
    """

    code: str
    title: str
    severity: Severity
    basis: str
    message: str
    fix: str
    why: str
    bad: str
    good: str
    look: Look
    needs: tuple[str, ...] = ()
    across: Across | None = None
    refusals: Mapping[str, str] = default(default_factory=dict)

    def applies_to(self, edition: Edition) -> bool:
        """Tell whether a form has what the rule needs."""
        return edition.features.issuperset(self.needs)

    @property
    def editions(self) -> tuple[str, ...]:
        """The ids of the editions to which the rule applies."""
        return tuple(each.id for each in editions() if self.applies_to(each))


def noticed(notice: Notice) -> Look:
    """Return a look that makes a fact of everything the reader noticed of one kind."""

    def look(case: Case) -> Iterator[Fact]:
        for remark in case.remarks(notice):
            yield Fact(
                sheet=remark.sheet or None,
                cell=remark.cells[0] if remark.cells else None,
                field=remark.fields[0] if remark.fields else None,
                cells=remark.cells,
                fields=remark.fields,
                words=remark.words,
            )

    return look


def either(*looks: Look) -> Look:
    """Return a look that sees what each of several sees."""

    def look(case: Case) -> Iterator[Fact | Skipped]:
        for each in looks:
            yield from each(case)

    return look


def figure_fact(case: Case, field_id: str, figure: Figure, **words: str) -> Fact:
    """Return the fact about one figure: its place, its name, and what stands in its cell."""
    at = figure.at
    return Fact(
        sheet=at.sheet if at is not None else None,
        cell=at.cell if at is not None else None,
        field=field_id,
        cells=(at.cell,) if at is not None else (),
        fields=(field_id,),
        found=figure.value if figure.value is not None else figure.raw or None,
        words={
            "name": case.name(field_id),
            "cell": at.cell if at is not None else "",
            "raw": figure.raw,
            "value": figure.text,
            **words,
        },
    )


def in_state(*states: State) -> Look:
    """Return a look that makes a fact of every figure in one of the states."""

    def look(case: Case) -> Iterator[Fact]:
        for field_id, figure in case.figures(*states):
            if figure.at is not None:
                yield figure_fact(case, field_id, figure)

    return look


def refused(_: Case) -> Iterator[Fact]:
    """Look for nothing: what breaks this rule is refused when the file is opened."""
    return iter(())


def alone(_: Case) -> Iterator[Skipped]:
    """Say of a report by itself that there is nothing to compare it with."""
    yield Skipped(ALONE)
