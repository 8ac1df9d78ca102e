"""Chinese lines on a terminal, folded by cells as they are set in print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

from govxlsx.patterns import regex

_CLOSING = "，。；：、！？）》”’】〕,.;:!?)"
_OPENING = "（《“‘【〔"
_PIECE = regex(r"[\x21-\x7e]+ ?|.", re.DOTALL)


def fold(text: str, width: int) -> list[str]:
    """Fold Chinese text at ``width`` cells, as it is set in print.

    Words and numbers stay whole; no line begins with a mark that closes, none ends with one that
    opens.
    """
    if cell_len(text) <= width:
        return [text.rstrip()]
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, width):
        whole = cell_len(piece)
        size = whole if piece[-1] != " " else cell_len(piece.rstrip())
        room = width + 2 if piece[0] in _CLOSING else width
        if line and used + size > room:
            kept = line.rstrip().rstrip(_OPENING)
            lines.append(kept)
            line = line.rstrip()[len(kept) :]
            used = cell_len(line)
        line, used = line + piece, used + whole
    return [*lines, line.rstrip()]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield what must not be torn: single characters, whole words and numbers."""
    for piece in _PIECE.findall(text):
        if len(piece) == 1 or cell_len(piece) <= width:
            yield piece
        else:
            yield from chop_cells(piece, width)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes; a Chinese character takes two."""
    return cell_len(text)
