"""Cell addresses and areas, and how they are told to people (B4:D9、F2)."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from govxlsx.patterns import regex

ROWS, COLUMNS = 1 << 20, 1 << 14
"""The limits of a worksheet (ECMA-376 Part 1, 18.18.62 and the file format's own)."""

_MOST = 12
"""So many areas are written out."""

_ADDRESS = regex(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")

Position = tuple[int, int]
"""Row and column, counted from 0."""


class Area(NamedTuple):
    """A rectangle of cells, counted from 0, all four edges included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def single(self) -> bool:
        """True where the area is one cell."""
        return (self.top, self.left) == (self.bottom, self.right)

    def reference(self, fixed_rows: bool = False, fixed_columns: bool = False) -> str:
        """Return the A1 reference: ``D6:I6``, with dollar signs where rows or columns are fixed."""
        ends = ((self.top, self.left), (self.bottom, self.right))
        names = [
            f"{'$' * fixed_columns}{column_letters(column)}{'$' * fixed_rows}{row + 1}"
            for row, column in ends
        ]
        return names[0] if self.single else ":".join(names)


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1 << 16)
def address(row: int, column: int) -> str:
    """Return the A1 address of a cell counted from 0."""
    return f"{column_letters(column)}{row + 1}"


@lru_cache(maxsize=1 << 16)
def position(address: str) -> Position:
    """Return the position of an A1 address. Raises ValueError outside a sheet's limits."""
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    if match is None:
        raise ValueError(address)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    if row > ROWS or column > COLUMNS:
        raise ValueError(address)
    return row - 1, column - 1


def area(reference: str) -> Area:
    """Return the area of ``A1:B2`` or ``A1``. Raises ValueError for anything else."""
    first, _, last = reference.partition(":")
    top, left = position(first)
    bottom, right = position(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def rectangles(cells: Iterable[Position]) -> list[Area]:
    """Cover the cells with few rectangles: runs in a row, then equal runs below each other."""
    runs: list[Area] = []
    for row, column in sorted(set(cells)):
        last = runs[-1] if runs else None
        if last and last.top == row and last.right == column - 1:
            runs[-1] = Area(row, last.left, row, column)
        else:
            runs.append(Area(row, column, row, column))
    blocks: list[Area] = []
    for run in sorted(runs, key=lambda each: (each.left, each.right, each.top)):
        last = blocks[-1] if blocks else None
        same = last and (last.left, last.right) == (run.left, run.right)
        if last and same and last.bottom == run.top - 1:
            blocks[-1] = Area(last.top, run.left, run.bottom, run.right)
        else:
            blocks.append(run)
    return sorted(blocks)


def lines(cells: Iterable[Position], *, upright: bool) -> list[list[Position]]:
    """Return cells as the columns (``upright``) or the rows in which they stand, in order."""
    across, along = (1, 0) if upright else (0, 1)
    order = sorted(cells, key=lambda at: (at[across], at[along]))
    return [list(line) for _, line in groupby(order, lambda at: at[across])]


def areas_text(cells: Iterable[Position]) -> str:
    """Write cells as a list of areas, the first ones of many."""
    areas = rectangles(cells)
    text = "、".join(each.reference() for each in areas[:_MOST])
    return text if len(areas) <= _MOST else f"{text} 等 {len(areas)} 处"


@lru_cache(maxsize=1 << 10)
def sum_areas(cells: tuple[str, ...]) -> str:
    """Write the cells of a sum as areas; in most workbooks sums stand in the same ones."""
    return areas_text(map(position, cells))


class Place(NamedTuple):
    """A cell: the sheet's name as the clerk sees it, and the address (``K7``)."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"
