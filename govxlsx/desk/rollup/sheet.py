"""The workbook of a roll-up: the template filled with the sum, and the sheet 分机关数据.

That has a row for each body, a column for each figure, and their total.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from govxlsx import template
from govxlsx.addresses import Area
from govxlsx.desk.rollup import Rollup
from govxlsx.desk.rollup.addition import RolledUp, agency_of, filled
from govxlsx.desk.rollup.choice import Choice, Counted, Wanted
from govxlsx.errors import UsageError
from govxlsx.form.editions.tables import Field
from govxlsx.form.layout import SHARES, places
from govxlsx.report.model import Report
from govxlsx.template.book import BookWriter
from govxlsx.template.measure import height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, HEAD, PLAIN, SECTION, TOTAL
from govxlsx.text import speakable

_TAB = "#8E7CC3"
_LABELS = ("序号", "机关名称", "机关类别", "统计范围", "文件", "备注")
_WIDTHS = (6.0, 32.0, 22.0, 15.0, 34.0, 30.0)
_LINE = 20.0
_FIGURE_WIDTH = 11.0
_LEFT = len(_LABELS)
_PART, _ROW, _COLUMN, _CELL, _TOP = range(2, 7)
"""The rows of the header, and the first row of a body."""

MOST = 15_000
"""So many bodies one workbook can hold and still be opened, checked and built; more of them are
summed county by county first."""

_SHOWN = 18
"""The title and the lists below the total are as wide as this many columns."""

_NAME_COLUMN = 1
_PAGES = 14
"""So many pages of A4 stand side by side in print, at a size that can be read."""


def workbook(result: Rollup, wanted: Wanted, words: Report | None) -> bytes:
    """Return the workbook; ``words`` is the government's own report, whose text it goes on with.

    Raises UsageError where more bodies are counted than a workbook can name.
    """
    count = len(result.choice.counted)
    if count > MOST:
        raise UsageError(
            f"计入的机关有 {count} 个，一份工作簿最多汇总 {MOST} 个，没有生成工作簿。"
            "请先按县（市、区）分别汇总，再汇总各县（市、区）的结果。"
        )
    kind = wanted.target.kind if wanted.target is not None else ""
    data = filled(result.sum, result.year, agency_of(wanted.agency, kind, words), words)
    return template.workbook(result.sum.edition, data, sheet_of(result.choice, result.sum))


def sheet_of(choice: Choice, result: RolledUp, name: str = SHARES) -> Callable[[BookWriter], None]:
    """Return what writes the sheet, under a name, into a workbook that is being made."""

    def write(book: BookWriter) -> None:
        sheet = book.sheet(name, _TAB)
        fields = result.edition.fields
        sheet.head(name, _hint(result), (*_WIDTHS, *([_FIGURE_WIDTH] * (_SHOWN - _LEFT))))
        sheet.widths((*_WIDTHS, *([_FIGURE_WIDTH] * len(fields))))
        _header(sheet, result)
        for number, each in enumerate(choice.counted):
            _body(sheet, number, each)
        _figures(sheet, choice.counted, result)
        bottom = _TOP + len(choice.counted)
        _total(sheet, bottom, result)
        _lists(sheet, bottom + 2, choice)
        sheet.freeze(_TOP, _NAME_COLUMN + 1)
        sheet.print_as(None, landscape=True, repeat=(_PART, _CELL), across=_PAGES)
        sheet.protect()

    return write


def _hint(result: RolledUp) -> str:
    sentences = ["每行是一个计入汇总的机关，每列是表中的一格，表头最下一行是它在汇总表中的单元格"]
    for field, unit in result.units.items():
        sentences.append(f"{result.edition.field_by_id[field].column_label}统一换算为{unit}")
    sentences.append("空白是没有填，计作 0")
    sentences.append("本页由汇总程序生成，不用填写，也不印入报告")
    return "。".join(sentences) + "。"


def _header(sheet: SheetWriter, result: RolledUp) -> None:
    for column, label in enumerate(_LABELS):
        sheet.fill(Area(_PART, column, _CELL, column), label, HEAD)
    fields, at = result.edition.fields, places(result.edition.id)
    parts = result.edition.part_of_table
    _spans(sheet, _PART, fields, lambda each: parts(each.table).title)
    _spans(sheet, _ROW, fields, lambda each: each.row, lambda each: each.row_label)
    for column, field in enumerate(fields, _LEFT):
        unit = result.units.get(field.id)
        label = f"{field.column_label}（{unit}）" if unit else field.column_label
        sheet.write(_COLUMN, column, label, HEAD)
        sheet.write(_CELL, column, at[field.id].cell, HEAD)
    for row, points in ((_PART, 24.0), (_ROW, 40.0), (_COLUMN, 40.0), (_CELL, 20.0)):
        sheet.height(row, points)


def _spans(
    sheet: SheetWriter,
    row: int,
    fields: Sequence[Field],
    key: Callable[[Field], str],
    label: Callable[[Field], str] | None = None,
) -> None:
    """Write one header cell over each run of fields of one key."""
    column = _LEFT
    for text, run in groupby(fields, key):
        held = list(run)
        area = Area(row, column, row, column + len(held) - 1)
        sheet.fill(area, label(held[0]) if label is not None else text, HEAD)
        column += len(held)


def _body(sheet: SheetWriter, number: int, each: Counted) -> None:
    submission = each.submission
    row = _TOP + number
    sheet.write(row, 0, number + 1, CENTERED)
    values = (each.name, each.kind, submission.agency.scope, speakable(submission.path), each.note)
    sheet.row(row, values, PLAIN, 1)
    sheet.height(row, max(map(height, values, (width - 2 for width in _WIDTHS[1:]), [_LINE] * 5)))


def _figures(sheet: SheetWriter, counted: Sequence[Counted], result: RolledUp) -> None:
    """Write every body's figures; what could not be added stands there as it was written."""
    odd: dict[str, dict[str, str]] = {}
    for each in result.unadded:
        odd.setdefault(each.name, {})[each.field] = each.figure.raw
    names = list(result.frame.columns)
    for row, body in enumerate(counted):
        if found := odd.get(body.name):
            values = zip(names, result.frame.iloc[row], strict=True)
            told = (found.get(field, value) for field, value in values)
            sheet.row(_TOP + row, told, CENTERED, _LEFT)
    rows = zip(counted, result.frame.itertuples(index=False, name=None), strict=True)
    sheet.numbers(
        Area(_TOP, _LEFT, _TOP + len(counted) - 1, _LEFT + len(names) - 1),
        (None if body.name in odd else values for body, values in rows),
        CENTERED,
    )


def _total(sheet: SheetWriter, row: int, result: RolledUp) -> None:
    sheet.fill(Area(row, 0, row, _LEFT - 1), "合计", TOTAL)
    sheet.height(row, _LINE)
    for column, field in enumerate(result.edition.fields, _LEFT):
        value = result.total[field.id]
        if value is None:
            sheet.write(row, column, None, TOTAL)
        else:
            cells = Area(_TOP, column, row - 1, column).reference()
            sheet.formula(row, column, f"=SUM({cells})", value, TOTAL)


def _lists(sheet: SheetWriter, row: int, choice: Choice) -> None:
    missing = [(each.name, each.kind, each.note or "没有报送") for each in choice.missing]
    left = [(each.name, each.submission.path, each.reason) for each in choice.left_out]
    for title, lines in (("没有报送的机关", missing), ("没有计入的报送", left)):
        if not lines:
            continue
        sheet.fill(Area(row, 0, row, _SHOWN - 1), f"{title}（{len(lines)}）", SECTION)
        sheet.height(row, 26)
        for number, (name, about, reason) in enumerate(lines, 1):
            row += 1
            sheet.write(row, 0, number, CENTERED)
            sheet.write(row, _NAME_COLUMN, name, PLAIN)
            sheet.fill(Area(row, 2, row, 3), about, PLAIN)
            sheet.fill(Area(row, 4, row, _SHOWN - 1), reason, PLAIN)
            sheet.height(row, max(height(reason, 150, _LINE), height(about, 32), height(name, 30)))
        row += 2
