"""Where each figure stands, as row and column: the cells that formulas and rules are made of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.form.grid import Box, grid
from govxlsx.form.layout import TABLE_TOP
from govxlsx.template.area import Area, Cell


def area_of(box: Box) -> Area:
    """Return the cells that a box of a grid takes up on its sheet."""
    top = TABLE_TOP + box.row
    return Area(top, box.column, top + box.rows - 1, box.column + box.columns - 1)


@cache
def _positions(edition_id: str) -> dict[str, Cell]:
    edition = edition_by_id(edition_id)
    boxes = (box for table in edition.tables for box in grid(edition, table.id).boxes)
    return {box.field: (TABLE_TOP + box.row, box.column) for box in boxes if box.field}


def cells(edition: Edition, fields: Iterable[str]) -> list[Cell]:
    """Return row and column, counted from 0, of each of the figures."""
    positions = _positions(edition.id)
    return [positions[field] for field in fields]


def sheet_of(edition: Edition, field: str) -> str:
    """Return the name of the sheet that a figure stands on."""
    return edition.part_of_table(edition.field_by_id[field].table).sheet
