"""The sheet 基本信息: who reports, for which year, and how the public reaches the agency."""

from datetime import date

from govxlsx.addresses import Area
from govxlsx.form.editions.model import Edition
from govxlsx.form.guidance import guidance
from govxlsx.form.layout import BASICS, ENTRIES, TABLE_TOP, BasicsLine
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import KINDS, SCOPES
from govxlsx.template.book import BookWriter
from govxlsx.template.entry_rules import EntryRule, choice, guided
from govxlsx.template.measure import HIGHEST, height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import ENTRY, HEAD, HINT, PARAGRAPH, TEXT, Style
from govxlsx.template.values import Value

VALUE_WIDTH = 50.0
"""The width of what is filled in, in half-width characters."""

_WIDTHS = (14.0, VALUE_WIDTH, 42.0)
_TAB = "#E0B84C"
_LAST_YEAR = 2100
_DATE_LABEL = "填报日期"
_LINE_HEIGHT, _PREAMBLE_HEIGHT = 24.0, 150.0


def _list(choices: tuple[str, ...]) -> EntryRule:
    refused = ("请从列表中选择", "请点击格子右边的箭头，从下拉列表中选择一项。")
    return guided(choice(choices), refused=refused)


def _between(kind: str, first: object, last: object) -> EntryRule:
    return {"validate": kind, "criteria": "between", "minimum": first, "maximum": last}


def _year(edition: Edition) -> EntryRule:
    first, last = edition.first_year, edition.last_year
    form = f"本模板用于 {first} {f'年至 {last} 年' if last else '年及以后'}的报告"
    return guided(
        _between("integer", first, last or _LAST_YEAR),
        ("报告年度", f"报告是哪一年的，就填哪一年，四位数字。{form}。"),
        ("年度不对", f"请填四位数字的年份。{form}，其他年度请换用相应的模板。"),
    )


def _options(entry: BasicsLine, edition: Edition) -> EntryRule | None:
    if entry.label == _DATE_LABEL:
        check = _between("date", date(edition.first_year, 1, 1), date(_LAST_YEAR, 12, 31))
        return guided(check, refused=("不是日期", "请按 2026-1-15 的样子填写日期。"))
    by_key = {"kind": _list(KINDS), "scope": _list(SCOPES), "year": _year(edition)}
    return by_key.get(entry.key)


def _style(entry: BasicsLine) -> Style:
    if entry.label == _DATE_LABEL:
        return {**ENTRY, "num_format": 'yyyy"年"m"月"d"日"'}
    return {"year": ENTRY, "preamble": PARAGRAPH}.get(entry.key, TEXT)


def _value(entry: BasicsLine, data: Interchange | None) -> Value:
    if data is None or not entry.key:
        return None
    if entry.key == "year":
        return data.year
    if entry.key == "preamble":
        return data.narrative.get(entry.key)
    return str(getattr(data.agency, entry.key))


def _write_entry(sheet: SheetWriter, row: int, entry: BasicsLine, value: Value) -> None:
    long = entry.key == "preamble"
    least = _PREAMBLE_HEIGHT if long else _LINE_HEIGHT
    sheet.write(row, 0, entry.label, HEAD)
    sheet.write(row, 1, value, _style(entry))
    sheet.write(row, 2, entry.hint, {**HINT, "indent": 1})
    needed = height(str(value or ""), VALUE_WIDTH, least)
    sheet.height(row, min(HIGHEST, max(needed, height(entry.hint, _WIDTHS[2], size=10))))


def write(book: BookWriter, edition: Edition, data: Interchange | None) -> None:
    """Write the sheet."""
    sheet = book.sheet(BASICS, _TAB)
    sheet.head(BASICS, guidance(edition.id, BASICS), _WIDTHS)
    for row, entry in enumerate(ENTRIES, TABLE_TOP):
        _write_entry(sheet, row, entry, _value(entry, data))
        options = _options(entry, edition)
        if options:
            sheet.validate((Area(row, 1, row, 1),), options)
    bottom = TABLE_TOP + len(ENTRIES) - 1
    sheet.quiet(("number_stored_as_text",), Area(TABLE_TOP, 1, bottom, 1))
    sheet.print_as(Area(0, 0, bottom, 2))
    sheet.protect()
