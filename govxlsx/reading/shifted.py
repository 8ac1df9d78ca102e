"""Rows whose figures were pushed aside, and columns whose figures were pushed up or down.

Deleting the empty cells of a label with "shift left" does the former: each figure then stands under
the heading of another one, and nothing but the number of the cells tells. Deleting a cell with
"shift up" does the latter: headings further down leave the row of those beside them. So does
inserting one: the last figure then stands below its table.
"""

from collections.abc import Iterable
from dataclasses import replace

from govxlsx.addresses import Position, address, areas_text
from govxlsx.form.editions.model import Edition
from govxlsx.reading.figures import may_be_figure
from govxlsx.reading.search import Located, quoted
from govxlsx.reading.sums import added, and_totals
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim
from govxlsx.workbook import Sheet

_ROWS = {"what": "行", "against": "表头的列", "moved": "左移或右移"}
_COLUMNS = {"what": "列", "against": "行名的行", "moved": "上移或下移"}


def without_shifted(sheet: Sheet, edition: Edition, found: Located) -> Located:
    """Return what was found without what is shifted, with a remark upon each kind."""
    lost = {at: each for at, each in found.figures.items() if at[1] in found.aslant}
    cells = [at for at in lost if at in sheet.cells]
    for column, rows, below in _pushed_down(sheet, found):
        lost |= {(row, column): found.figures[row, column] for row in rows}
        cells += [(row, column) for row in rows if (row, column) in sheet.cells]
        cells += [(row, column) for row in below]
    if lost:
        cells = sorted(set(cells)) or sorted(lost)
        labels = dict.fromkeys(edition.field_by_id[each].column_label for each in lost.values())
        count = str(len({column for _, column in lost}))
        words = {**_COLUMNS, "count": count, "names": quoted(labels)}
        found = without(sheet, edition, found, list(lost.values()), cells, words)
    return _without_totals_aside(sheet, edition, _without_rows(sheet, edition, found))


def _pushed_down(sheet: Sheet, found: Located) -> list[tuple[int, range, range]]:
    """Return columns with blanks and as many figures right below them: column, rows, rows below.

    Each is of figures without a gap; a column may have several. Where a note belongs, none is.
    """
    blank = sorted((at[1], at[0]) for at in found.figures if is_blank(sheet, at))
    note = (found.note[0], found.note[1] + 1) if found.note is not None else None
    pushed: dict[tuple[int, int], tuple[int, range, range]] = {}
    for column, row in blank:
        top = bottom = row
        while (top - 1, column) in found.figures:
            top -= 1
        while (bottom + 1, column) in found.figures:
            bottom += 1
        end = bottom + 1
        while (end, column) != note and is_stray(sheet, found, (end, column)):
            end += 1
        if end == bottom + 1:
            continue
        blanks = sum(top <= each <= bottom for at, each in blank if at == column)
        if end - bottom - 1 == blanks:
            rows, below = range(top, bottom + 1), range(bottom + 1, end)
            pushed[column, top] = (column, rows, below)
    return list(pushed.values())


def is_blank(sheet: Sheet, at: Position) -> bool:
    """Tell whether nothing stands in a cell."""
    cell = sheet.cells.get(at)
    return cell is None or not (trim(cell.text) or cell.formula)


def is_stray(sheet: Sheet, found: Located, at: Position) -> bool:
    """Tell whether a figure stands where none belongs."""
    known = at in found.labels or at in found.figures or is_blank(sheet, at)
    return not known and may_be_figure(sheet.cells[at])


def _without_rows(sheet: Sheet, edition: Edition, found: Located) -> Located:
    blank = {at[0] for at in found.fields.values() if at not in sheet.cells}
    rows: dict[int, dict[int, str]] = {}
    for (row, column), field_id in found.figures.items():
        if row in blank:
            rows.setdefault(row, {})[column] = field_id
    beside = {row: _beside(sheet, found, row, set(columns)) for row, columns in rows.items()}
    aside = {row: given for row, given in beside.items() if given}
    if not aside:
        return found
    lost = [field_id for row in aside for field_id in rows[row].values()]
    cells = [at for given in aside.values() for at in given]
    labels = dict.fromkeys(edition.field_by_id[field_id].row_label for field_id in lost)
    words = {**_ROWS, "count": str(len(aside)), "names": quoted(labels)}
    return without(sheet, edition, found, lost, cells, words)


def _without_totals_aside(sheet: Sheet, edition: Edition, found: Located) -> Located:
    """Return what was found without lines whose own sum stands at a part of it, one cell blank."""
    if not any(_is_calculated(sheet, edition, *each) for each in found.figures.items()):
        return found
    for across, words in ((0, _ROWS), (1, _COLUMNS)):
        lines: dict[int, list[Position]] = {}
        for at in sorted(found.figures):
            lines.setdefault(at[across], []).append(at)
        aside = [
            line
            for line in lines.values()
            if any(is_blank(sheet, at) for at in line)
            and any(_adds_up_its_line(sheet, edition, found, at, across) for at in line)
        ]
        if aside:
            lost = [found.figures[at] for line in aside for at in line]
            fields = [edition.field_by_id[found.figures[line[0]]] for line in aside]
            labels = [each.column_label if across else each.row_label for each in fields]
            given = {"count": str(len(aside)), "names": quoted(labels)}
            cells = [at for line in aside for at in line if not is_blank(sheet, at)]
            found = without(sheet, edition, found, lost, cells, {**words, **given})
    return found


def _adds_up_its_line(
    sheet: Sheet, edition: Edition, found: Located, at: Position, across: int
) -> bool:
    """Tell whether the sum of its row (``across`` 0) or column stands where no total belongs."""
    if not _is_calculated(sheet, edition, at, found.figures[at]):
        return False
    parts = added(sheet.cells[at].formula or "")
    return parts is not None and len(parts) > 1 and all(one[across] == at[across] for one in parts)


def _is_calculated(sheet: Sheet, edition: Edition, at: Position, field_id: str) -> bool:
    """Tell whether a formula stands where no total belongs."""
    cell = sheet.cells.get(at)
    return cell is not None and bool(cell.formula) and field_id not in edition.parts_of_total


def without(
    sheet: Sheet,
    edition: Edition,
    found: Located,
    lost: list[str],
    cells: list[Position],
    words: dict[str, str],
    besides: Iterable[Position] = (),
) -> Located:
    """Return what was found without some figures; ``cells`` are where these now stand.

    The remark names the totals that were calculated from them behind them, and then what is
    ``besides`` not read for the same cause.
    """
    words["areas"] = areas_text(cells)
    totals = _calculated(sheet, edition, found, lost)
    fields = (*lost, *totals)
    cells = [*cells, *(found.fields[each] for each in totals), *besides]
    remark = Remark(Notice.SHIFTED, sheet.name, tuple(address(*at) for at in cells), fields, words)
    gone = set(fields)
    kept = {field_id: at for field_id, at in found.fields.items() if field_id not in gone}
    return replace(
        found,
        fields=kept,
        figures={at: field_id for field_id, at in kept.items()},
        labels=found.labels | set(cells),
        remarks=[*found.remarks, remark],
        moved=[each for each in found.moved if each[0] in kept],
    )


def _calculated(sheet: Sheet, edition: Edition, found: Located, lost: list[str]) -> list[str]:
    """Return the totals that were calculated from figures that are lost."""
    formulas = {
        total: parts
        for total, parts in edition.parts_of_total.items()
        if total in found.fields
        and (cell := sheet.cells.get(found.fields[total])) is not None
        and cell.formula
        and total not in lost
    }
    gone = and_totals(lost, formulas)
    return [total for total in formulas if total in gone]


def _beside(sheet: Sheet, found: Located, row: int, columns: set[int]) -> list[Position]:
    """Return the cells of a row's figures where as many as the columns stand beside them."""
    given = [
        at
        for at in sheet.cells
        if at[0] == row and at not in found.labels and not is_blank(sheet, at)
    ]
    aside = [at for at in given if at[1] not in columns]
    shifted = len(given) == len(columns) and any(may_be_figure(sheet.cells[at]) for at in aside)
    return sorted(given) if shifted else []
