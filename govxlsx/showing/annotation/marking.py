"""Colours the cells of a worksheet's XML, and puts in results that no program has calculated.

Source: ECMA-376 Part 1, 18.3.1 (Worksheets).
"""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from govxlsx.addresses import Area, Position, address, area, position
from govxlsx.showing.annotation.marks import Mark
from govxlsx.showing.annotation.sheet_list import MAIN
from govxlsx.showing.annotation.styles import CopyStyles


class SheetCells:
    """The cells of a worksheet by position; a cell that is not there is made."""

    def __init__(self, root: etree._Element) -> None:
        data = root.find(f"{MAIN}sheetData")
        if data is None:
            raise LookupError("sheetData")
        self._data = data
        self._merged: list[Area] = [
            area(each.get("ref", "")) for each in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell")
        ]
        self._rows = dict(_numbered(data, "row", lambda text: int(text) - 1))
        self._cells: dict[int, dict[int, etree._Element]] = {}

    def first(self, at: Position) -> Position:
        """Return a position, or that of the first of the merged cells that it belongs to."""
        for top, left, bottom, right in self._merged:
            if top <= at[0] <= bottom and left <= at[1] <= right:
                return top, left
        return at

    def cell(self, at: Position) -> etree._Element:
        """Return a cell."""
        row, column = at
        held = self._row(row)
        cells = self._cells.get(row)
        if cells is None:
            cells = dict(_numbered(held, "c", lambda text: position(text)[1]))
            self._cells[row] = cells
        if column not in cells:
            made = held.makeelement(f"{MAIN}c", {"r": address(row, column)})
            _insert(held, made, cells, column)
            held.attrib.pop("spans", "")
        return cells[column]

    def _row(self, row: int) -> etree._Element:
        if row not in self._rows:
            made = self._data.makeelement(f"{MAIN}row", {"r": str(row + 1)})
            _insert(self._data, made, self._rows, row)
        return self._rows[row]


def _numbered(
    parent: etree._Element, name: str, number: Callable[[str], int]
) -> Iterator[tuple[int, etree._Element]]:
    """Yield rows or cells with their numbers; one that tells none follows the one before."""
    at = -1
    for each in parent.iterchildren(f"{MAIN}{name}"):
        told = each.get("r")
        at = at + 1 if told is None else number(told)
        yield at, each


def _insert(
    parent: etree._Element, made: etree._Element, held: dict[int, etree._Element], number: int
) -> None:
    after = next((each for at, each in held.items() if at > number), None)
    if after is None:
        parent.append(made)
    else:
        after.addprevious(made)
    held[number] = made


def mark(cells: SheetCells, marks: Mapping[Position, Mark], styles: CopyStyles) -> None:
    """Colour and frame the cells that are marked."""
    for at, each in marks.items():
        cell = cells.cell(cells.first(at))
        index = int(cell.get("s", "0"))
        cell.set("s", str(styles.marked(index, each.severity, wrong=each.wrong)))


def calculate(cells: SheetCells, results: Mapping[Position, str]) -> None:
    """Put numbers in as the stored results of formulas."""
    for at, number in results.items():
        cell = cells.cell(at)
        formula, value = cell.find(f"{MAIN}f"), cell.find(f"{MAIN}v")
        if formula is None:
            continue
        if value is None:
            value = cell.makeelement(f"{MAIN}v")
            formula.addnext(value)
        value.text = number
        cell.attrib.pop("t", "")
