"""Finding the figures of a table that was read back, by nothing but the labels around them.

The labels known are those of the form's fields; where the form's drawing put them plays no part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from govxlsx.form.editions import edition_by_id
from govxlsx.form.sentences import LabelPath
from govxlsx.word.matrix import Matrix, MatrixCell

MatrixRow = tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """The labels of a form: the path of every figure, in their order, and the single labels."""

    order: tuple[LabelPath, ...]
    paths: frozenset[LabelPath]
    single: frozenset[str]


@cache
def labels(edition_id: str) -> Labels:
    """Return the labels of an edition's fields."""
    paths = [field.path for field in edition_by_id(edition_id).fields]
    order = tuple(paths)
    single = frozenset(label for path in order for label in path)
    return Labels(order, frozenset(order), single)


def _distinct(cells: Sequence[MatrixCell]) -> LabelPath:
    """Return the texts of neighbouring cells, a merged cell once."""
    return tuple(
        cell.text for place, cell in enumerate(cells) if not place or cell is not cells[place - 1]
    )


def _extent(cells: Sequence[MatrixCell]) -> int:
    """Return over how many of the cells the first one stretches."""
    return next((place for place, cell in enumerate(cells) if cell is not cells[0]), len(cells))


def _blocks(table: Matrix) -> Iterator[tuple[LabelPath, list[MatrixRow]]]:
    """Split a table at the lines that one cell fills: each is the title of what follows."""
    title: LabelPath = ()
    rows: list[MatrixRow] = []
    for row in table:
        if _extent(row) == len(row):
            if rows:
                yield title, rows
            title, rows = (row[0].text,), []
        else:
            rows.append(row)
    if rows:
        yield title, rows


def _header(title: LabelPath, column: Sequence[MatrixCell], form: Labels) -> int:
    """Return how many rows of a block without row labels are header.

    The header goes on until the labels above the first column name a figure.
    """
    deep = 0
    while deep < len(column):
        deep += _extent(column[deep:])
        if (*title, *_distinct(column[:deep])) in form.paths:
            break
    return deep


def _corner(title: LabelPath, rows: Sequence[MatrixRow], form: Labels) -> tuple[int, int]:
    """Return how many rows are header, and how many columns are labels.

    The cell in the corner, which is no label of a figure, spans both; a block without row labels
    has no such cell.
    """
    column = [row[0] for row in rows]
    if column[0].text in form.single:
        return _header(title, column, form), 0
    return _extent(column), _extent(rows[0])


def _known(cells: Sequence[MatrixCell], form: Labels) -> LabelPath:
    return tuple(text for text in _distinct(cells) if text in form.single)


def figures(table: Matrix, form: Labels) -> Iterator[tuple[LabelPath, MatrixCell]]:
    """Yield the cells below the headers, row by row, each with the labels that lead to it."""
    for title, rows in _blocks(table):
        deep, wide = _corner(title, rows, form)
        columns = [_known(above, form) for above in zip(*rows[:deep], strict=False)]
        for row in rows[deep:]:
            before = (*title, *_known(row[:wide], form))
            for cell, above in zip(row[wide:], columns[wide:], strict=False):
                yield (*before, *above), cell
