"""The tables drawn as the law draws them: which label and which figure stands where.

One drawing serves the template workbook, the Word tables and the HTML page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Block, Field, Node, leaves


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of grid cells, counted from 0, that shows one label or one figure.

    ``field`` is the figure's id, "" for a label. ``upright`` marks the label of a tall, narrow
    column that is written top to bottom. ``heading`` marks labels above the figures.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str = ""
    field: str = ""
    heading: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's boxes. They cover every cell of ``height`` × ``width`` exactly once.

    ``label_width`` counts the columns of row labels, ``header_height`` the leading rows that are
    repeated on a new page (0 where the table is a stack of blocks).
    """

    height: int
    width: int
    label_width: int
    header_height: int
    boxes: tuple[Box, ...]

    def row_groups(self) -> Iterator[tuple[int, int]]:
        """Yield where each group of rows begins and ends: the header, then each block."""
        titles = {box.row for box in self.boxes if box.heading and box.columns == self.width}
        tops = sorted({0, *titles, self.header_height})
        yield from zip(tops, [*tops[1:], self.height], strict=True)


def _depth(nodes: tuple[Node, ...]) -> int:
    return max((1 + _depth(node.children) for node in nodes), default=0)


def _count(node: Node) -> int:
    return sum(1 for _ in leaves((node,)))


def _header(nodes: tuple[Node, ...], top: int, left: int, height: int, spare: int) -> Iterator[Box]:
    """Yield the boxes of a column tree; the last leaf is ``spare`` columns wider than one."""
    for node in nodes:
        extra = spare if node is nodes[-1] else 0
        width = _count(node) + extra
        deep = height if not node.children else 1
        yield Box(top, left, deep, width, text=node.label, heading=True)
        yield from _header(node.children, top + 1, left, height - 1, extra)
        left += width


def _stub(nodes: tuple[Node, ...], top: int, left: int, width: int) -> Iterator[Box]:
    """Yield the boxes of a row tree whose labels fill ``width`` columns."""
    for node in nodes:
        high = _count(node)
        wide = width if not node.children else 1
        yield Box(top, left, high, wide, text=node.label, upright=high > 8)
        yield from _stub(node.children, top, left + 1, width - 1)
        top += high


def _block(block: Block, fields: Iterator[Field], top: int, width: int) -> Iterator[Box]:
    if block.title:
        yield Box(top, 0, 1, width, text=block.title, heading=True)
        top += 1
    label_width = _depth(block.rows)
    header = _depth(block.columns) + bool(block.banner)
    paths = list(leaves(block.columns))
    spare = width - label_width - len(paths)
    if label_width:
        yield Box(top, 0, header, label_width, text=block.corner, heading=True)
    if block.banner:
        yield Box(top, label_width, 1, len(paths), text=block.banner, heading=True)
    deep = header - bool(block.banner)
    yield from _header(block.columns, top + header - deep, label_width, deep, spare)
    top += header
    yield from _stub(block.rows, top, 0, label_width)
    for row in range(max(1, sum(_count(node) for node in block.rows))):
        for column in range(len(paths)):
            wide = 1 + (spare if column == len(paths) - 1 else 0)
            yield Box(top + row, label_width + column, 1, wide, field=next(fields).id)


def _height(block: Block) -> int:
    header = _depth(block.columns) + bool(block.banner) + bool(block.title)
    return header + max(1, sum(_count(node) for node in block.rows))


@cache
def grid(edition: Edition, table_id: str) -> Grid:
    """Return the drawing of one table of an edition."""
    table = edition.table(table_id)
    label_width = max(_depth(block.rows) for block in table.blocks)
    width = label_width + max(len(list(leaves(block.columns))) for block in table.blocks)
    fields = table.fields(edition.part_of_table(table_id).numeral)
    boxes: list[Box] = []
    top = 0
    for block in table.blocks:
        boxes.extend(_block(block, fields, top, width))
        top += _height(block)
    stacked = len(table.blocks) > 1
    first = table.blocks[0]
    header = 0 if stacked else _depth(first.columns) + bool(first.banner)
    return Grid(top, width, label_width, header, tuple(boxes))


@cache
def heads(edition: Edition, table_id: str) -> Mapping[str, tuple[Box, ...]]:
    """Return by field the labels that head a figure: those beside it, then those above it."""
    drawn = grid(edition, table_id)
    found: dict[str, tuple[Box, ...]] = {}
    for top, end in drawn.row_groups():
        first = 0 if drawn.header_height else top
        labels = [box for box in drawn.boxes if first <= box.row < end and not box.field]
        for box in drawn.boxes:
            if box.field and top <= box.row < end:
                beside = (each for each in labels if 0 <= box.row - each.row < each.rows)
                above = (each for each in labels if 0 <= box.column - each.column < each.columns)
                rows = (each for each in beside if not each.heading)
                found[box.field] = (*rows, *(each for each in above if each.heading))
    return found
