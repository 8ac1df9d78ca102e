"""The measures of the form's tables in twips: widths of columns, heights of rows, room for text.

Source of the widths: published reports follow the proportions of the form; the tables are as wide
as the type area.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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

_AIR = 160
"""What a full page keeps free for what other programs may add."""

_LETTER, _DIGIT, _POINT = 76, 64, 32
"""Widths of Latin characters in hundredths of an em, as wide as in what may stand in for Times New
Roman."""

_USUAL_LATIN = 0.8
"""Latin letters and digits take so much of the width that is reserved for them in any face."""

_DIGITS = b"0123456789\xb2\xb3\xb9"

LABEL_EM = styles.TABLE_SIZE * 10 + styles.LABEL_TIGHTENING

_SLACK = 20


class Setting(NamedTuple):
    """How a whole table is set: size in half-points, width of its figures in per cent.

    ``note`` counts the lines below the table that its page must hold, ``roomy`` is the most twips
    that a row is higher than its text.
    """

    size: int = styles.TABLE_SIZE
    scale: int = 100
    note: int = 0
    roomy: int = _ROOMY

    @property
    def line(self) -> int:
        """The exact height of a line of table text."""
        return math.ceil(styles.TABLE_LINE * self.size / styles.TABLE_SIZE)

    @property
    def em(self) -> int:
        """The width of a label's character."""
        return self.size * 10 + styles.LABEL_TIGHTENING


USUAL = Setting()


@dataclass(frozen=True, slots=True)
class Measures:
    """A table's drawing and setting, the widths of its columns and the least heights of its rows.

    ``left`` is what a page with the part's title, the table and its note has left over; below 0
    where they do not fit one page.
    """

    grid: Grid
    setting: Setting
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    left: int

    @property
    def height(self) -> int:
        """The height of the table with its lines."""
        return sum(self.heights) + _BORDER * (self.grid.height + 1)

    def width(self, box: Box) -> int:
        """Return the width of a box."""
        return sum(self.widths[box.column : box.column + box.columns])

    def room(self, box: Box) -> int:
        """Return the width that a box has for its text."""
        return _room(box, self.widths)


def _room(box: Box, widths: tuple[int, ...]) -> int:
    width = sum(widths[box.column : box.column + box.columns]) - 2 * CELL_MARGIN
    return width if box.field or box.heading else width - styles.LABEL_INDENT


def _shares(table_id: str, grid: Grid, size: int) -> tuple[float, ...]:
    """Return the proportions of the columns.

    Where the text is smaller than usual, its labels need less: the columns of figures take what is
    left in equal parts, as every one of them may have to hold a long figure.
    """
    shares = _PROPORTIONS.get(table_id, ())
    if len(shares) != grid.width:
        return (1,) * grid.width
    if size == styles.TABLE_SIZE:
        return shares
    labels = [share * size / styles.TABLE_SIZE for share in shares[: grid.label_width]]
    figures = grid.width - grid.label_width
    return (*labels, *((sum(shares) - sum(labels)) / figures,) * figures)


def _widths(shares: tuple[float, ...]) -> tuple[int, ...]:
    edges = [
        round(page.TEXT_WIDTH * sum(shares[:count]) / sum(shares))
        for count in range(len(shares) + 1)
    ]
    return tuple(right - left for left, right in pairwise(edges))


def wide_and_narrow(text: str) -> tuple[int, float]:
    """Return the widths in ems of a text's Chinese and of its Latin characters.

    The latter are as wide as any face may set them.
    """
    latin = text.encode("latin-1", "ignore")
    if not latin:
        return len(text), 0
    others = latin.translate(None, _DIGITS)
    points = others.count(b".") + others.count(b",")
    digits, letters = len(latin) - len(others), len(others) - points
    return len(text) - len(latin), (_DIGIT * digits + _POINT * points + _LETTER * letters) / 100


def ems(text: str) -> float:
    """Return the width of a text in ems, as wide as any face may set it."""
    return sum(wide_and_narrow(text))


def usual_ems(text: str) -> float:
    """Return the usual width of a text in ems."""
    chinese, latin = wide_and_narrow(text)
    return chinese + _USUAL_LATIN * latin


def lines(text: str, room: int, em: int = LABEL_EM) -> int:
    """Return how many lines a text needs in a room, both room and em in twips."""
    return max(1, math.ceil(ems(text) * em / room))


def balance(text: str, room: int, em: int) -> int:
    """Return the indent at either side that makes a text's lines equally long: 商业/企业."""
    count = lines(text, room, em)
    longest = math.ceil(ems(text) / count) * em
    return max(0, (room - longest) // 2 - _SLACK) if count > 1 else 0


def _needed(grid: Grid, widths: tuple[int, ...], setting: Setting) -> list[int]:
    """Return the height that each row's text needs."""
    needed = [setting.line] * grid.height
    for box in grid.boxes:
        if box.rows == 1:
            high = lines(box.text, _room(box, widths), setting.em) * setting.line
            needed[box.row] = max(needed[box.row], high)
    return needed


@lru_cache(maxsize=256)
def measure(table_id: str, grid: Grid, setting: Setting = USUAL) -> Measures:
    """Return the measures of a table; its columns add up to the type area exactly.

    Each row is as high as its text needs, and has an equal share of what is left of a page that
    holds the part's title, the whole table and its note, if that can be.
    """
    widths = _widths(_shares(table_id, grid, setting.size))
    needed = _needed(grid, widths, setting)
    around = page.LINE + styles.TITLE_GAP + _AIR + _BORDER * (grid.height + 1)
    left = page.TEXT_HEIGHT - around - max(1, setting.note) * styles.NOTE_LINE - sum(needed)
    spare = min(setting.roomy, max(0, left // grid.height))
    heights = tuple(height + spare for height in needed)
    return Measures(grid, setting, widths, heights, left)


def fitting(room: int) -> int:
    """Return how many characters of a figure fit the room, however wide they are."""
    return int(room * 10 / (_LETTER * styles.TABLE_SIZE))


def holds(room: int, width: float, setting: Setting) -> bool:
    """Tell whether a figure, its width given in ems, stands on one line of its room."""
    return width * setting.size * setting.scale <= room * 10
