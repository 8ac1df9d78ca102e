"""Where each figure stands, as row and column: the cells that formulas are made of."""

from collections.abc import Iterable

from govxlsx.addresses import Area, Position, position, rectangles
from govxlsx.form.editions.model import Edition
from govxlsx.form.grid import Box
from govxlsx.form.layout import TABLE_TOP, places


def area_of(box: Box) -> Area:
    """Return the cells that a box of a grid takes up on its sheet."""
    top = TABLE_TOP + box.row
    return Area(top, box.column, top + box.rows - 1, box.column + box.columns - 1)


def cells(edition: Edition, fields: Iterable[str]) -> list[Position]:
    """Return row and column, counted from 0, of each of the figures."""
    at = places(edition.id)
    return [position(at[field].cell) for field in fields]


def sheet_of(edition: Edition, field: str) -> str:
    """Return the name of the sheet that a figure stands on."""
    return places(edition.id)[field].sheet


def references(
    cells: Iterable[Position],
    sheet: str = "",
    fixed_rows: bool = False,
    fixed_columns: bool = False,
) -> str:
    """Return the arguments of a formula over cells: ``D6:D7,D29:D30``, with the sheet if named."""
    prefix = f"'{sheet}'!" if sheet else ""
    return ",".join(
        prefix + area.reference(fixed_rows, fixed_columns) for area in rectangles(cells)
    )
