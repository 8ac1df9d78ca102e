"""What every source is turned into: paragraphs and grids in their order, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.text import trim
from govxlsx.text import unified as unified_text

MOST_CELLS = 40_000
"""More cells than these have no report in them: the three tables have fewer than 400."""

MOST_COLUMNS = 500
"""More columns than these have no report in them: the widest table has 15."""

_FEW, _LONG = 40, 300
"""A table with fewer cells, one of which has more characters, is layout, not one of the form's."""

MOST_TEXT = 2_000_000
"""More characters than these have no report in them."""


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell of a grid: its first row and column, counted from 0, and how many it covers.

    ``text`` has the paragraphs of the cell as lines. ``number`` counts the cells of its row as the
    source has them, from 1.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    number: int = 1

    @property
    def end(self) -> int:
        """The first column after the cell."""
        return self.column + self.columns


@dataclass(frozen=True)
class DrawnTable:
    """A table as it is drawn. ``number`` counts the tables of the source, from 1.

    ``ruled`` is False where columns are not told by the source (running text with a row a line).
    ``within`` is the path of the elements around it, where the source has such.
    """

    cells: tuple[DrawnCell, ...]
    number: int = 1
    ruled: bool = True
    within: tuple[int, ...] = ()

    @cached_property
    def rows(self) -> dict[int, tuple[DrawnCell, ...]]:
        """The cells that begin in each row, from left to right."""
        found: dict[int, list[DrawnCell]] = {}
        for cell in sorted(self.cells, key=lambda each: (each.row, each.column)):
            found.setdefault(cell.row, []).append(cell)
        return {row: tuple(cells) for row, cells in found.items()}


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``within`` is the path of the elements around it, where the source has such.

    ``linked`` tells that it leads to another page.
    """

    text: str
    within: tuple[int, ...] = ()
    linked: bool = False


SourceItem = Text | DrawnTable


@dataclass(frozen=True, slots=True)
class SourceContent:
    """A source as it was read: ``kind`` names it ("html"), ``title`` is what it calls itself."""

    kind: str
    items: tuple[SourceItem, ...]
    title: str = ""


def unified(given: SourceContent) -> SourceContent:
    """Return a source with characters in place of radicals that look as they do."""
    items = tuple(map(_unified, given.items))
    return SourceContent(given.kind, items, unified_text(given.title))


def _unified(item: SourceItem) -> SourceItem:
    if isinstance(item, Text):
        return replace(item, text=unified_text(item.text))
    cells = tuple(
        each if (text := unified_text(each.text)) == each.text else replace(each, text=text)
        for each in item.cells
    )
    return replace(item, cells=cells)


@dataclass(slots=True)
class Drawing:
    """Puts cells where the table model of HTML puts them: at the first free place of their row.

    Source: HTML Living Standard, 4.9.12.1 "Forming a table". Spans are capped.
    """

    cells: list[DrawnCell] = field(default_factory=list)
    _until: dict[int, int] = field(default_factory=dict)

    def add_row(self, row: int, given: Iterable[tuple[str, int, int]]) -> None:
        """Add a row's cells, each its text, its rows and its columns."""
        column = 0
        for number, (text, rows, columns) in enumerate(given, 1):
            while self._until.get(column, 0) > row:
                column += 1
            if column > MOST_COLUMNS:
                raise refused(f"{TOO_LARGE}：表格超过 {MOST_COLUMNS} 列")
            wide, deep = max(1, min(columns, 100)), max(1, min(rows, 1000))
            self.cells.append(DrawnCell(row, column, deep, wide, text, number))
            for each in range(column, column + wide):
                self._until[each] = row + deep
            column += wide


def is_layout(cells: Iterable[str], count: int) -> bool:
    """Tell whether ``count`` cells only arrange a page: a few, with long texts in them."""
    return count < _FEW and any(len(each) > _LONG for each in cells)


def lined(lines: Iterable[str]) -> str:
    """Return the lines that hold something, one below the other."""
    return "\n".join(line for line in map(trim, lines) if line)
