"""The sheet 校验: every prescribed sum as a live formula, with its result and the way to it."""

from __future__ import annotations

from collections import Counter

from govxlsx.addresses import Area, Place
from govxlsx.form.control import (
    BLANK,
    CORRECT,
    HINT,
    LABELS,
    NOTHING,
    UNCOMPUTED,
    WRONG,
    ControlLine,
    lines,
)
from govxlsx.form.editions.model import Edition, Sum
from govxlsx.form.layout import CONTROL
from govxlsx.template import styles
from govxlsx.template.book import BookWriter
from govxlsx.template.heading import head
from govxlsx.template.measure import height
from govxlsx.template.positions import cells, references, sheet_of
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import BROKEN, CENTERED, GOOD, HEAD, LINK, PLAIN, UNKNOWN
from govxlsx.template.values import (
    PLACES,
    Values,
    add,
    difference,
    entries,
    verdict,
)

_TAB = "#6AA57A"
_WIDTHS = (6.0, 16.0, 76.0, 10.0, 10.0, 10.0, 9.0, 7.0)
_FOUND, _EXPECTED, _DIFFERENCE, _RESULT, _LINK = range(3, 8)
_SUMMARY, _HINT_ROW, _HEADER, _TOP = 1, 2, 3, 4
_SUMMARY_STYLE = {**styles.HINT, "font_size": 12, "bold": 1, "font_color": "#1F3A5F"}


def _cell(row: int, column: int) -> str:
    return references([(row, column)])


def _unless_unknown(row: int, formula: str) -> str:
    return f'=IF({_cell(row, _RESULT)}="{UNCOMPUTED}","{NOTHING}",{formula})'


def _result_formula(edition: Edition, each: Sum, found: str, expected: str) -> str:
    whole = references(cells(edition, each.fields), sheet_of(edition, each.field))
    typed = references(cells(edition, entries(edition, each)), sheet_of(edition, each.field))
    return (
        f'=IF(COUNTA({whole})<>COUNT({whole}),"{UNCOMPUTED}",'
        f'IF(ROUND({found}-{expected},{PLACES})<>0,"{WRONG}",'
        f'IF(AND(COUNT({typed})=0,{found}=0),"{BLANK}","{CORRECT}")))'
    )


def _write_formulas(
    sheet: SheetWriter, row: int, edition: Edition, each: Sum, values: Values
) -> str:
    """Write the four formulas of a sum with their results; return the verdict."""
    name = sheet_of(edition, each.field)
    result = verdict(edition, each, values)
    known = result != UNCOMPUTED
    sides = []
    for column, fields in ((_FOUND, each.totals), (_EXPECTED, each.parts)):
        formula = f"SUM({references(cells(edition, fields), name)})"
        amount = add(values[field] for field in fields)
        shown = amount if known else NOTHING
        sheet.formula(row, column, _unless_unknown(row, formula), shown, CENTERED)
        sides.append((formula, amount))
    (found_formula, found), (expected_formula, expected) = sides
    gap = f"ROUND({_cell(row, _FOUND)}-{_cell(row, _EXPECTED)},{PLACES})"
    shown = difference(found, expected) if known else NOTHING
    sheet.formula(row, _DIFFERENCE, _unless_unknown(row, gap), shown, CENTERED)
    formula = _result_formula(edition, each, found_formula, expected_formula)
    sheet.formula(row, _RESULT, formula, result, CENTERED)
    return result


def _write_line(sheet: SheetWriter, row: int, line: ControlLine) -> None:
    sheet.write(row, 0, line.number, CENTERED)
    sheet.write(row, 1, line.sheet, CENTERED)
    sheet.write(row, 2, line.text, PLAIN)
    sheet.link(row, _LINK, Place(line.sheet, line.cell), line.cell, LINK)
    sheet.height(row, height(line.text, _WIDTHS[2], least=20))


def _write_summary(sheet: SheetWriter, area: Area, results: Counter[str]) -> None:
    column = area.reference(fixed_rows=True, fixed_columns=True)
    formula, value = f'"共 "&ROWS({column})&" 项：', f"共 {results.total()} 项："
    for position, result in enumerate((CORRECT, WRONG, UNCOMPUTED, BLANK)):
        comma = "，" if position else ""
        formula += f'{comma}{result} "&COUNTIF({column},"{result}")&" 项'
        value += f"{comma}{result} {results[result]} 项"
    sheet.merge(Area(_SUMMARY, 0, _SUMMARY, _LINK), _SUMMARY_STYLE)
    sheet.formula(_SUMMARY, 0, f'={formula}"', value, _SUMMARY_STYLE)
    sheet.height(_SUMMARY, 26)


def write(book: BookWriter, edition: Edition, values: Values) -> None:
    """Write the sheet. ``values`` are the figures as shown, sums calculated."""
    sheet = book.sheet(CONTROL, _TAB)
    head(sheet, CONTROL, HINT, _WIDTHS, _HINT_ROW)
    for column, label in enumerate(LABELS):
        sheet.write(_HEADER, column, label, HEAD)
    sheet.height(_HEADER, 24)
    results: Counter[str] = Counter()
    for row, (line, each) in enumerate(zip(lines(edition), edition.sums, strict=True), _TOP):
        _write_line(sheet, row, line)
        results[_write_formulas(sheet, row, edition, each, values)] += 1
    bottom = _TOP + len(edition.sums) - 1
    area = Area(_TOP, _RESULT, bottom, _RESULT)
    _write_summary(sheet, area, results)
    first = _cell(_TOP, _RESULT)
    for result, style in (
        (CORRECT, GOOD),
        (WRONG, BROKEN),
        (UNCOMPUTED, UNKNOWN),
        (BLANK, UNKNOWN),
    ):
        sheet.highlight((area,), f'={first}="{result}"', style)
    sheet.freeze(_TOP)
    sheet.print_as(Area(0, 0, bottom, _LINK), landscape=True, repeat=(_HEADER, _HEADER))
    sheet.protect()
