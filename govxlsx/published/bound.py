"""What binding gives: figures with the place where each was read, and what there is to say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from govxlsx.addresses import Place
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field, FigureKind
from govxlsx.patterns import regex
from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.reading.figures import of_text
from govxlsx.report.figure import Figure, State
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim

UNREAD = Figure(None, None, "（没有读出）", State.MISSING)
"""A figure for which the source has no cell that could be told for sure."""

BY_ORDER, BY_HEADER = "按列的次序", "按表头所在的列"
"""How the column of a figure was told."""

_PARTED = regex(r"[0-9０-９][ \t\u00a0\u3000\n]+[0-9０-９]")
_PADDED = regex(r"[-－+＋]?[0０][0-9０-９]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands in its source, what stands there, and how it was found."""

    table: int
    row: int
    cell: int
    text: str
    how: str

    def __str__(self) -> str:
        return f"表 {self.table} 第 {self.row} 行第 {self.cell} 格"


def row_place(grid: DrawnTable, row: int) -> str:
    """Return the place of a row, in words."""
    return f"表 {grid.number} 第 {row + 1} 行"


@dataclass(slots=True)
class Bound:
    """The figures of an edition as far as they are bound, and the remarks on that."""

    edition: Edition
    figures: dict[str, Figure] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def take(self, field_id: str, grid: DrawnTable, cell: DrawnCell, how: str) -> None:
        """Take a cell as a figure."""
        text = trim(cell.text)
        self.spots[field_id] = Spot(grid.number, cell.row + 1, cell.number, text, how)
        self.figures[field_id] = figure(cell.text, self.edition.field_by_id[field_id], self.edition)

    def drop(self, table: str) -> list[str]:
        """Leave all figures of a table unread; return which were read."""
        dropped = [each for each in self.figures if each.startswith(f"{table}.")]
        for each in dropped:
            del self.figures[each], self.spots[each]
        return dropped

    def say(self, notice: Notice, fields: Iterable[str] = (), /, **words: str) -> None:
        """Remark on figures; they are placed where the template has them."""
        named = tuple(fields)
        places = layout.places(self.edition.id)
        sheet = places[named[0]].sheet if named else ""
        kept = tuple(each for each in named if places[each].sheet == sheet)
        cells = tuple(places[each].cell for each in kept)
        self.remarks.append(Remark(notice, sheet, cells, kept, words))

    def say_of_columns(self, strange: Mapping[tuple[str, str], Sequence[str]]) -> None:
        """Remark on figures below what calls their column otherwise; it and its place are told."""
        for (label, place), fields in strange.items():
            column = self.edition.field_by_id[fields[0]].column_label
            self.say(Notice.COLUMN_OTHERWISE, fields, label=label, place=place, column=column)


def figure(text: str, field: Field, edition: Edition) -> Figure:
    """Return the figure that a cell's text means.

    Stricter than a workbook's cell: digits that stand apart or begin with 0 may be two figures,
    and a count with a fraction (6.272) may be one with its thousands marked.
    """
    held = trim(text)
    at: Place = layout.places(edition.id)[field.id]
    found = of_text(held, field, at)._replace(at=None)
    whole = field.kind is FigureKind.DECIMAL or found.value is None or found.value % 1 == 0
    if _PARTED.search(held) or _PADDED.match(held) or not whole:
        return Figure(None, None, held, State.TEXT)
    return found
