"""The page of an official document, in twips (1/20 pt) unless a name says otherwise.

Source: GB/T 9704-2012, 5.2 (type area 156 × 225 mm, 22 lines of 28 characters) and 7.5 (page
numbers).
"""

from govxlsx.word.ooxml import Xml, element


def twips(millimetres: float) -> int:
    """Convert millimetres to the nearest twip."""
    return round(millimetres * 1440 / 25.4)


WIDTH, HEIGHT = 11906, 16838
TOP, BOTTOM, RIGHT = twips(37), twips(35), twips(26)
LEFT = twips(28) + 1
"""28.01 mm, which leaves the type area the 8844 twips of 156 mm between two rounded margins."""

TEXT_WIDTH = WIDTH - LEFT - RIGHT
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM

LINES, CHARACTERS = 22, 28

LINE = 578
"""One line: 28.9 pt; 22 of them leave 2 pt of the 225 mm."""

CHARACTER_SPACE = int((TEXT_WIDTH / 20 / CHARACTERS - 16) * 4096) - 1
"""What the grid adds to a 16 pt character, in 1/4096 pt: 28 cells of 15.79 pt fill the 156 mm."""

TIGHTENING = -6
"""Spacing of the text itself, for the programs that cannot squeeze a character into its cell.

LibreOffice gives a 16 pt character two cells of a 15.79 pt grid and so 14 characters to a line.
The text therefore stands off the grid, on its measure: justified lines of 28 characters, each line
exactly 28.9 pt high.
"""

INDENT = 2 * (320 + TIGHTENING)
"""The first line's indent of two characters."""

HEADER = twips(15)

NUMBER_LINE = 320
"""The line of the page number."""

FOOTER = twips(35 - 7) - NUMBER_LINE // 2
"""From the paper's edge up to the page number's line, whose dash stands 7 mm below the text."""

LETTERHEAD, LETTER_FOOT = twips(30), twips(20)
"""Of a letter's first page: from the paper's edge to the issuer's name, and to the red line."""

LETTER_LINE = 170
"""Millimetres of a letter's red lines, which stand in the middle of the paper."""

LETTER_INDENTS = twips(210 / 2 - LETTER_LINE / 2) - LEFT, twips(210 / 2 - LETTER_LINE / 2) - RIGHT
"""How far the red lines begin and end inside the type area: below 0, outside of it."""

NUMBER_INDENT = 280
"""One 14 pt character between the page number and the edge of the type area."""


def document_grid() -> Xml:
    """Return the grid of lines and characters."""
    return element("docGrid", type="linesAndChars", linePitch=LINE, charSpace=CHARACTER_SPACE)
