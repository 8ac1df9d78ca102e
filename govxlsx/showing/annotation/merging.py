"""Merged cells of the copy keep the styles that they have.

openpyxl draws the borders of merged cells anew while it opens a workbook, cell by cell and side by
side: a third of the time of a copy, and the cells lose what else they had.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet._reader import WorksheetReader
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange


@contextmanager
def merged_as_they_are() -> Iterator[None]:
    """Open workbooks so, as long as it lasts."""
    reader: Any = WorksheetReader
    before = reader.bind_merged_cells
    reader.bind_merged_cells = _bind
    try:
        yield
    finally:
        reader.bind_merged_cells = before


def _bind(reader: Any) -> None:
    """Make merged cells of all but the first cell of each range."""
    if not reader.parser.merged_cells:
        return
    sheet, ranges = reader.ws, []
    for each in reader.parser.merged_cells.mergeCell:
        area = CellRange(each.ref)
        ranges.append(area)
        places = iter(area.cells)
        first = next(places)
        sheet.cell(*first)
        for row, column in places:
            old = sheet._cells.get((row, column))
            new: Any = MergedCell(sheet, row, column)
            if old is not None:
                new._style = copy(old._style)
            sheet._cells[row, column] = new
    sheet.merged_cells = MultiCellRange(ranges)
