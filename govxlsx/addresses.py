"""Cell addresses and areas, and how they are told to people (B4:D9、F2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

ROWS, COLUMNS = 1 << 20, 1 << 14
"""The limits of a worksheet (ECMA-376 Part 1, 18.18.62 and the file format's own)."""

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")

Position = tuple[int, int]
"""Row and column, counted from 0."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0."""


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
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


def rectangles(cells: Iterable[Position]) -> list[Area]:
    """Cover the cells with rectangles, row by row: widest first, then as far down as it goes.

    Returns first row, first column, last row and last column of each, counted from 0.
    """
    left = set(cells)
    found: list[Area] = []
    for row, column in sorted(left):
        if (row, column) not in left:
            continue
        last_column = column
        while (row, last_column + 1) in left:
            last_column += 1
        last_row = row
        width = range(column, last_column + 1)
        while all((last_row + 1, each) in left for each in width):
            last_row += 1
        found.append((row, column, last_row, last_column))
        left.difference_update(
            (each_row, each) for each_row in range(row, last_row + 1) for each in width
        )
    return found


def area_text(area: Area) -> str:
    """Write an area as its address: B4 or B4:D9."""
    first, last = address(area[0], area[1]), address(area[2], area[3])
    return first if first == last else f"{first}:{last}"


def areas_text(cells: Iterable[Position], most: int = 12) -> str:
    """Write cells as a list of at most ``most`` areas."""
    areas = rectangles(cells)
    text = "、".join(map(area_text, areas[:most]))
    return text if len(areas) <= most else f"{text} 等 {len(areas)} 处"


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: the sheet's name as the clerk sees it, and the address (``K7``)."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"
