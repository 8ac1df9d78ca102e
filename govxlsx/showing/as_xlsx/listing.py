"""A sheet that is one table: title, what it is, a header that stays, a filter, A4 in print."""

from collections.abc import Sequence
from dataclasses import dataclass

from govxlsx.addresses import Area
from govxlsx.report.interchange import CELL_LIMIT
from govxlsx.template.book import BookWriter
from govxlsx.template.measure import height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, HEAD, PLAIN, TOTAL, Style
from govxlsx.template.values import Value

HEADER, TOP = 2, 3
"""Where the header stands, and the first row below it."""

_LINE = 20.0
_HIGHEST = 400.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its label, its width in half-width characters, whether it is centred."""

    label: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """What a sheet is called, what its hint says, its columns; ``fixed`` of them stay in sight."""

    name: str
    columns: tuple[Column, ...]
    tab: str = "#1F3A5F"
    fixed: int = 1


def listing(
    book: BookWriter,
    table: ListSheet,
    hint: str,
    rows: Sequence[Sequence[Value]],
    last: Sequence[Value] | None = None,
) -> SheetWriter:
    """Write a sheet of one table; ``last`` is its total."""
    columns = table.columns
    sheet = book.sheet(table.name, table.tab)
    sheet.head(table.name, hint, tuple(each.width for each in columns))
    sheet.row(HEADER, (each.label for each in columns), HEAD)
    sheet.height(HEADER, max(height(each.label, each.width - 2, 24) for each in columns))
    for number, values in enumerate(rows, TOP):
        _row(sheet, number, columns, values)
    bottom = TOP + len(rows)
    if last is not None:
        _row(sheet, bottom, columns, last, TOTAL)
    if rows:
        sheet.filter(Area(HEADER, 0, bottom - 1, len(columns) - 1))
    sheet.freeze(TOP, table.fixed)
    sheet.print_as(None, landscape=True, repeat=(HEADER, HEADER))
    return sheet


def _row(
    sheet: SheetWriter,
    row: int,
    columns: Sequence[Column],
    values: Sequence[Value],
    style: Style | None = None,
) -> None:
    needed = _LINE
    for place, (column, value) in enumerate(zip(columns, values, strict=True)):
        told = value[:CELL_LIMIT] if isinstance(value, str) else value
        sheet.write(row, place, told, style or (CENTERED if column.centred else PLAIN))
        if isinstance(told, str):
            needed = max(needed, height(told, column.width - 2, _LINE))
    sheet.height(row, min(_HIGHEST, needed))
