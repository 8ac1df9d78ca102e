"""The measures of the form's tables in twips: widths of columns, heights of rows, room for text.

Source of the widths: published reports follow the proportions of the form; the tables are as wide
as the type area.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from govxlsx.form.grid import Box, Grid
from govxlsx.word import page, styles

_PROPORTIONS: dict[str, tuple[int, ...]] = {
    "applications": (23, 57, 137, 38, 47, 47, 66, 57, 38, 62),
}

CELL_MARGIN = 14
"""0.25 mm at the left and the right of every cell: the narrow columns need all their room."""

_BORDER = 10
_ROOMY = 160
"""The most that a row is higher than its text."""

_RESERVE = styles.NOTE_LINE + 160
"""What a full page keeps free: a line for the note, and what other programs may add."""

_LETTER, _DIGIT, _POINT = 0.76, 0.64, 0.32
"""Widths of Latin characters in ems, as wide as in what may stand in for Times New Roman."""

_KEPT = 0.8
"""How far digits are condensed before they are made smaller."""

_SMALLEST = 11
"""The smallest size in half-points; a longer text is left to break."""

_FIGURE_EM = styles.TABLE_SIZE * 10
LABEL_EM = _FIGURE_EM + styles.LABEL_TIGHTENING

_SLACK = 20


@dataclass(frozen=True, slots=True)
class Measures:
    """A table's drawing, the widths of its columns and the least heights of its rows."""

    grid: Grid
    widths: tuple[int, ...]
    heights: tuple[int, ...]

    def width(self, box: Box) -> int:
        """Return the width of a box."""
        return sum(self.widths[box.column : box.column + box.columns])

    def room(self, box: Box) -> int:
        """Return the width that a box has for its text."""
        return _room(box, self.widths)


def _room(box: Box, widths: tuple[int, ...]) -> int:
    width = sum(widths[box.column : box.column + box.columns]) - 2 * CELL_MARGIN
    return width if box.field or box.heading else width - styles.LABEL_INDENT


def _widths(table_id: str, columns: int) -> tuple[int, ...]:
    shares = _PROPORTIONS.get(table_id, ())
    if len(shares) != columns:
        shares = (1,) * columns
    edges = [
        round(page.TEXT_WIDTH * sum(shares[:count]) / sum(shares)) for count in range(columns + 1)
    ]
    return tuple(right - left for left, right in pairwise(edges))


def _em(character: str) -> float:
    if character > "\u00ff":
        return 1.0
    if character.isdigit():
        return _DIGIT
    return _POINT if character in ".," else _LETTER


def _ems(text: str) -> float:
    return sum(map(_em, text))


def lines(text: str, room: int, em: int = LABEL_EM) -> int:
    """Return how many lines a text needs in a room, both room and em in twips."""
    return max(1, math.ceil(_ems(text) * em / room))


def balance(text: str, room: int, em: int = LABEL_EM) -> int:
    """Return the indent at either side that makes a text's lines equally long: 商业/企业."""
    count = lines(text, room, em)
    longest = math.ceil(_ems(text) / count) * em
    return max(0, (room - longest) // 2 - _SLACK) if count > 1 else 0


def _heights(grid: Grid, widths: tuple[int, ...]) -> tuple[int, ...]:
    """Return what each row's text needs, and an equal share of what the page has left.

    The page is one that holds the part's title and the whole table, if that can be.
    """
    needed = [styles.TABLE_LINE] * grid.height
    for box in grid.boxes:
        if box.rows == 1:
            high = lines(box.text, _room(box, widths)) * styles.TABLE_LINE
            needed[box.row] = max(needed[box.row], high)
    around = page.LINE + styles.TITLE_GAP + _RESERVE + _BORDER * (grid.height + 1)
    left = page.TEXT_HEIGHT - around - sum(needed)
    spare = min(_ROOMY, max(0, left // grid.height))
    return tuple(height + spare for height in needed)


def measure(table_id: str, grid: Grid) -> Measures:
    """Return the measures of a table; its columns add up to the type area exactly."""
    widths = _widths(table_id, grid.width)
    return Measures(grid, widths, _heights(grid, widths))


def fitting(room: int) -> int:
    """Return how many characters of a figure fit the room, however wide they are."""
    return int(room / (_LETTER * _FIGURE_EM))


@lru_cache(maxsize=4096)
def squeeze(text: str, room: int) -> tuple[int, int]:
    """Return the scale (per cent) and the size (half-points) at which a figure fits one line.

    Digits are condensed a little first, then made smaller. What may break between Chinese
    characters, or would become too small to read, keeps 100 and the table's size.
    """
    if not text.isascii():
        return 100, styles.TABLE_SIZE
    share = room / max(1.0, _ems(text) * _FIGURE_EM)
    if share >= 1:
        return 100, styles.TABLE_SIZE
    scale = max(share, _KEPT)
    size = int(styles.TABLE_SIZE * share / scale)
    return (int(scale * 100), size) if size >= _SMALLEST else (100, styles.TABLE_SIZE)
