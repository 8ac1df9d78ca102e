"""The lines of a table: rows that bear the label of a row of the form."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govxlsx.patterns import regex
from govxlsx.published.asides import without
from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.published.labels import Match, Vocabulary
from govxlsx.reading.figures import text_may_be_figure
from govxlsx.text import label_key, trim

_CORNER = label_key("信息内容")
_PLAIN = 2
"""Labels of so few signs are those of rows and of columns."""

_NOTE = regex(r"\([^()]*\)$")
_WORD = regex("[\u4e00-\u9fff]")
_UNIT = regex(
    r"约?[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?\s*[\u4e00-\u9fff]{0,2}\d?|[〇零一二三四五六七八九十百]+"
)
"""A number with a word behind it, or in words: no label of the form is one."""


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A row with the label of a row of the form, and the cells to the right of the label."""

    grid: DrawnTable
    label: DrawnCell
    match: Match
    figures: tuple[DrawnCell, ...]
    header: tuple[DrawnCell, ...]

    @property
    def row(self) -> str:
        """The id of the form's row."""
        return self.match.name

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the cells to the right."""
        return tuple(each.text for each in self.figures)

    @property
    def columns(self) -> tuple[int, ...]:
        """Where these cells begin."""
        return tuple(each.column for each in self.figures)

    @property
    def of_row(self) -> bool:
        """Tell whether the label is none of a column."""
        return _is_of_row(self.label)


def lines(
    grid: DrawnTable, rows: Vocabulary, columns: Vocabulary, before: LabelledRow | None = None
) -> Iterator[LabelledRow]:
    """Yield the lines of a grid, each with the cells of the header above it.

    Where the grid goes on with a table without repeating its header, it is that of the line
    ``before``: columns are the same counted from the right.
    """
    header = _carried(before, grid) if before is not None else []
    was_header = False
    for cells in grid.rows.values():
        found = _labelled(cells, rows)
        if _is_header(cells, found, columns):
            header = [*(header if was_header else ()), *cells]
            was_header = True
            continue
        was_header = was_header and found is None  # an empty row parts no header
        if found is not None:
            label, match = found
            right = tuple(_whole(each, label, grid) for each in cells if each.column >= label.end)
            yield LabelledRow(grid, label, match, right, tuple(header))


def _whole(cell: DrawnCell, label: DrawnCell, grid: DrawnTable) -> DrawnCell:
    """Return a cell beside a higher label with all that stands below it beside the label."""
    rows = range(cell.row + cell.rows, label.row + label.rows)
    below = [
        each.text
        for row in rows
        for each in grid.rows.get(row, ())
        if cell.column <= each.column and each.end <= cell.end and trim(each.text)
    ]
    return replace(cell, text="\n".join(filter(trim, (cell.text, *below)))) if below else cell


def _carried(before: LabelledRow, grid: DrawnTable) -> list[DrawnCell]:
    width, wide = (max((each.end for each in one.cells), default=0) for one in (before.grid, grid))
    return [replace(each, column=each.column + wide - width) for each in before.header]


def _labelled(cells: tuple[DrawnCell, ...], rows: Vocabulary) -> tuple[DrawnCell, Match] | None:
    """Return the last cell that bears a row's label and has cells to its right."""
    for each in reversed(cells[:-1]):
        match = rows.match(each.text)
        if match is not None and (_is_of_row(each) or _heads(each, cells)):
            return each, match
    return None


def _is_of_row(label: DrawnCell) -> bool:
    return len(_NOTE.sub("", label_key(label.text))) > _PLAIN


def _heads(label: DrawnCell, cells: tuple[DrawnCell, ...]) -> bool:
    """Tell whether figures alone stand right of 其他 or 总计, which are labels of columns too."""
    right = [each for each in cells if each.column >= label.end]
    return len(right) > 1 and not any(is_wordy(each.text) for each in right)


def is_wordy(text: str) -> bool:
    """Tell whether a cell has words that are not those of a figure: 无, the unit in 31件."""
    bare = trim(without(text).replace("无", ""))
    if _WORD.search(bare) is None or _UNIT.fullmatch(bare):
        return False
    return not text_may_be_figure(text)


def _is_header(
    cells: tuple[DrawnCell, ...], found: tuple[DrawnCell, Match] | None, columns: Vocabulary
) -> bool:
    if any(label_key(each.text) == _CORNER for each in cells):
        return True
    named = [each for each in cells if columns.match(each.text)]
    if found is not None:
        return sum(each is not found[0] for each in named) > 1
    return bool(named)


def known_share(grid: DrawnTable, *vocabularies: Vocabulary, form: frozenset[str]) -> float:
    """Return which share of a grid's words are labels of the form."""
    words = [each.text for each in grid.cells if is_wordy(each.text)]
    known = sum(
        label_key(each) in form or any(book.match(each) for book in vocabularies) for each in words
    )
    return known / len(words) if words else 0.0


def usual_columns(given: list[LabelledRow], count: int) -> dict[int, tuple[int, ...]]:
    """Return where the figures stand in most lines of each grid, by the grid's number."""
    counts: dict[int, Counter[tuple[int, ...]]] = {}
    for line in given:
        if len(line.figures) == count:
            counts.setdefault(line.grid.number, Counter())[line.columns] += 1
    return {number: found.most_common(1)[0][0] for number, found in counts.items()}
