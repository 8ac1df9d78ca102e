"""Where the figures of a table stand: found by their labels, never by their addresses."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from govxlsx.addresses import Area, Position, address
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.editions.tables import Block, Node, path_id
from govxlsx.form.grid import grid
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key, trim
from govxlsx.workbook import Lettering, Sheet

_ALIKE = 0.6
_LAST = 1 << 20
_NOWHERE = Area(_LAST, _LAST, -1, -1)


@dataclass(slots=True, eq=False)
class Located:
    """The positions of a table's figures by field id, the cells used up, and what was noticed.

    ``figures`` is ``fields`` the other way round, ``area`` all that they span; ``moved`` are those
    that the template has elsewhere, with the address at which they stand. ``aslant`` are columns of
    the sheet with a heading in another row than those beside it.
    """

    fields: dict[str, Position] = field(default_factory=dict)
    labels: set[Position] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    note: Position | None = None
    figures: dict[Position, str] = field(default_factory=dict)
    area: Area = _NOWHERE
    moved: list[tuple[str, str]] = field(default_factory=list)
    aslant: set[int] = field(default_factory=set)


Index = Mapping[str, Sequence[Position]]


class _Search:
    """Looks for the labels of one table in one sheet; ``index`` tells where each text stands.

    ``settled`` turns False where something else than labels decides where a figure stands.
    """

    def __init__(self, sheet: Sheet, index: Index, edition: Edition, part: Part) -> None:
        self.sheet, self.index, self.part, self.edition = sheet, index, part, edition
        self.found = Located()
        self.settled = True
        self.bottom = self._note_row()

    def _note_row(self) -> int:
        places = self.index.get(label_key(layout.NOTE_LABEL), [])
        if not places:
            return _LAST
        self.found.note = places[-1]
        self.found.labels.add(places[-1])
        return places[-1][0]

    def candidates(self, node: Node, rows: range) -> list[Position]:
        """Return where a label (or another wording of it) stands within the rows."""
        keys = dict.fromkeys(map(label_key, (node.label, *node.aliases)))
        return [at for key in keys for at in self.index.get(key, ()) if at[0] in rows]

    def take(
        self, node: Node, places: list[Position], rows: Iterable[str], columns: Iterable[str]
    ) -> Position | None:
        """Return the label's one place; without one, or with several, remark upon it.

        ``rows`` and ``columns`` are the ids of the figures that the label leads to.
        """
        if len(places) == 1:
            self.found.labels.add(places[0])
            return places[0]
        notice = Notice.LABEL_TWICE if places else Notice.LABEL_MISSING
        words = {"label": node.label, "near": "" if places else self._near(node)}
        cells = tuple(address(*at) for at in places)
        fields = tuple(self.field_id(row, column) for row in rows for column in columns)
        self.found.remarks.append(Remark(notice, self.sheet.name, cells, fields, words))
        return None

    def field_id(self, row: str, column: str) -> str:
        """Return the id of the figure in a row and column of the table."""
        return ".".join(step for step in (self.part.table, row, column) if step)

    def _near(self, node: Node) -> str:
        """Point to an unknown label that resembles the one missed, "" if there is none."""
        known = {label_key(box.text) for box in grid(self.edition, self.part.table).boxes}
        strangers = [key for key in self.index if key and key not in known]
        close = difflib.get_close_matches(label_key(node.label), strangers, 1, _ALIKE)
        if not close:
            return ""
        at = self.index[close[0]][0]
        text = self.sheet.cells[at].text.strip()
        return f"（{address(*at)} 的“{text}”相近，是不是它？）"


def find(sheet: Sheet, edition: Edition, part: Part) -> Located:
    """Find every figure of a part's table in its sheet.

    A figure whose labels are not found, or found more than once, has no position; a remark says
    so. Inserted, moved or swapped rows and columns are followed. What is returned is shared.
    """
    found = _by_lettering(edition.id, part.table, sheet.lettering())
    return found or _searched(_Search(sheet, sheet.labels(), edition, part))


@lru_cache(maxsize=64)
def _by_lettering(edition_id: str, table_id: str, letters: Lettering) -> Located | None:
    known = _known(edition_id, table_id)
    seen = tuple((key, tuple(places)) for key, places in letters.labels.items() if key in known)
    return _settled(edition_id, table_id, seen)


@cache
def _known(edition_id: str, table_id: str) -> frozenset[str]:
    """Return every text that a search of the table asks for, as it is found in the index."""
    edition = edition_by_id(edition_id)
    texts = {layout.NOTE_LABEL, *(box.text for box in grid(edition, table_id).boxes if box.text)}
    for block in edition.table(table_id).blocks:
        texts.update(block.aliases)
        for path in (*block.row_paths.values(), *block.column_paths.values()):
            texts.update(text for node in path for text in (node.label, *node.aliases))
    return frozenset(map(label_key, texts))


@lru_cache(maxsize=64)
def _settled(
    edition_id: str, table_id: str, seen: tuple[tuple[str, tuple[Position, ...]], ...]
) -> Located | None:
    """Return what a search finds where nothing but the labels ``seen`` decides, None elsewhere.

    Nearly every sheet bears the template's labels where the template has them.
    """
    edition = edition_by_id(edition_id)
    search = _Search(Sheet("", ""), dict(seen), edition, edition.part_of_table(table_id))
    found = _searched(search)
    return found if search.settled and not found.remarks else None


def _searched(search: _Search) -> Located:
    table, found = search.edition.table(search.part.table), search.found
    tops = [_block_top(search, block) for block in table.blocks]
    starts = sorted(top for top in tops if top is not None)
    for block, top in zip(table.blocks, tops, strict=True):
        if top is None:
            continue
        below = next((start for start in starts if start > top), search.bottom)
        _find_block(search, block, range(top, below))
    _mark_headings(search)
    places = layout.places(search.edition.id)
    found.figures = {at: field_id for field_id, at in found.fields.items()}
    if found.figures:
        rows, columns = zip(*found.figures, strict=True)
        found.area = Area(min(rows), min(columns), max(rows), max(columns))
    given = ((field_id, address(*at)) for field_id, at in found.fields.items())
    found.moved = [(field_id, cell) for field_id, cell in given if places[field_id].cell != cell]
    return found


def _block_top(search: _Search, block: Block) -> int | None:
    if not block.title:
        return 0
    node = Node(block.title, aliases=block.aliases)
    places = search.candidates(node, range(search.bottom))
    place = search.take(node, places, block.row_paths, block.column_paths)
    return None if place is None else place[0]


def _find_block(search: _Search, block: Block, rows: range) -> None:
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


def _remark_shifted(search: _Search, block: Block, row_id: str, at: Position) -> None:
    label = block.row_paths[row_id][-1].label
    near = f"（{address(*at)} 有这几个字，但不在行名的列里，这一行可能左右移动过）"
    fields = tuple(search.field_id(row_id, column) for column in block.column_paths)
    words = {"label": label, "near": near}
    cells = (address(*at),)
    search.found.remarks.append(
        Remark(Notice.LABEL_MISSING, search.sheet.name, cells, fields, words)
    )


def _find_columns(search: _Search, block: Block, header: range) -> dict[str, Position]:
    """Return where each column's own label stands, by column id."""
    paths = block.column_paths
    labels = [path[-1].label for path in paths.values()]
    spans = _spans(search, list(paths.values()), header)
    columns: dict[str, Position] = {}
    for column_id, path in paths.items():
        places = search.candidates(path[-1], header)
        if labels.count(path[-1].label) > 1:
            span = spans.get(path_id(path[:-1]))
            places = [at for at in places if span is not None and at[1] in span]
        place = search.take(path[-1], places, block.row_paths, [column_id])
        if place is not None:
            columns[column_id] = place
    return columns


def _spans(search: _Search, paths: list[tuple[Node, ...]], header: range) -> dict[str, range]:
    """Return the columns that each group of columns reaches over: up to where the next begins."""
    groups = {path_id(path[:-1]): path[-2] for path in paths if len(path) > 1}
    starts: dict[str, int] = {}
    for group_id, node in groups.items():
        places = search.candidates(node, header)
        if len(places) == 1:
            starts[group_id] = places[0][1]
            search.found.labels.add(places[0])
    ordered = sorted(starts.values())
    return {
        group_id: range(start, next((other for other in ordered if other > start), _LAST))
        for group_id, start in starts.items()
    }


def _only_row(search: _Search, header: range, columns: dict[str, Position]) -> dict[str, int]:
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


def _mark_headings(search: _Search) -> None:
    """Mark the labels that lead to no figure (corner, banner, groups) as read."""
    for box in grid(search.edition, search.part.table).boxes:
        if box.text:
            search.found.labels.update(search.index.get(label_key(box.text), ()))
