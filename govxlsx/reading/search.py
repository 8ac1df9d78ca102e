"""Where the labels of one table stand in one sheet, and what is remarked upon those missed."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from govxlsx.addresses import Area, Position, address
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.editions.tables import Node
from govxlsx.form.grid import grid
from govxlsx.reading.figures import may_be_figure
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key, shortened
from govxlsx.workbook import Sheet

_ALIKE = 0.6
_QUOTED = 20
LAST = 1 << 20
"""A row or a column beyond all others."""

_NOWHERE = Area(LAST, LAST, -1, -1)
_NAMED = 6
"""So many lines of a table are named that were moved as one."""


def quoted(labels: Iterable[str]) -> str:
    """Return labels in quotation marks, each once, the first ones of many."""
    names = [f"“{each}”" for each in dict.fromkeys(labels)]
    more = f"等 {len(names)} 个" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more


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


@cache
def _merged(edition_id: str, table_id: str) -> dict[str, tuple[int, int]]:
    """Return over how many rows and columns the template has each label, at most, by its key."""
    spans: dict[str, tuple[int, int]] = {}
    for box in grid(edition_by_id(edition_id), table_id).boxes:
        height, width = spans.get(key := label_key(box.text), (1, 1))
        spans[key] = max(height, box.rows), max(width, box.columns)
    return spans


class Search:
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
            return LAST
        self.found.note = places[-1]
        self.found.labels.add(places[-1])
        return places[-1][0]

    def candidates(self, node: Node, rows: range) -> list[Position]:
        """Return where a label (or another wording of it) stands within the rows.

        Where it is written into each cell that the template merges for it, it is one label.
        """
        keys = dict.fromkeys(map(label_key, (node.label, *node.aliases)))
        places = [at for key in keys for at in self.index.get(key, ()) if at[0] in rows]
        if len(places) < 2:
            return places
        height, width = _merged(self.edition.id, self.part.table).get(label_key(node.label), (1, 1))
        first: list[Position] = []
        for row, column in places:
            if not any(0 <= row - r < height and 0 <= column - c < width for r, c in first):
                first.append((row, column))
        return first

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
        """Tell where the template has a label and what stands there, else what resembles it."""
        boxes = grid(self.edition, self.part.table).boxes
        known = {label_key(box.text) for box in boxes}
        known.update(label_key(part.title) for part in self.edition.parts)
        places = [box for box in boxes if box.text == node.label]
        place = (layout.TABLE_TOP + places[0].row, places[0].column)
        cell = self.sheet.cells.get(place) if len(places) == 1 else None
        text = "" if cell is None else cell.text.strip()
        known_there = label_key(text) in known
        if text and not known_there and cell is not None and not may_be_figure(cell):
            return f"（模板里在 {address(*place)}，现在写的是“{shortened(text, _QUOTED)}”）"
        strangers = [key for key in self.index if key and key not in known]
        close = difflib.get_close_matches(label_key(node.label), strangers, 1, _ALIKE)
        if close:
            at = self.index[close[0]][0]
            stands = self.sheet.cells[at].text.strip()
            return f"（{address(*at)} 的“{stands}”相近，是不是它？）"
        if len(places) != 1:
            return ""
        now = f"现在那里是“{shortened(text, _QUOTED)}”" if known_there and text else ""
        now = now or ("" if text else "现在是空白")
        return f"（模板里在 {address(*place)}{now and '，'}{now}）"
