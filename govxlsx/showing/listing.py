"""Findings as people read them: errors, then warnings, then notes, each by sheet and cell.

Several broken sums that one cell mends are one item, led by that cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.addresses import Position, position
from govxlsx.checking.finding import SEVERITY_WORDS, Finding, Outcome, Severity
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition

_SEVERITIES = list(Severity)


@dataclass(frozen=True, slots=True)
class Item:
    """What one mend settles: a finding, or the broken sums that the cell ``cell`` mends.

    ``lead`` is what heads several findings; None for one, which says itself what to do.
    """

    findings: tuple[Finding, ...]
    cell: str | None
    lead: str | None = None

    @property
    def first(self) -> Finding:
        """The first finding, by which the item has its severity and its sheet."""
        return self.findings[0]

    @property
    def codes(self) -> str:
        """The codes of the findings, each once."""
        return "、".join(dict.fromkeys(each.code for each in self.findings))


def listed(
    findings: Iterable[Finding], edition: Edition, only: Severity | None = None
) -> list[Item]:
    """Return findings in the order in which they are read; ``only`` those of one severity."""
    groups: dict[object, list[Finding]] = {}
    for number, each in enumerate(findings):
        if only is None or each.severity is only:
            groups.setdefault(number if each.lead is None else each.cause, []).append(each)
    sheets = [layout.BASICS, *(part.sheet for part in edition.parts)]
    items = (
        _item(sorted(each, key=lambda one: _rank(one, one.cell, sheets)))
        for each in groups.values()
    )
    return sorted(items, key=lambda each: _rank(each.first, each.cell, sheets))


def in_order(
    findings: Iterable[Finding], edition: Edition, only: Severity | None = None
) -> list[Finding]:
    """Return findings one by one in the order of ``listed``."""
    return [each for item in listed(findings, edition, only) for each in item.findings]


def _item(findings: list[Finding]) -> Item:
    first = findings[0]
    if len(findings) == 1:
        return Item((first,), first.cell)
    lead = max((each.lead or "" for each in findings), key=len)
    return Item(tuple(findings), cause_cell(first), lead)


def cause_cell(finding: Finding) -> str | None:
    """Return the cell of a finding's cause, None where it has none or its place is not known."""
    if finding.cause is None or len(finding.cells) != len(finding.fields):
        return None
    return dict(zip(finding.fields, finding.cells, strict=True)).get(finding.cause)


def place(cell: str | None) -> Position | None:
    """Return the position of a finding's cell, None where it has none that a sheet can hold."""
    try:
        return None if cell is None else position(cell)
    except ValueError:
        return None


def _rank(
    finding: Finding, cell: str | None, sheets: list[str]
) -> tuple[int, int, str, Position, str]:
    """Order by severity, then by sheet: the whole workbook, the form's own, the others by name."""
    sheet = finding.sheet or ""
    known = sheets.index(sheet) if sheet in sheets else len(sheets)
    order = known if sheet else -1
    at = place(cell) or (-1, -1)
    return _SEVERITIES.index(finding.severity), order, sheet, at, finding.code


def counts(outcome: Outcome) -> str:
    """Return how many findings there are of each severity."""
    if not outcome.findings:
        return "没有发现问题"
    return "、".join(f"{word} {outcome.count(each)}" for each, word in SEVERITY_WORDS.items())
