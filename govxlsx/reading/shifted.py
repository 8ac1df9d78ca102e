"""Rows whose figures were pushed aside, and columns whose figures were pushed up or down.

Deleting the empty cells of a label with "shift left" does the former: each figure then stands under
the heading of another one, and nothing but the number of the cells tells. Deleting a cell with
"shift up" does the latter: headings further down leave the row of those beside them.
"""

from __future__ import annotations

from dataclasses import replace

from govxlsx.addresses import Position, address, areas_text
from govxlsx.form.editions.model import Edition
from govxlsx.reading.labels import Located
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim
from govxlsx.workbook import Sheet

_ROWS = {"what": "行", "against": "表头的列", "moved": "左移或右移"}
_COLUMNS = {"what": "列", "against": "行名的行", "moved": "上移或下移"}


def without_shifted(sheet: Sheet, edition: Edition, found: Located) -> Located:
    """Return what was found without what is shifted, with a remark upon each kind."""
    lost = {at: each for at, each in found.figures.items() if at[1] in found.aslant}
    if lost:
        cells = sorted(at for at in lost if at in sheet.cells) or sorted(lost)
        labels = dict.fromkeys(edition.field_by_id[each].column_label for each in lost.values())
        words = {**_COLUMNS, "count": str(len(found.aslant)), "names": "”、“".join(labels)}
        found = _without(sheet, found, list(lost.values()), cells, words)
    return _without_rows(sheet, edition, found)


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
    words = {**_ROWS, "count": str(len(aside)), "names": "”、“".join(labels)}
    return _without(sheet, found, lost, cells, words)


def _without(
    sheet: Sheet, found: Located, lost: list[str], cells: list[Position], words: dict[str, str]
) -> Located:
    """Return what was found without some figures; ``cells`` are where these now stand."""
    words["areas"] = areas_text(cells)
    remark = Remark(
        Notice.SHIFTED, sheet.name, tuple(address(*at) for at in cells), tuple(lost), words
    )
    gone = set(lost)
    kept = {field_id: at for field_id, at in found.fields.items() if field_id not in gone}
    return replace(
        found,
        fields=kept,
        figures={at: field_id for field_id, at in kept.items()},
        labels=found.labels | set(cells),
        remarks=[*found.remarks, remark],
        moved=[each for each in found.moved if each[0] in kept],
    )


def _beside(sheet: Sheet, found: Located, row: int, columns: set[int]) -> list[Position]:
    """Return the cells of a row's figures where as many as the columns stand beside them."""
    given = [
        at
        for at, cell in sheet.cells.items()
        if at[0] == row and at not in found.labels and (trim(cell.text) or cell.formula)
    ]
    aside = {column for _, column in given} - columns
    return sorted(given) if aside and len(given) == len(columns) else []
