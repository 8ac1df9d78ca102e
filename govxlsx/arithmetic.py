"""The form's prescribed sums, added up on the pandas frames, and the one cell that would mend them.

Source: the note in the corner of the table of part three, and its and part four's 总计.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govxlsx.editions.model import Relation, Sum
from govxlsx.figure import Figure, Number
from govxlsx.report import Report

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Tally:
    """One sum as it turns out. ``found`` is the totals' side, ``expected`` the parts' side.

    Both are None where a figure of the sum cannot be read. ``blank`` tells that the total is left
    blank, ``cause`` which field would mend every broken sum that holds it, ``mend``
    the value that it would have to take.
    """

    sum: Sum
    found: Number | None
    expected: Number | None
    blank: bool = False
    cause: str | None = None
    mend: Number | None = None

    @property
    def computed(self) -> bool:
        """False where a figure of the sum cannot be read."""
        return self.found is not None

    @property
    def broken(self) -> bool:
        """True where the totals are not what the parts add up to."""
        return self.found != self.expected


def _sides(relation: Relation, frame: pd.DataFrame) -> Iterator[tuple[Number, Number]]:
    """Yield the sum of the totals and of the parts for each item of a relation."""
    cells = frame.to_numpy(copy=True)
    cells[frame.isna().to_numpy()] = 0
    items, others = list(frame.index), list(frame.columns)
    if relation.axis == "column":
        cells, items, others = cells.T, others, items
    lines = cells[[items.index(name) for name in relation.over]]
    totals = lines[:, [others.index(name) for name in relation.totals]].sum(axis=1)
    parts = lines[:, [others.index(name) for name in relation.parts]].sum(axis=1)
    yield from zip(totals.tolist(), parts.tolist(), strict=True)


def tally(report: Report) -> tuple[Tally, ...]:
    """Add up every prescribed sum of a report; blank figures count as 0.

    Returns one Tally for each of ``edition.sums``, in that order.
    """
    edition, figures = report.form, report.figures
    sides = (
        side
        for relation in edition.relations
        for side in _sides(relation, report.frames[relation.table])
    )
    unreadable = {field_id for field_id, figure in figures.items() if not figure.readable}
    tallies = []
    for each, (found, expected) in zip(edition.sums, sides, strict=True):
        if not unreadable.isdisjoint(each.fields):
            tallies.append(Tally(each, None, None))
            continue
        blank = each.totals == (each.field,) and figures[each.field].value is None
        tallies.append(Tally(each, found, expected, blank))
    return _with_causes(tallies, figures)


def _with_causes(tallies: list[Tally], figures: Mapping[str, Figure]) -> tuple[Tally, ...]:
    """Name, for each broken sum, the one field whose change mends all broken sums holding it."""
    if not any(each.computed and each.broken for each in tallies):
        return tuple(tallies)
    holders: dict[str, list[Tally]] = {}
    for each in tallies:
        if each.computed:
            for field_id in each.sum.fields:
                holders.setdefault(field_id, []).append(each)
    causes: dict[tuple[str, str], list[tuple[str, Number]]] = {}
    for field_id, held in holders.items():
        if len(held) > 1 and all(each.broken for each in held):
            changes = {_change(each, field_id) for each in held}
            if len(changes) == 1:
                mend = (figures[field_id].value or 0) + changes.pop()
                for each in held:
                    key = (each.sum.code, each.sum.field)
                    causes.setdefault(key, []).append((field_id, mend))
    return tuple(
        _with_cause(each, causes.get((each.sum.code, each.sum.field), [])) for each in tallies
    )


def _with_cause(tally: Tally, causes: list[tuple[str, Number]]) -> Tally:
    if len(causes) != 1:
        return tally
    return replace(tally, cause=causes[0][0], mend=causes[0][1])


def _change(tally: Tally, field_id: str) -> Number:
    """Return by how much a field would have to change to mend a sum."""
    found, expected = tally.found or 0, tally.expected or 0
    return expected - found if field_id in tally.sum.totals else found - expected
