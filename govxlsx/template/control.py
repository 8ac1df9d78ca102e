"""The sheet 校验: what must be filled in and every prescribed sum, as live formulas."""

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
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import CONTROL
from govxlsx.report.interchange import Interchange
from govxlsx.template import styles
from govxlsx.template.book import BookWriter
from govxlsx.template.computation import Computation, Computed, summed
from govxlsx.template.filled_in import filled_in
from govxlsx.template.measure import height
from govxlsx.template.positions import references
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import BROKEN, CENTERED, GOOD, HEAD, LINK, PLAIN, UNKNOWN
from govxlsx.template.values import PLACES, Values, difference

_TAB = "#6AA57A"
_WIDTHS = (6.0, 16.0, 76.0, 10.0, 10.0, 10.0, 9.0, 7.0)
_FOUND, _EXPECTED, _DIFFERENCE, _RESULT, _LINK = range(3, 8)
_SUMMARY, _HINT_ROW, _HEADER, _TOP = 1, 2, 3, 4
_SUMMARY_STYLE = {**styles.HINT, "font_size": 12, "bold": 1, "font_color": "#1F3A5F"}


def _cell(row: int, column: int) -> str:
    return references([(row, column)])


def _gap(row: int, each: Computation) -> Computed | None:
    if each.found is None or each.expected is None:
        return None
    formula = f"ROUND({_cell(row, _FOUND)}-{_cell(row, _EXPECTED)},{PLACES})"
    return Computed(formula, difference(each.found.value, each.expected.value))


def _write_computation(sheet: SheetWriter, row: int, each: Computation) -> None:
    """Write the formulas of a line; numbers that it does not compare or know are not shown."""
    numbers = {_FOUND: each.found, _EXPECTED: each.expected, _DIFFERENCE: _gap(row, each)}
    for column, number in numbers.items():
        if number is None:
            sheet.write(row, column, NOTHING, CENTERED)
            continue
        formula = f'=IF({_cell(row, _RESULT)}="{UNCOMPUTED}","{NOTHING}",{number.formula})'
        shown = NOTHING if each.result == UNCOMPUTED else number.value
        sheet.formula(row, column, formula, shown, CENTERED)
    sheet.formula(row, _RESULT, f"={each.formula}", each.result, CENTERED)


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


def write(book: BookWriter, edition: Edition, values: Values, data: Interchange | None) -> None:
    """Write the sheet. ``values`` are the figures as shown, sums calculated."""
    sheet = book.sheet(CONTROL, _TAB)
    sheet.head(CONTROL, HINT, _WIDTHS, _HINT_ROW)
    sheet.row(_HEADER, LABELS, HEAD)
    sheet.height(_HEADER, 24)
    sums = (summed(edition, each, values) for each in edition.sums)
    computed = (*filled_in(edition, values, data), *sums)
    for row, (line, each) in enumerate(zip(lines(edition), computed, strict=True), _TOP):
        _write_line(sheet, row, line)
        _write_computation(sheet, row, each)
    bottom = _TOP + len(computed) - 1
    area = Area(_TOP, _RESULT, bottom, _RESULT)
    _write_summary(sheet, area, Counter(each.result for each in computed))
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
