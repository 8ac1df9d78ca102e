"""How high a row must be for its text: merged cells are never fitted by the programs."""

from math import ceil
from unicodedata import east_asian_width

from govxlsx.template.styles import SIZE

HIGHEST = 409.0
"""No row of a workbook can be higher, in points."""


def units(text: str) -> int:
    """Return the width of a line in half-width characters."""
    return sum(2 if east_asian_width(each) in "WFA" else 1 for each in text)


def height(text: str, width: float, least: float = 0, size: int = SIZE) -> float:
    """Return the points that a text takes up in a column of ``width`` half-width characters.

    Two characters of each line are spare: punctuation and Latin words are not broken.
    """
    room = max(2.0, width * SIZE / size - 2)
    lines = sum(max(1, ceil(units(line) / room)) for line in text.split("\n"))
    return min(HIGHEST, max(least, lines * size * 1.32 + 7))
