"""One usable file as the page shows it: its findings numbered, its figures with their marks."""

from dataclasses import dataclass
from functools import cached_property
from itertools import count

from govxlsx.checking.case import Case
from govxlsx.checking.finding import Finding, Outcome
from govxlsx.checking.rule import Severity
from govxlsx.report.arithmetic import Tally
from govxlsx.report.model import Report
from govxlsx.showing.listing import Item, listed

MOST_DRAWN = 20
"""Of so many files a page draws the tables."""


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding and its number on the page. ``fields`` are the figures that it marks."""

    number: int
    anchor: str
    finding: Finding
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """A file that could be read. ``number`` is its place among the files, from 1.

    ``only`` is the one severity that is shown, ``files`` how many files the page tells of. Beside
    others, not ``alone``, what is right is not told cell by cell; beside many no table is drawn.
    """

    number: int
    path: str
    report: Report
    outcome: Outcome
    only: Severity | None = None
    files: int = 1

    @property
    def alone(self) -> bool:
        """True where the file has the page for itself."""
        return self.files == 1

    @property
    def drawn(self) -> bool:
        """True where the page draws the tables: of hundreds they would be tens of megabytes."""
        return self.files <= MOST_DRAWN

    @property
    def anchor(self) -> str:
        """What every anchor of the file's part of the page begins with."""
        return f"f{self.number}"

    @cached_property
    def case(self) -> Case:
        """The report with its sums added up."""
        return Case(self.report)

    @cached_property
    def groups(self) -> tuple[tuple[Item, tuple[NumberedFinding, ...]], ...]:
        """The findings as they are read, those of one mend together, each with its number."""
        numbers = count(1)
        items = listed(self.outcome.findings, self.report.form, self.only)
        return tuple(
            (
                item,
                tuple(
                    NumberedFinding(number, f"{self.anchor}-p{number}", each, self._marked(each))
                    for each, number in zip(item.findings, numbers, strict=False)
                ),
            )
            for item in items
        )

    @property
    def problems(self) -> tuple[NumberedFinding, ...]:
        """The findings in the order in which they are read."""
        return tuple(each for _, held in self.groups for each in held)

    @cached_property
    def marks(self) -> dict[str, tuple[NumberedFinding, ...]]:
        """The problems of each marked figure, by field id, the gravest first."""
        found: dict[str, list[NumberedFinding]] = {}
        for problem in self.problems:
            for field_id in problem.fields:
                found.setdefault(field_id, []).append(problem)
        return {field_id: tuple(held) for field_id, held in found.items()}

    @cached_property
    def sums(self) -> dict[str, list[Tally]]:
        """The sums by the figure that they are named after."""
        found: dict[str, list[Tally]] = {}
        for tally in self.case.tallies:
            found.setdefault(tally.sum.field, []).append(tally)
        return found

    def figure_anchor(self, field_id: str) -> str:
        """Return the anchor of a figure's cell."""
        return f"{self.anchor}-{field_id}"

    def _marked(self, finding: Finding) -> tuple[str, ...]:
        """Return the figures that a finding is about: a broken sum's total, else all it names."""
        own = finding.field
        if any((each.code, each.field) == (finding.code, own) for each in self.report.form.sums):
            return (own,) if own is not None else ()
        return tuple(each for each in finding.fields if each in self.report.figures)
