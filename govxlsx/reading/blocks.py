"""One block of a table: its rows and columns by their labels, and what was pushed aside."""

from collections import Counter
from collections.abc import Mapping, Sequence

from govxlsx.addresses import Position, address
from govxlsx.form.editions.tables import Block, Node, path_id
from govxlsx.reading.search import LAST, Search
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim


def top(search: Search, block: Block) -> int | None:
    """Return the row in which a block begins, None where its title is not found."""
    if not block.title:
        return 0
    node = Node(block.title, aliases=block.aliases)
    places = search.candidates(node, range(search.bottom))
    place = search.take(node, places, block.row_paths, block.column_paths)
    return None if place is None else place[0]


def find(search: Search, block: Block, rows: range) -> None:
    """Find the figures of a block within the rows."""
    found: dict[str, Position] = {}
    for row_id, path in block.row_paths.items() if block.rows else ():
        places = search.candidates(path[-1], rows)
        place = search.take(path[-1], places, [row_id], block.column_paths)
        if place is not None:
            found[row_id] = place
    if block.rows and not found:
        return
    header = range(rows.start, min(found.values())[0]) if found else rows
    columns = _find_columns(search, block, header)
    corner = search.candidates(Node(block.corner), header) if block.corner else []
    search.found.aslant |= _aslant(block, columns, corner)
    shifted = _shifted(block, found, {column for _, column in columns.values()})
    for row_id in shifted:
        _remark_shifted(search, block, row_id, found.pop(row_id))
    found_rows = {row_id: row for row_id, (row, _) in found.items()}
    if not block.rows:
        found_rows = _only_row(search, header, columns)
    for row_id, row in found_rows.items():
        for column_id, (_, column) in columns.items():
            search.found.fields[search.field_id(row_id, column_id)] = (row, column)


def _shifted(block: Block, found: Mapping[str, Position], columns: set[int]) -> list[str]:
    """Return the rows whose label stands in another column than the labels of its level.

    Such a row was pushed aside, its figures with it: they stand under the wrong headings.
    """
    levels: dict[int, Counter[int]] = {}
    for row_id, (_, column) in found.items():
        levels.setdefault(len(block.row_paths[row_id]), Counter())[column] += 1
    usual = {
        level: count.most_common(1)[0][0]
        for level, count in levels.items()
        if 2 * max(count.values()) > count.total()
    }
    return [
        row_id
        for row_id, (_, column) in found.items()
        if column in columns or column != usual.get(len(block.row_paths[row_id]), column)
    ]


def _aslant(block: Block, columns: Mapping[str, Position], corner: Sequence[Position]) -> set[int]:
    """Return the columns whose heading stands in another row than most of its level.

    Such a column was pushed up or down, its figures with it. Where no row has most of them, it may
    be any. The ``corner`` is of the same level where there is one only.
    """
    levels: dict[int, list[Position]] = {}
    for column_id, at in columns.items():
        levels.setdefault(len(block.column_paths[column_id]), []).append(at)
    found: set[int] = set()
    for places in levels.values():
        beside = corner if len(levels) == len(corner) == 1 else ()
        counts = Counter(row for row, _ in (*places, *beside))
        usual, count = counts.most_common(1)[0]
        most = 2 * count > counts.total()
        if len(counts) > 1:
            found.update(column for row, column in places if row != usual or not most)
    return found


def _remark_shifted(search: Search, block: Block, row_id: str, at: Position) -> None:
    label = block.row_paths[row_id][-1].label
    near = f"（{address(*at)} 有这几个字，但不在行名的列里，这一行可能左右移动过）"
    fields = tuple(search.field_id(row_id, column) for column in block.column_paths)
    words = {"label": label, "near": near}
    cells = (address(*at),)
    search.found.remarks.append(
        Remark(Notice.LABEL_MISSING, search.sheet.name, cells, fields, words)
    )


def _find_columns(search: Search, block: Block, header: range) -> dict[str, Position]:
    """Return where each column's own label stands, by column id."""
    paths = block.column_paths
    labels = [path[-1].label for path in paths.values()]
    groups = {path_id(path[:-1]): path[-2] for path in paths.values() if len(path) > 1}
    spans = _spans(search, groups, header)
    columns: dict[str, Position] = {}
    for column_id, path in paths.items():
        node, places = path[-1], search.candidates(path[-1], header)
        if labels.count(node.label) > 1:
            span = spans.get(path_id(path[:-1]))
            if span is None and places:
                node = path[-2]  # it is the group's heading that is missing
            places = [at for at in places if span is not None and at[1] in span]
            if len(spans) < len(groups):
                places = places[:1]  # a group's own columns come before those of the next
        place = search.take(node, places, block.row_paths, [column_id])
        if place is not None:
            columns[column_id] = place
    return columns


def _spans(search: Search, groups: Mapping[str, Node], header: range) -> dict[str, range]:
    """Return the columns that each group of columns reaches over: up to where the next begins."""
    starts: dict[str, int] = {}
    for group_id, node in groups.items():
        places = search.candidates(node, header)
        if len(places) == 1:
            starts[group_id] = places[0][1]
            search.found.labels.add(places[0])
    ordered = sorted(starts.values())
    return {
        group_id: range(start, next((other for other in ordered if other > start), LAST))
        for group_id, start in starts.items()
    }


def _only_row(search: Search, header: range, columns: dict[str, Position]) -> dict[str, int]:
    """Return the row of figures of a table without row labels: the one populated below its header.

    A blank row may have been inserted above it. Several populated rows are remarked upon.
    """
    if not columns:
        return {}
    under = max(row for row, _ in columns.values()) + 1
    wanted = {column for _, column in columns.values()}
    search.settled = header.stop - under == 1
    counts: dict[int, int] = {}
    for (row, column), cell in search.sheet.cells.items():
        filled = trim(cell.text) or cell.formula is not None
        if column in wanted and under <= row < header.stop and filled:
            counts[row] = counts.get(row, 0) + 1
    populated = sorted(counts)
    if len(populated) > 1:
        full = [row for row in populated if 2 * counts[row] >= len(wanted)]
        populated = full or populated
    if len(populated) > 1:
        cells = tuple(address(row, min(wanted)) for row in populated)
        fields = tuple(f"{search.part.table}.{column}" for column in columns)
        words = {"label": "表头下的数字行", "near": ""}
        search.found.remarks.append(
            Remark(Notice.LABEL_TWICE, search.sheet.name, cells, fields, words)
        )
        return {}
    return {"": populated[0] if populated else under}
