"""Submitted workbooks as the roll-up sees them: who, which year, what is wrong; figures apart.

Of each workbook a row of a wide frame is kept and little more, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import Finding, Outcome, code_and_place
from govxlsx.checking.rule import Severity
from govxlsx.desk.archive.entry import Noted
from govxlsx.report import wide
from govxlsx.report.figure import Figure, Number
from govxlsx.report.model import Agency, Report

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Candidate:
    """One workbook that could be read. ``row`` is its row in the frame of its edition.

    ``order`` tells which of two is the later one: the larger. ``errors`` are codes with places,
    ``odd`` the figures that cannot be read, or that carry their own unit or could.
    """

    path: str
    edition: str
    year: int | None
    agency: Agency
    sha256: str
    row: int = -1
    order: int = 0
    errors: tuple[str, ...] = ()
    odd: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def fault(self) -> str:
        """How many errors there are, and the first of them."""
        more = "等" if len(self.errors) > 3 else ""
        return f"有 {len(self.errors)} 处错误：{'、'.join(self.errors[:3])}{more}"


@dataclass(slots=True)
class Pile:
    """All submissions in the order they were given, their figures, and the unusable files.

    ``failed`` tells that a check was not run for an error of this program.
    """

    submissions: list[Candidate] = field(default_factory=list)
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    unusable: list[tuple[str, str]] = field(default_factory=list)
    failed: bool = False


def places(findings: Iterable[Finding | Noted]) -> tuple[str, ...]:
    """Return each error once as code and place: ``S301 三、依申请公开!K7``."""
    errors = (each for each in findings if each.severity == Severity.ERROR)
    return tuple(dict.fromkeys(code_and_place(each.code, each.sheet, each.cell) for each in errors))


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a checked workbook: its candidate and figures, or why it cannot be used."""

    path: str
    candidate: Candidate | None = None
    figures: Sequence[Number | None] = ()
    refusal: str = ""
    failed: bool = False


def seen(_: int, result: Result) -> Seen:
    """Return what is kept of a file; wherever it was checked."""
    report, outcome = result.report, result.outcome
    if report is None or outcome is None:
        return Seen(result.path, refusal=result.refusal)
    kept = _candidate(report, outcome)
    return Seen(result.path, kept, wide.row(report), failed=bool(outcome.rules.failed))


def gather(files: Iterable[Seen], order: Callable[[str], int]) -> Pile:
    """Put checked workbooks on a pile; ``order`` tells for a path which one came later."""
    pile = Pile()
    rows: dict[str, list[Sequence[Number | None]]] = {}
    for each in files:
        if each.candidate is None:
            pile.unusable.append((each.path, each.refusal))
            continue
        pile.failed = pile.failed or each.failed
        held = rows.setdefault(each.candidate.edition, [])
        placed = replace(each.candidate, row=len(held), order=order(each.path))
        pile.submissions.append(placed)
        held.append(each.figures)
    pile.frames = {edition: wide.of_rows(edition, held) for edition, held in rows.items()}
    return pile


def _candidate(report: Report, outcome: Outcome) -> Candidate:
    fields = report.form.field_by_id
    odd = {
        key: figure
        for key, figure in report.figures.items()
        if not figure.readable or not fields[key].unit
    }
    return Candidate(
        path=report.source,
        edition=report.edition,
        year=report.year,
        agency=replace(report.agency, name=report.agency.shown),
        sha256=report.sha256,
        errors=places(outcome.findings),
        odd=odd,
    )
