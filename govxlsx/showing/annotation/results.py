"""The copy's first sheet, 校验结果: every finding, what stops the report first.

It is written as the only sheet of a workbook of its own, of which the copy takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from govxlsx.addresses import Area, Place
from govxlsx.checking.finding import SEVERITY_WORDS, Finding, Outcome
from govxlsx.form.layout import RESULTS
from govxlsx.personal import masked
from govxlsx.report.figure import legible
from govxlsx.report.identity import name_told, year_told
from govxlsx.report.interchange import CELL_LIMIT
from govxlsx.report.model import Report
from govxlsx.showing.annotation.sheet_list import MAIN, ListedSheet
from govxlsx.showing.annotation.styles import COLOURS
from govxlsx.showing.listing import Item, counts, listed, place
from govxlsx.template.book import BookWriter
from govxlsx.template.measure import height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, HEAD, HINT, LINK, PLAIN, Style
from govxlsx.template.values import Value
from govxlsx.text import shortened

_COLUMNS = (
    ("说明", 46.0),
    ("怎么办", 40.0),
    ("级别", 7.0),
    ("编码", 8.5),
    ("工作表", 16.0),
    ("单元格", 8.5),
    ("现在是", 12.0),
    ("应当是", 12.0),
    ("已作说明", 18.0),
)
_WIDTHS = tuple(width for _, width in _COLUMNS)
_MESSAGE, _FIX, _SEVERITY, _, _, _CELL, _FOUND, _EXPECTED, _EXPLAINED = range(9)
_SENTENCES = (_MESSAGE, _FIX, _EXPLAINED)
_STATUS_ROW, _HINT_ROW, _HEADER = 1, 2, 3
_TAB = "#C00000"
_UNBROKEN = 10.0
"""So many half-width characters a line of a sentence may leave free: B7、B8、B9 is not broken."""
_HINT = (
    "点“单元格”一列可以跳到该格，格上的批注说明问题和改法。"
    "红色是错误，必须改，先看粗框的格；黄色是提醒，请改正或作出说明；蓝色仅供了解。"
    "这份文件是副本：请在原文件里修改，再校验、报送。"
)
_STATUS: Style = {**HINT, "font_size": 12, "bold": 1, "font_color": "#000000"}
_LEFT: Style = {**PLAIN, "valign": "top", "indent": 0}
_CENTER: Style = {**CENTERED, "valign": "top"}
_LINK: Style = {**LINK, "valign": "top"}
_FORMULA_SIGNS = ("=", "+", "-", "@")
_EXACT = 10**15
"""From here on a spreadsheet does not keep every digit of a number."""
_PARTS = ("worksheets/sheet1", "styles", "sharedStrings", "workbook")


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """The sheet's XML, that of its styles, and its own names for areas of its cells."""

    xml: etree._Element
    styles: etree._Element
    names: Sequence[etree._Element]


class _Row(NamedTuple):
    """What is told of a finding, or of several by their first one, and how its message looks."""

    of: Finding
    look: Style
    message: str
    fix: str
    codes: str
    cell: str | None
    found: Value = None
    expected: Value = None
    explained: str | None = None


def made(name: str, others: Sequence[ListedSheet], report: Report, outcome: Outcome) -> ResultSheet:
    """Return the sheet for a copy whose sheets are ``others``."""
    sheets = {masked(each.name): each for each in others}
    book = BookWriter(RESULTS, RESULTS)
    sheet = book.sheet(name, _TAB)
    sheet.head(RESULTS, _HINT, _WIDTHS, _HINT_ROW)
    state = "有错误，改正后才能生成报告" if outcome.status == "errors" else "没有错误"
    about = f"{name_told(report.agency.shown)}，{year_told(report.year)}"
    told = f"{counts(outcome)}。{about}：{state}。"
    sheet.fill(Area(_STATUS_ROW, 0, _STATUS_ROW, len(_COLUMNS) - 1), told, _STATUS)
    sheet.height(_STATUS_ROW, height(told, sum(_WIDTHS), 22, 12))
    sheet.row(_HEADER, (label for label, _ in _COLUMNS), HEAD)
    sheet.height(_HEADER, 24)
    rows = [row for item in listed(outcome.findings, report.form) for row in _rows(item)]
    for number, row in enumerate(rows, _HEADER + 1):
        _write(sheet, number, row, sheets)
    if not rows:
        sheet.write(_HEADER + 1, 0, "没有发现问题。")
    last = Area(_HEADER, 0, _HEADER + max(1, len(rows)), len(_COLUMNS) - 1)
    sheet.filter(last)
    sheet.freeze(_HEADER + 1)
    sheet.print_as(last._replace(top=0), landscape=True, repeat=(_HEADER, _HEADER))
    return _taken(book.close())


def _taken(book: bytes) -> ResultSheet:
    """Take the only sheet out of its workbook; its texts then stand in its cells."""
    with ZipFile(BytesIO(book)) as package:
        parts = (etree.fromstring(package.read(f"xl/{each}.xml")) for each in _PARTS)
        sheet, styles, strings, whole = parts
    for cell in sheet.iter(f"{MAIN}c"):
        if cell.get("t") == "s":
            text = deepcopy(strings[int(cell.findtext(f"{MAIN}v", ""))])
            text.tag = f"{MAIN}is"
            cell.set("t", "inlineStr")
            cell[:] = [text]
    return ResultSheet(sheet, styles, [*whole.iter(f"{MAIN}definedName")])


def _rows(item: Item) -> Iterator[_Row]:
    """Yield the rows of an item: what mends its findings, these, how many have no row."""
    first, below = item.first, ""
    look: Style = {}
    if item.lead is not None:
        fix = "照左边改好，下面几行就都好了。"
        yield _Row(first, {"bold": 1}, item.lead, fix, item.codes, item.cell)
        look, below = {"indent": 2}, f"见上：先看 {item.cell}。"
    for each in item.told:
        found = "（空）" if each.found is None and each.expected is not None else each.found
        told = (each.message, below or each.fix, each.code, each.cell)
        yield _Row(each, look, *told, found, each.expected, each.explained)
    if item.rest:
        each = item.findings[len(item.told)]
        message = f"等 {len(item.findings)} 处，其余 {item.rest} 处见各格的批注。"
        yield _Row(each, look, message, below, each.code, each.cell)


def _write(sheet: SheetWriter, number: int, row: _Row, sheets: Mapping[str, ListedSheet]) -> None:
    """Write a row; its cell is a link where its sheet can be gone to."""
    name = row.of.sheet or ""
    there = sheets.get(name)
    hidden = there is not None and there.hidden
    severity = row.of.severity
    told = [
        *(row.message, row.fix, SEVERITY_WORDS[severity], row.codes),
        *(f"{name or '整个工作簿'}{'（隐藏）' if hidden else ''}", row.cell or ""),
        *(legible(row.found), legible(row.expected), row.explained or ""),
    ]
    colour = f"#{COLOURS[severity][2:]}"
    looks: dict[int, Style] = {_MESSAGE: row.look, _SEVERITY: {"bold": 1, "bg_color": colour}}
    for column, text in enumerate(told):
        style: Style = {**(_LEFT if column in _SENTENCES else _CENTER), **looks.get(column, {})}
        if text.startswith(_FORMULA_SIGNS):
            style = {**style, "quote_prefix": 1}
        sheet.write(number, column, shortened(text, CELL_LIMIT), style)
    for column, value in ((_FOUND, row.found), (_EXPECTED, row.expected)):
        if isinstance(value, (int, Decimal)) and -_EXACT < value < _EXACT:
            sheet.write(number, column, value, _CENTER)
    if there is not None and row.cell and not hidden and place(row.cell) is not None:
        sheet.link(number, _CELL, Place(there.name, row.cell), row.cell, _LINK, "跳到该格")
    widths = zip(told, _WIDTHS, strict=True)
    sheet.height(
        number,
        max(
            height(text, width - (_UNBROKEN if column in (_MESSAGE, _FIX) else 0), least=22)
            for column, (text, width) in enumerate(widths)
        ),
    )
