"""Rows that the end of a page cuts in two: one half of the label above it, the other below.

Whatever program drew it puts each figure on one of the two pages. The halves are put together only
where their words make a label of the form and no figure stands in both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.published.labels import Vocabulary
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
    shared = sorted(upper.keys() & lower.keys())
    label = next((each for each in shared if _is_cut(upper[each], lower[each], rows)), None)
    if label is None:
        return above, below
    columns = [each for each in shared if each >= label]
    figures = columns[1:]
    parted = all(not trim(upper[each].text) or not trim(lower[each].text) for each in figures)
    alike = {each for each in upper if each > label} == {each for each in lower if each > label}
    if not figures or not parted or not alike:
        return above, below
    whole = {
        upper[each]: replace(upper[each], text=upper[each].text + lower[each].text)
        for each in columns
    }
    gone = {lower[each] for each in columns}
    return (
        replace(above, cells=tuple(whole.get(each, each) for each in above.cells)),
        replace(below, cells=tuple(each for each in below.cells if each not in gone)),
    )


def _edge(grid: DrawnTable, *, last: bool) -> dict[int, DrawnCell]:
    """Return the cells of a grid's last or first row, by column; none reaches over other rows."""
    rows = grid.rows
    if not rows:
        return {}
    row = rows[max(rows) if last else min(rows)]
    return {each.column: each for each in row if each.rows == 1}


def _is_cut(upper: DrawnCell, lower: DrawnCell, rows: Vocabulary) -> bool:
    """Tell whether two texts are the halves of one label, neither of them one itself."""
    first, second = label_key(upper.text), label_key(lower.text)
    halves = bool(first) and bool(second) and first not in rows.exact and second not in rows.exact
    return halves and label_key(upper.text + lower.text) in rows.exact
