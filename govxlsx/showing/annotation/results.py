"""The copy's first sheet, 校验结果: every finding, what stops the report first.

It is made by openpyxl as the only sheet of a workbook of its own, of which the copy takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.stylesheet import write_stylesheet
from openpyxl.utils import absolute_coordinate, get_column_letter, quote_sheetname
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from govxlsx.checking.finding import SEVERITY_WORDS, Finding, Outcome
from govxlsx.form.layout import RESULTS
from govxlsx.personal import masked
from govxlsx.report.figure import Number, legible
from govxlsx.report.identity import name_told, year_told
from govxlsx.report.interchange import CELL_LIMIT
from govxlsx.report.model import Report
from govxlsx.showing.annotation.marks import stored
from govxlsx.showing.annotation.sheet_list import MAIN, ListedSheet
from govxlsx.showing.annotation.styles import COLOURS
from govxlsx.showing.listing import Item, counts, listed, place
from govxlsx.template.measure import height
from govxlsx.text import shortened

COLUMNS = (
    ("说明", 46),
    ("怎么办", 40),
    ("级别", 7),
    ("编码", 7.5),
    ("工作表", 16),
    ("单元格", 8.5),
    ("现在是", 12),
    ("应当是", 12),
    ("已作说明", 18),
)
_SENTENCES = 2
"""So many columns hold sentences."""

_UNBROKEN = 10
"""So many half-width characters a line of a sentence may leave free: B7、B8、B9 is not broken."""

HEADER_ROW = 4

_HINT = (
    "点“单元格”一列可以跳到该格，格上的批注说明问题和改法。"
    "红色是错误，必须改，先看粗框的格；黄色是提醒，请改正或作出说明；蓝色仅供了解。"
    "这份文件是副本：请在原文件里修改，再校验、报送。"
)
_CENTERED = range(3, 9)
_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_BELOW = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=2)
_CENTER = Alignment(horizontal="center", vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LINE = Alignment(vertical="center", wrap_text=True)
_EDGE = Side("thin", color="FFA6B4C2")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_FONT = Font(name="宋体", size=11, charset=134)
_BOLD = Font(name="宋体", size=11, bold=True, charset=134)
_LINK = Font(name="宋体", size=11, color="FF1F5FBF", underline="single", charset=134)
_TITLE = Font(name="黑体", size=16, color="FF1F3A5F", charset=134)
_STATUS = Font(name="宋体", size=12, bold=True, charset=134)
_SMALL = Font(name="宋体", size=10, color="FF595959", charset=134)
_HEAD = Font(name="黑体", size=11, charset=134)
_HEAD_FILL = PatternFill("solid", fgColor="FFD9E2EC")
_FORMULA_SIGNS = ("=", "+", "-", "@")
_FOOTER = "第 &P 页，共 &N 页"
_EXACT = 10**15
"""From here on a spreadsheet does not keep every digit of a number."""


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """The sheet's XML, that of its styles, and its own names for areas of its cells."""

    xml: etree._Element
    styles: etree._Element
    names: Sequence[etree._Element]


class _Row(NamedTuple):
    """What is told of a finding, or of several by their first one; ``style`` is its message's."""

    of: Finding
    message: str
    fix: str
    codes: str
    cell: str | None
    found: Number | str | None = None
    expected: Number | str | None = None
    explained: str | None = None
    style: Alignment = _LEFT
    font: Font = _FONT


def made(name: str, others: Sequence[ListedSheet], report: Report, outcome: Outcome) -> ResultSheet:
    """Return the sheet for a copy whose sheets are ``others``."""
    sheets = {masked(each.name): each for each in others}
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    _head(sheet, report, outcome)
    rows = [row for item in listed(outcome.findings, report.form) for row in _rows(item)]
    for number, row in enumerate(rows, HEADER_ROW + 1):
        _write(sheet, number, row, sheets)
    if not rows:
        _text(sheet, HEADER_ROW + 1, 1, "没有发现问题。").font = _FONT
    _set_up(sheet, HEADER_ROW + max(1, len(rows)))
    return _taken(book)


def _taken(book: Workbook) -> ResultSheet:
    """Take the only sheet out of its workbook; openpyxl writes texts into their cells.

    No package is saved for it: its members would bear a time, which a clock before 1980 has not,
    and the sheet would lie in a temporary file meanwhile.
    """
    sheet, stream = book.worksheets[0], BytesIO()
    writer: Any = WorksheetWriter(sheet, stream)
    writer.write()
    filtered = f"{quote_sheetname(sheet.title)}!{absolute_coordinate(sheet.auto_filter.ref)}"
    names = (
        _name("_xlnm._FilterDatabase", filtered, hidden="1"),
        _name("_xlnm.Print_Area", sheet.print_area),
        _name("_xlnm.Print_Titles", sheet.print_titles),
    )
    styles = etree.fromstring(tostring(write_stylesheet(book)))
    return ResultSheet(etree.fromstring(stream.getvalue()), styles, names)


def _name(name: str, cells: str, **more: str) -> etree._Element:
    element = etree.Element(f"{MAIN}definedName", {"name": name, "localSheetId": "0", **more})
    element.text = cells
    return element


def _text(sheet: Worksheet, row: int, column: int, value: str) -> Cell:
    """Write a text that stays a text, whatever it begins with."""
    cell = _cell(sheet, row, column)
    cell.value = shortened(stored(value), CELL_LIMIT)
    cell.data_type = "s"
    if value.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
    return cell


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _head(sheet: Worksheet, report: Report, outcome: Outcome) -> None:
    name, year = name_told(report.agency.shown), year_told(report.year)
    state = "有错误，改正后才能生成报告" if outcome.status == "errors" else "没有错误"
    total = sum(width for _, width in COLUMNS)
    lines = (
        (RESULTS, _TITLE, 16, 30),
        (f"{counts(outcome)}。{name}，{year}：{state}。", _STATUS, 12, 22),
        (_HINT, _SMALL, 10, 20),
    )
    for row, (line, font, size, least) in enumerate(lines, 1):
        cell = _text(sheet, row, 1, line)
        cell.font, cell.alignment = font, _LINE
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(COLUMNS))
        sheet.row_dimensions[row].height = height(line, total, least, size)
    for column, (label, width) in enumerate(COLUMNS, 1):
        cell = _text(sheet, HEADER_ROW, column, label)
        cell.font, cell.alignment, cell.fill, cell.border = _HEAD, _MIDDLE, _HEAD_FILL, _BORDER
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[HEADER_ROW].height = 24


def _rows(item: Item) -> Iterator[_Row]:
    """Yield the rows of an item: what mends its findings, these, how many have no row."""
    first, below, style = item.first, "", _LEFT
    if item.lead is not None:
        fix = "照左边改好，下面几行就都好了。"
        yield _Row(first, item.lead, fix, item.codes, item.cell, font=_BOLD)
        below, style = f"见上：先看 {item.cell}。", _BELOW
    for each in item.told:
        found = "（空）" if each.found is None and each.expected is not None else each.found
        told = (each.message, below or each.fix, each.code, each.cell)
        yield _Row(each, *told, found, each.expected, each.explained, style)
    if item.rest:  # each is told at its own cell
        each = item.findings[len(item.told)]
        message = f"等 {len(item.findings)} 处，其余 {item.rest} 处见各格的批注。"
        yield _Row(each, message, below, each.code, each.cell, style=style)


def _write(sheet: Worksheet, number: int, row: _Row, sheets: Mapping[str, ListedSheet]) -> None:
    """Write a row, given the copy's sheets by their names; its cell is a link where that leads."""
    name, severity = row.of.sheet, row.of.severity
    there = sheets.get(name or "")
    hidden = there is not None and there.hidden
    where = f"{name or '整个工作簿'}{'（隐藏）' if hidden else ''}"
    told = (
        *(row.message, row.fix, SEVERITY_WORDS[severity], row.codes, where, row.cell or ""),
        *(legible(row.found), legible(row.expected), row.explained or ""),
    )
    for column, words in enumerate(told, 1):
        cell = _text(sheet, number, column, words)
        cell.font, cell.border = row.font, _BORDER
        cell.alignment = _CENTER if column in _CENTERED else row.style if column == 1 else _LEFT
    degree = _cell(sheet, number, 3)
    degree.font, degree.fill = _BOLD, PatternFill("solid", fgColor=COLOURS[severity])
    for column, value in ((7, row.found), (8, row.expected)):
        if isinstance(value, (int, Decimal)) and -_EXACT < value < _EXACT:
            _cell(sheet, number, column).value = value
    if there is not None and not hidden and place(row.cell) is not None:
        cell, location = _cell(sheet, number, 6), f"{quote_sheetname(there.name)}!{row.cell}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location, tooltip="跳到该格")
        cell.font = _LINK
    sheet.row_dimensions[number].height = max(
        height(words, width - (_UNBROKEN if column < _SENTENCES else 0), least=22)
        for column, (words, (_, width)) in enumerate(zip(told, COLUMNS, strict=True))
    )


def _set_up(sheet: Worksheet, last: int) -> None:
    """Filter, freeze and print: A4, landscape, one page wide, the header on every page."""
    column = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{column}{last}"
    sheet.print_area = f"A1:{column}{last}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.tabSelected = True
    sheet.sheet_properties.tabColor = "FFC00000"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    sheet.print_options.horizontalCentered = True
    footer = sheet.HeaderFooter.oddFooter
    assert footer is not None
    footer.center.text = _FOOTER
