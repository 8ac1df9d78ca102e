"""Which cells are marked, how strongly, and with what words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from govxlsx.addresses import Position, position
from govxlsx.checking.finding import Finding, Severity
from govxlsx.showing.annotation.wording import comment

_ORDER = list(Severity)
_MOST_NAMED = 8


@dataclass(slots=True)
class Mark:
    """What is said about one cell.

    ``wrong`` tells that an error is reported here; ``related`` names the cells whose errors this
    one is part of.
    """

    severity: Severity = Severity.INFO
    wrong: bool = False
    comments: list[str] = field(default_factory=list)
    related: dict[str, None] = field(default_factory=dict)

    def strengthen(self, severity: Severity) -> None:
        """Take over a severity that is stronger."""
        self.severity = min(self.severity, severity, key=_ORDER.index)

    @property
    def text(self) -> str:
        """The comment: findings first, then where the cell counts in. "" where there is none."""
        parts = list(self.comments)
        if self.related:
            named = "、".join(list(self.related)[:_MOST_NAMED])
            more = " 等" if len(self.related) > _MOST_NAMED else ""
            parts.append(f"这一格与 {named}{more} 的错误有关，请看那里的批注。")
        return "\n\n".join(parts)


Marks = Mapping[str, Mapping[Position, Mark]]
"""Marks by the sheet's name, as it is shown, and the cell."""


def place(cell: str | None) -> Position | None:
    """Return the position of a finding's cell, None where it has none that a sheet can hold."""
    try:
        return None if cell is None else position(cell)
    except ValueError:
        return None


def gather(findings: Iterable[Finding]) -> Marks:
    """Return the marks of all findings.

    All cells of a finding are coloured. Its own cell says what is wrong and what to do; the other
    cells of an error say where to look.
    """
    found: dict[str, dict[Position, Mark]] = {}
    for finding in findings:
        if finding.sheet is None:
            continue
        marks = found.setdefault(finding.sheet, {})
        own = place(finding.cell)
        others = {place(cell) for cell in finding.cells} - {None, own}
        for at in (own, *others):
            if at is not None:
                marks.setdefault(at, Mark()).strengthen(finding.severity)
        if own is not None:
            marks[own].comments.append(comment(finding))
            marks[own].wrong |= finding.severity is Severity.ERROR
        if finding.severity is Severity.ERROR:
            for at in others:
                if at is not None and finding.cell is not None:
                    marks[at].related[f"{finding.cell}（{finding.code}）"] = None
    return found
