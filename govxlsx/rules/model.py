"""What a rule is: its place in the catalogue, its words, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from functools import cached_property

from govxlsx import arithmetic
from govxlsx.editions.model import Edition
from govxlsx.figure import Figure, Number, Paragraph, State
from govxlsx.finding import Severity
from govxlsx.report import NARRATIVES, Notice, Remark, Report


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


NO_PREVIOUS = "没有提供上年报告"


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
    def tallies(self) -> tuple[arithmetic.Tally, ...]:
        """Every prescribed sum, added up."""
        return arithmetic.tally(self.report)

    def remarks(self, notice: Notice) -> Iterator[Remark]:
        """Yield what the reader noticed of one kind."""
        return (remark for remark in self.report.remarks if remark.notice is notice)

    def figures(self, *states: State) -> Iterator[tuple[str, Figure]]:
        """Yield the figures in one of the states, in the form's order."""
        return (
            (field_id, figure)
            for field_id, figure in self.report.figures.items()
            if figure.state in states
        )

    def name(self, field_id: str) -> str:
        """Name a figure in the form's own words."""
        each = self.edition.field_by_id[field_id]
        return f"“{each.row_label}”行“{each.column_label}”列"


Look = Callable[[Case], Iterable[Fact | Skipped]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision. ``code`` is never reused; ``title`` names the fault; ``basis`` says who asks.

    ``message`` and ``fix`` have placeholders that facts fill. ``why``, ``bad`` and ``good`` are for
    ``govxlsx explain``. ``editions`` () means: all of them.
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
    editions: tuple[str, ...] = ()


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
