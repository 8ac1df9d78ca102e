"""Rectangles of cells, counted from 0, and the A1 references made from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.addresses import column_letters

Cell = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A rectangle of cells, all four edges included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def single(self) -> bool:
        """True where the area is one cell."""
        return (self.top, self.left) == (self.bottom, self.right)

    def reference(self, fixed_rows: bool = False, fixed_columns: bool = False) -> str:
        """Return the A1 reference: ``D6:I6``, with dollar signs where rows or columns are fixed."""
        ends = ((self.top, self.left), (self.bottom, self.right))
        names = [
            f"{'$' * fixed_columns}{column_letters(column)}{'$' * fixed_rows}{row + 1}"
            for row, column in ends
        ]
        return names[0] if self.single else ":".join(names)


def areas(cells: Iterable[Cell]) -> tuple[Area, ...]:
    """Cover cells with few rectangles: runs in a row, then equal runs below each other."""
    runs: list[Area] = []
    for row, column in sorted(set(cells)):
        last = runs[-1] if runs else None
        if last and last.top == row and last.right == column - 1:
            runs[-1] = Area(row, last.left, row, column)
        else:
            runs.append(Area(row, column, row, column))
    blocks: list[Area] = []
    for run in sorted(runs, key=lambda each: (each.left, each.right, each.top)):
        last = blocks[-1] if blocks else None
        same = last and (last.left, last.right) == (run.left, run.right)
        if last and same and last.bottom == run.top - 1:
            blocks[-1] = Area(last.top, run.left, run.bottom, run.right)
        else:
            blocks.append(run)
    return tuple(sorted(blocks))


def references(
    cells: Iterable[Cell],
    sheet: str = "",
    fixed_rows: bool = False,
    fixed_columns: bool = False,
) -> str:
    """Return the arguments of a formula over cells: ``D6:D7,D29:D30``, with the sheet if named."""
    prefix = f"'{sheet}'!" if sheet else ""
    return ",".join(prefix + area.reference(fixed_rows, fixed_columns) for area in areas(cells))
