"""Rows that the end of a page cuts in two: one half of the label above it, the other below.

The halves are put together where their words make a label of the form, or where the label is whole
above and nothing but figures stands below. What begins above and goes on below is then in two
pieces, and no figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.published.labels import Vocabulary
from govxlsx.published.lines import is_wordy
from govxlsx.text import label_key, trim


def mended(grids: Sequence[DrawnTable], rows: Vocabulary) -> Iterator[DrawnTable]:
    """Yield the grids; a row cut in two is whole at the end of the first of its grids."""
    held: DrawnTable | None = None
    for grid in grids:
        rest = grid
        if held is not None:
            whole, rest = _joined(held, grid, rows)
            yield whole
        held = rest
    if held is not None:
        yield held


def _joined(
    above: DrawnTable, below: DrawnTable, rows: Vocabulary
) -> tuple[DrawnTable, DrawnTable]:
    upper, lower = _edge(above, last=True), _edge(below, last=False)
    for count in range(min(len(upper) - 1, len(lower)), 0, -1):
        label, *figures = upper[-count - 1 :]
        rest, parts = lower[:-count], lower[-count:]
        if not _go_on(above, figures, below, parts):
            continue
        if _is_cut(label, rest, rows):
            pairs = zip((label, *figures), (rest[-1], *parts), strict=True)
        elif not any(trim(each.text) for each in rest) and _rests(label, parts, rows):
            pairs = zip(figures, parts, strict=True)
        else:
            continue
        whole = {
            first: _whole(first, second, "" if first is label else "\n") for first, second in pairs
        }
        return (
            replace(above, cells=tuple(whole.get(each, each) for each in above.cells)),
            replace(below, cells=tuple(each for each in below.cells if each not in lower)),
        )
    return above, below


def _edge(grid: DrawnTable, *, last: bool) -> tuple[DrawnCell, ...]:
    """Return the cells of a grid's last or first row that reach over no others."""
    rows = grid.rows
    row = rows[max(rows) if last else min(rows)] if rows else ()
    return tuple(each for each in row if each.rows == 1)


def _go_on(
    above: DrawnTable, upper: Sequence[DrawnCell], below: DrawnTable, lower: Sequence[DrawnCell]
) -> bool:
    """Tell whether cells stand in the same columns, counted from the right.

    A page may lack the columns of labels that go on for long.
    """
    width, wide = (max(each.end for each in grid.cells) for grid in (above, below))
    return [each.column - width for each in upper] == [each.column - wide for each in lower]


def _whole(upper: DrawnCell, lower: DrawnCell, between: str) -> DrawnCell:
    texts = [each.text for each in (upper, lower) if trim(each.text)]
    return replace(upper, text=between.join(texts))


def _rests(label: DrawnCell, lower: Sequence[DrawnCell], rows: Vocabulary) -> bool:
    """Tell whether a label stands whole above, and below is nothing but figures."""
    texts = [each.text for each in lower if trim(each.text)]
    return bool(texts) and not any(map(is_wordy, texts)) and rows.match(label.text) is not None


def _is_cut(label: DrawnCell, rest: Sequence[DrawnCell], rows: Vocabulary) -> bool:
    """Tell whether two texts are the halves of one label, neither of them one itself."""
    upper, lower = label.text, rest[-1].text if rest else ""
    first, second = label_key(upper), label_key(lower)
    halves = bool(first) and bool(second) and first not in rows.exact and second not in rows.exact
    return halves and label_key(upper + lower) in rows.exact
