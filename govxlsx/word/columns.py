"""The measures of the three tables in twips: widths of columns and heights of rows.

Source of the widths: published reports follow the form's own proportions; the tables are as wide
as the type area.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from govxlsx.grid import Box, Grid
from govxlsx.word import page
from govxlsx.word.styles import LABEL_TIGHTENING, TABLE_LINE, TABLE_SIZE

_PROPORTIONS: dict[str, tuple[int, ...]] = {
    "applications": (23, 57, 137, 38, 47, 47, 66, 57, 38, 62),
}

CELL_MARGIN = 14
"""0.25 mm at the left and the right of every cell: the narrow columns need all their room."""

_BORDER = 10
_ROOMY = 214
"""The most that a row is higher than its text."""

_RESERVE = 200
"""What a full page keeps free, for programs that set lines a little wider."""

_HALF_WIDTH = 0.64
"""Width of a Latin character in ems: 0.5 in Times New Roman, more in what may stand in for it."""

_KEPT = 0.8
"""How far digits are condensed before they are made smaller."""

_SMALLEST = 11
"""The smallest size in half-points; a longer text is left to break."""


def widths(table_id: str, columns: int) -> tuple[int, ...]:
    """Return the widths of a table's columns, which add up to the type area exactly."""
    shares = _PROPORTIONS.get(table_id, ())
    if len(shares) != columns:
        shares = (1,) * columns
    edges = [
        round(page.TEXT_WIDTH * sum(shares[:count]) / sum(shares)) for count in range(columns + 1)
    ]
    return tuple(right - left for left, right in zip(edges, edges[1:], strict=False))


def ems(text: str) -> float:
    """Return the width of a text in ems, counting Latin characters as wide as they may get."""
    return sum(_HALF_WIDTH if character < "\u0100" else 1.0 for character in text)


def room(box: Box, columns: Sequence[int]) -> int:
    """Return the width that a box has for its text."""
    return sum(columns[box.column : box.column + box.columns]) - 2 * CELL_MARGIN


def lines(text: str, width: int) -> int:
    """Return how many lines a label needs in a width."""
    character = TABLE_SIZE * 10 + LABEL_TIGHTENING
    return max(1, math.ceil(ems(text) * character / width))


def heights(grid: Grid, columns: Sequence[int]) -> tuple[int, ...]:
    """Return the least height of each row: its text, and an equal share of what the page has left.

    The page is one that holds the part's title and the whole table, if that can be.
    """
    needed = [TABLE_LINE] * grid.height
    for box in grid.boxes:
        if box.rows == 1:
            high = lines(box.text, room(box, columns)) * TABLE_LINE
            needed[box.row] = max(needed[box.row], high)
    left = page.TEXT_HEIGHT - page.LINE - _RESERVE - sum(needed) - _BORDER * (grid.height + 1)
    spare = min(_ROOMY, max(0, left // grid.height))
    return tuple(height + spare for height in needed)


def squeeze(text: str, width: int) -> tuple[int, int]:
    """Return the scale (per cent) and the size (half-points) at which a figure fits one line.

    Digits are condensed a little first, then made smaller. What may break between Chinese
    characters, or would become too small to read, keeps 100 and the table's size.
    """
    share = width / max(1.0, ems(text) * TABLE_SIZE * 10)
    if share >= 1 or not text.isascii():
        return 100, TABLE_SIZE
    scale = max(share, _KEPT)
    size = int(TABLE_SIZE * share / scale)
    return (int(scale * 100), size) if size >= _SMALLEST else (100, TABLE_SIZE)
