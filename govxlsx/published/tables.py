"""The tables of parts two and three, bound row by row."""

from collections.abc import Sequence
from dataclasses import replace

from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.published import columns, cut_rows, labels
from govxlsx.published.bound import BY_HEADER, Bound, figure, row_place
from govxlsx.published.columns import LineCells
from govxlsx.published.content import DrawnTable
from govxlsx.published.lines import (
    LabelledRow,
    known_share,
    lines,
    usual_columns,
)
from govxlsx.report.model import Notice
from govxlsx.text import trim

DISCLOSURE, APPLICATIONS = "disclosure", "applications"
_SHARE = 0.5


def lines_of(
    grids: Sequence[DrawnTable], table: str, edition_id: str | None = None
) -> list[LabelledRow]:
    """Return the lines of a table in the grids that bear the form's labels."""
    rows = labels.rows(
        table, *((edition_id,) if edition_id else tuple(each.id for each in editions()))
    )
    above = labels.all_columns(edition_id or editions()[-1].id, table)
    found: list[LabelledRow] = []
    for grid in cut_rows.mended(grids, rows):
        before = found[-1] if found and table == APPLICATIONS else None
        here = list(lines(grid, rows, above, before))
        if any(each.of_row for each in here) and (
            not grid.ruled or known_share(grid, rows, above, form=labels.of_form()) >= _SHARE
        ):
            found.extend(here)
    return found


class TableBinding:
    """Binds the lines of one table to the fields of an edition."""

    def __init__(self, bound: Bound, table: str, given: list[LabelledRow]) -> None:
        self.bound, self.table, self.lines = bound, table, given
        self.edition: Edition = bound.edition
        blocks = self.edition.table(table).blocks
        self.rows = [row for block in blocks for row in block.row_paths]
        self.usual: dict[int, tuple[int, ...]] = {}
        self.strange: dict[tuple[str, str], list[str]] = {}
        if table == APPLICATIONS:
            count = len(blocks[0].column_paths)
            self.usual = usual_columns([line for line in given if line.grid.ruled], count)
            self.lines = [self._without_empty(line) for line in given]

    def _without_empty(self, line: LabelledRow) -> LabelledRow:
        """Leave out empty cells between a label and figures that stand where the others' do."""
        usual = self.usual.get(line.grid.number, ())
        kept = tuple(each for each in line.figures if each.column >= (*usual, 0)[0])
        empty = not any(trim(each.text) for each in line.figures if each not in kept)
        fits = tuple(each.column for each in kept) == usual
        return replace(line, figures=kept) if usual and empty and fits else line

    def fields(self, row: str) -> list[str]:
        """Return the ids of a row's fields."""
        block = labels.block_of(self.edition.id, self.table, row)
        return [f"{self.table}.{row}.{column}" for column in block.column_paths]

    def bind(self, names: dict[str, str]) -> None:
        """Bind every row of the form; ``names`` tells under which other id a row is printed."""
        missing = []
        for row in self.rows:
            found = [line for line in self.lines if line.row == names.get(row, row)]
            if found:
                self._row(row, found)
            else:
                missing.append(row)
        if missing:
            self._missing(missing)
        self._order(names)
        self.bound.say_of_columns(self.strange)

    def _row(self, row: str, found: list[LabelledRow]) -> None:
        sure = [line for line in found if line.match.sure]
        chosen = sure or found
        line = chosen[0]
        if any(other.texts != line.texts for other in chosen):
            places = "、".join(row_place(each.grid, each.label.row) for each in chosen)
            reason = f"这一行出现了 {len(chosen)} 次而且数字不同（{places}）"
            self._say(Notice.ROW_UNREAD, row, line, reason=reason)
            return
        block = labels.block_of(self.edition.id, self.table, row)
        bound = columns.bind(line, block, labels.columns(self.edition.id, self.table, row))
        reason = bound.reason or self._shifted(line, bound, row)
        if reason:
            self._say(Notice.ROW_UNREAD, row, line, reason=reason)
            return
        self._take(row, line, bound)
        if len(chosen) > 1:
            self._say(Notice.ROW_TWICE, row, line)

    def _take(self, row: str, line: LabelledRow, bound: LineCells) -> None:
        for column, cell in bound.cells.items():
            how = f"{line.match.how}，{bound.how}"
            self.bound.take(f"{self.table}.{row}.{column}", line.grid, cell, how)
        for column, above in bound.strange.items():
            told = trim(above.text.replace("\n", "")), row_place(line.grid, above.row)
            self.strange.setdefault(told, []).append(f"{self.table}.{row}.{column}")
        if not line.match.sure:
            self._say(Notice.LABEL_ALIKE, row, line)
        if bound.doubtful and (self.table == DISCLOSURE or bound.how == BY_HEADER):
            self._say(Notice.COLUMNS_ELSEWHERE, row, line, how=bound.how)

    def _shifted(self, line: LabelledRow, bound: LineCells, row: str) -> str:
        """Say why a line that stands elsewhere than the others of its grid is left unread.

        Where its own sum holds, its figures are what they are.
        """
        usual = self.usual.get(line.grid.number)
        if not line.grid.ruled or usual is None or line.columns == usual:
            return ""
        values = [
            figure(
                cell.text, self.edition.field_by_id[f"{self.table}.{row}.{column}"], self.edition
            )
            for column, cell in bound.cells.items()
        ]
        *parts, total = [each.value or 0 for each in values]
        if all(each.readable for each in values) and sum(parts) == total:
            return ""
        return "这一行的格与其他各行没有对齐，横向合计也对不上"

    def _say(self, notice: Notice, row: str, line: LabelledRow, **words: str) -> None:
        place = row_place(line.grid, line.label.row)
        self.bound.say(
            notice, self.fields(row), row=self._name(row), place=place, label=shown(line), **words
        )

    def _name(self, row: str) -> str:
        return self.edition.field_by_id[self.fields(row)[0]].row_label

    def _missing(self, rows: list[str]) -> None:
        if len(rows) == len(self.rows):
            part = self.edition.part_of_table(self.table)
            fields = [each for row in rows for each in self.fields(row)]
            self.bound.say(Notice.TABLE_MISSING, fields, part=part.title)
            return
        for row in rows:
            self.bound.say(Notice.ROW_MISSING, self.fields(row), row=self._name(row))

    def _order(self, names: dict[str, str]) -> None:
        order = [names.get(row, row) for row in self.rows]
        places = [order.index(line.row) for line in self.lines if line.row in order]
        if places != sorted(places):
            fields = [each for row in self.rows for each in self.fields(row)]
            part = self.edition.part_of_table(self.table)
            self.bound.say(Notice.ROWS_ELSEWHERE, fields, part=part.title)


def shown(line: LabelledRow) -> str:
    """Return a label as it is printed, on one line."""
    return trim(line.label.text.replace("\n", ""))
