"""How wide and high the cells of a table are, measured from its labels."""

from govxlsx.form.grid import Grid
from govxlsx.template.measure import height, units

_WIDE = 136.0
"""The width of an A4 page in landscape, in half-width characters, at nine tenths of full size."""

_TALL = 122.0
"""The width of a page in portrait, at two thirds of full size: the whole form of part three."""

_PORTRAIT = 100.0
_UPRIGHT_WIDTH, _LABEL_RANGE, _FIGURE_RANGE = 5.0, (17.0, 28.0), (9.0, 22.0)
_ROW_HEIGHT = 23.0


def _within(width: float, limits: tuple[float, float]) -> float:
    return min(limits[1], max(limits[0], width))


def _label_width(grid: Grid, column: int) -> float:
    """Return the width of a column of row labels: the longest that stands in it alone."""
    labels = [box for box in grid.boxes if box.text and (box.column, box.columns) == (column, 1)]
    longest = max((units(box.text) for box in labels if not box.upright), default=0)
    return _within(longest + 3, _LABEL_RANGE) if longest else _UPRIGHT_WIDTH


def widths(grid: Grid) -> tuple[float, ...]:
    """Return the widths of a table's columns in half-width characters."""
    labels = [_label_width(grid, column) for column in range(grid.label_width)]
    count = grid.width - grid.label_width
    page = _TALL if is_tall(grid) else _WIDE
    figure = _within((page - sum(labels)) / count, _FIGURE_RANGE)
    return (*labels, *(round(figure, 1) for _ in range(count)))


def is_tall(grid: Grid) -> bool:
    """Tell whether a table has more rows than columns: it is printed in portrait, on one page."""
    return grid.height > grid.width


def is_wide(grid: Grid, columns: tuple[float, ...]) -> bool:
    """Tell whether a table with columns of these widths wants a page in landscape."""
    return sum(columns) > _PORTRAIT and not is_tall(grid)


def heights(grid: Grid, columns: tuple[float, ...]) -> list[float]:
    """Return the heights of a table's rows in points."""
    rows = [_ROW_HEIGHT] * grid.height
    for box in grid.boxes:
        if box.rows == 1:
            room = sum(columns[box.column : box.column + box.columns])
            rows[box.row] = max(rows[box.row], height(box.text, room))
    return rows
