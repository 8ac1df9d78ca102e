"""Chinese lines on a terminal, folded by cells as they are set in print."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

from govxlsx.patterns import regex

_CLOSING = "，。；：、！？）》”’】〕,.;:!?)"
_OPENING = "（《“‘【〔"
_HANGING = 2
"""So many cells a mark that closes may stand out."""

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
        room = width + _HANGING if piece[0] in _CLOSING else width
        if line and used + size > room:
            kept = line.rstrip().rstrip(_OPENING)
            lines.append(kept)
            line = line.rstrip()[len(kept) :]
            used = cell_len(line)
        line, used = line + piece, used + whole
    return [*lines, line.rstrip()]


def fold_evenly(text: str, width: int) -> str:
    """Fold a cell of a table: as few lines as ``width`` allows, alike in length."""
    if cell_len(text) <= width:
        return text
    widest = width - _HANGING
    lines = len(fold(text, widest))
    low, high = 1, widest
    while low < high:
        middle = (low + high) // 2
        if len(fold(text, middle)) > lines:
            low = middle + 1
        else:
            high = middle
    return "\n".join(fold(text, high))


def share(wanted: Sequence[int], room: int, least: int = 8) -> list[int]:
    """Share the width of a screen between columns: narrow ones have what they want."""
    widths = list(wanted)
    open_ = set(range(len(widths)))
    while open_ and sum(widths) > room:
        fair = max(
            least,
            (room - sum(widths[each] for each in set(range(len(widths))) - open_)) // len(open_),
        )
        narrow = {each for each in open_ if wanted[each] <= fair}
        if not narrow:
            for each in open_:
                widths[each] = fair
            break
        open_ -= narrow
    return widths


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
