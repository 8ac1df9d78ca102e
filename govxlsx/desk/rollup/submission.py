"""Submitted workbooks as the roll-up sees them: who, which year, what is wrong; figures apart.

Of each workbook a row of a wide frame is kept and little more, however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import Finding, Outcome, Severity
from govxlsx.report import wide
from govxlsx.report.figure import Figure
from govxlsx.report.model import Agency, Report

if TYPE_CHECKING:
    import pandas as pd

_CHUNK = 256
"""So many reports are held whole until their figures are put into a frame."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One workbook that could be read. ``row`` is its row in the frame of its edition.

    ``order`` tells which of two is the later one: the larger. ``errors`` are codes with places,
    ``odd`` the figures that cannot be read, or that carry their own unit or could.
    """

    path: str
    row: int
    edition: str
    year: int | None
    agency: Agency
    sha256: str
    order: int
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


def places(outcome: Outcome) -> tuple[str, ...]:
    """Return each error of an outcome once as code and place: ``S301 三、依申请公开!K7``."""
    errors = (each for each in outcome.findings if each.severity is Severity.ERROR)
    return tuple(dict.fromkeys(map(_place, errors)))


def _place(finding: Finding) -> str:
    cell = f"!{finding.cell}" if finding.cell else ""
    return f"{finding.code} {finding.sheet or ''}{cell}".rstrip()


def gather(results: Iterable[Result], order: Callable[[str], int]) -> Pile:
    """Put checked workbooks on a pile; ``order`` tells for a path which one came later."""
    import pandas as pd

    pile = Pile()
    held: dict[str, list[Report]] = {}
    parts: dict[str, list[pd.DataFrame]] = {}
    rows: dict[str, int] = {}
    for result in results:
        report, outcome = result.report, result.outcome
        if report is None or outcome is None:
            pile.unusable.append((result.path, result.refusal))
            continue
        pile.failed = pile.failed or bool(outcome.rules.failed)
        row = rows.get(report.edition, 0)
        rows[report.edition] = row + 1
        pile.submissions.append(_submission(report, outcome, row, order(result.path)))
        waiting = held.setdefault(report.edition, [])
        waiting.append(report)
        if len(waiting) == _CHUNK:
            parts.setdefault(report.edition, []).append(wide.frame(waiting))
            waiting.clear()
    for edition, waiting in held.items():
        chunks = [*parts.get(edition, ()), *([wide.frame(waiting)] if waiting else ())]
        pile.frames[edition] = pd.concat(chunks, ignore_index=True)
    return pile


def _submission(report: Report, outcome: Outcome, row: int, order: int) -> Candidate:
    fields = report.form.field_by_id
    odd = {
        key: figure
        for key, figure in report.figures.items()
        if not figure.readable or not fields[key].unit
    }
    return Candidate(
        path=report.source,
        row=row,
        edition=report.edition,
        year=report.year,
        agency=replace(report.agency, name=report.agency.shown),
        sha256=report.sha256,
        order=order,
        errors=places(outcome),
        odd=odd,
    )
