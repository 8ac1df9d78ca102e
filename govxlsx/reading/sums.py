"""Sums that no spreadsheet has calculated: the template's own are recognised and added up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from govxlsx.addresses import Position, area
from govxlsx.form.editions.model import Edition
from govxlsx.reading.figures import whole_if_whole
from govxlsx.report.figure import Figure, State
from govxlsx.workbook import Cell

_SUM = re.compile(r"\+?SUM\(([^()]*)\)", re.IGNORECASE)
_MOST = 400


def _positions(arguments: str) -> set[Position] | None:
    """Return the cells that a SUM's arguments name; None if they are not plain references."""
    found: set[Position] = set()
    for argument in arguments.split(","):
        try:
            top, left, bottom, right = area(argument.strip().replace("$", ""))
        except ValueError:
            return None
        if (bottom - top + 1) * (right - left + 1) > _MOST:
            return None
        found.update(
            (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
        )
    return found


def own_parts(
    field_id: str, formula: str, edition: Edition, positions: Mapping[str, Position]
) -> tuple[str, ...] | None:
    """Return the parts of a total if ``formula`` is the form's own sum of them, else None."""
    match = _SUM.fullmatch(formula.replace(" ", ""))
    named = _positions(match[1]) if match else None
    if named is None:
        return None
    for each in edition.sums:
        if each.totals == (field_id,):
            places = {positions[part] for part in each.parts if part in positions}
            if len(places) == len(each.parts) and places == named:
                return each.parts
    return None


def calculate(
    edition: Edition,
    figures: dict[str, Figure],
    positions: Mapping[str, Position],
    formulas: Mapping[str, Cell],
) -> None:
    """Give the uncalculated totals of the template their value, those that feed others first.

    ``formulas`` holds the cells of the uncalculated figures by field id. What is not the
    template's own sum, or has a part that cannot be read, stays uncalculated.
    """
    waiting = {
        field_id: parts
        for field_id, cell in formulas.items()
        if (parts := own_parts(field_id, cell.formula or "", edition, positions)) is not None
    }
    while waiting:
        ready = [
            field_id
            for field_id, parts in waiting.items()
            if all(figures[part].readable for part in parts)
        ]
        if not ready:
            return
        for field_id in ready:
            values = (figures[part].value or 0 for part in waiting.pop(field_id))
            total = sum(map(Decimal, values), Decimal(0))
            old = figures[field_id]
            figures[field_id] = Figure(
                whole_if_whole(total), old.at, old.raw, State.SUMMED, calculated=True
            )
