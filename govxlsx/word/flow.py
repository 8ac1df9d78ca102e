"""Where on its page the text before the first table ends, counted in the lines of the grid.

Programs differ by a line; what is decided by it is only how roomy a table is.
"""

import math
from collections.abc import Iterator

from govxlsx.report.model import Report
from govxlsx.word import opening, page
from govxlsx.word.measures import wide_and_narrow
from govxlsx.word.title import broken

FIRST_INDENT = 2
_LATIN = 0.8
"""Latin letters and digits take so much of the width that is reserved for them in any face."""


def width(text: str) -> float:
    """Return the usual width of a text in ems."""
    chinese, latin = wide_and_narrow(text)
    return chinese + _LATIN * latin


def _lines(text: str) -> int:
    if text.isprintable():
        return math.ceil((FIRST_INDENT + width(text)) / page.CHARACTERS)
    wide = [width(piece) for piece in text.splitlines()] or [0]
    wide[0] += FIRST_INDENT
    return sum([max(1, math.ceil(each / page.CHARACTERS)) for each in wide])


def _before(report: Report) -> Iterator[int]:
    """Yield the lines of title, opening and the parts before the first table."""
    for line in opening.title(report):
        yield broken(line).count("\n") + 1
    yield 1
    yield from map(_lines, opening.paragraphs(report))
    for part in report.form.parts:
        if part.table:
            return
        yield 1
        yield from [_lines(each.text) for each in report.narrative.get(part.narrative, ())]


def room_left(report: Report) -> int:
    """Return the twips that the page on which the first table begins has left for it."""
    return (page.LINES - sum(_before(report)) % page.LINES) * page.LINE
