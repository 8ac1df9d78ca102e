"""Rows that the end of a page cuts in two: one half of the label above it, the other below.

The halves are put together where their words make a label of the form, or where the label is whole
above and nothing but figures stands below. What begins above and goes on below is then in two
pieces, and no figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.published.labels import EXACT, UNNUMBERED, Vocabulary
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
    upper = _edge(above, -1)
    lower = _edge(
        below, sum(1 for _ in takewhile(_is_same, zip(_rows(above), _rows(below), strict=False)))
    )
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


def _rows(grid: DrawnTable) -> list[tuple[DrawnCell, ...]]:
    return [grid.rows[row] for row in sorted(grid.rows)]


def _is_same(rows: tuple[Sequence[DrawnCell], Sequence[DrawnCell]]) -> bool:
    """Tell whether a row repeats another: a header that stands on every page."""
    upper, lower = ([label_key(each.text) for each in row] for row in rows)
    return upper == lower and any(is_wordy(each.text) for each in rows[0])


def _edge(grid: DrawnTable, at: int) -> tuple[DrawnCell, ...]:
    """Return the cells of a grid's row that reach over no others."""
    rows = _rows(grid)
    return tuple(each for each in rows[at] if each.rows == 1) if at < len(rows) and rows else ()


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
    halves = first and second and not {first, second} & rows.exact.keys()
    whole = rows.match(upper + lower) if halves else None
    if whole is None or whole.how == UNNUMBERED:
        return whole is not None and is_wordy(upper) and is_wordy(lower)
    return whole.how == EXACT
