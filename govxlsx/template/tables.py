"""The sheets of the table parts: the grid of the law, its figures, its sums and the 备注."""

from dataclasses import dataclass

from govxlsx.addresses import Area, rectangles
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.grid import Box, Grid, grid
from govxlsx.form.guidance import guidance
from govxlsx.form.layout import NOTE_LABEL, TABLE_TOP
from govxlsx.template.book import BookWriter
from govxlsx.template.colouring import colour
from govxlsx.template.entry_rules import NOTE_RULE, TOTAL_RULE, EntryRule, rule_of
from govxlsx.template.measure import height, units
from govxlsx.template.positions import area_of, cells, references
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import ENTRY, FREED, HEAD, INPUT, LABEL, TOTAL, Style
from govxlsx.template.values import Values

_TAB = "#5B8DB8"
_NOTE_HEIGHT = 48.0
_TOP_TO_BOTTOM = 270
_WIDE = 136.0
"""The width of an A4 page in landscape, in half-width characters, at nine tenths of full size."""

_TALL = 122.0
"""The width of a page in portrait, at two thirds of full size: the whole form of part three."""

_PORTRAIT = 100.0
_UPRIGHT_WIDTH, _LABEL_RANGE, _FIGURE_RANGE = 5.0, (17.0, 28.0), (9.0, 22.0)
_ROW_HEIGHT = 23.0
_SUM_MARKS = ("formula_range", "formula_differs")
"""A 总计 leaves out the figures beside it on purpose: no green corners for that."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures' cells: what the data give, and what is shown once sums are calculated."""

    given: Values
    shown: Values


def _label_style(box: Box) -> Style:
    if box.upright:
        return {**HEAD, "rotation": _TOP_TO_BOTTOM, "text_wrap": 0}
    return HEAD if box.heading else LABEL


def _write_figure(
    sheet: SheetWriter, edition: Edition, area: Area, field: str, figures: Figures
) -> None:
    """Write a figure as it is given; a total that is not given keeps its formula."""
    parts = edition.parts_of_total.get(field)
    value = figures.shown[field]
    if not parts or field in figures.given:
        sheet.fill(area, value, FREED if parts else INPUT)
        return
    sheet.merge(area, TOTAL)
    formula = f"=SUM({references(cells(edition, parts))})"
    sheet.formula(area.top, area.left, formula, value or 0, TOTAL)


def _guide_typing(sheet: SheetWriter, edition: Edition, table: str, given: Values) -> None:
    """Add the data validations: one for each kind and unit, over all of its cells."""
    rules: dict[str, tuple[EntryRule, list[str]]] = {}
    for field in edition.fields_of[table]:
        automatic = field.id in edition.parts_of_total and field.id not in given
        rule = TOTAL_RULE if automatic else rule_of(field)
        rules.setdefault(str(rule), (rule, []))[1].append(field.id)
    for rule, members in rules.values():
        sheet.validate(rectangles(cells(edition, members)), rule)


def _write_note(sheet: SheetWriter, row: int, columns: tuple[float, ...], text: str) -> Area:
    area = Area(row, 1, row, len(columns) - 1)
    sheet.write(row, 0, NOTE_LABEL, HEAD)
    sheet.fill(area, text, ENTRY)
    sheet.height(row, height(text, sum(columns[1:]), _NOTE_HEIGHT))
    return area


def write(book: BookWriter, edition: Edition, part: Part, figures: Figures, note: str) -> None:
    """Write the sheet of a part that is a table."""
    drawing = grid(edition, part.table)
    columns = _widths(drawing)
    sheet = book.sheet(part.sheet, _TAB)
    sheet.head(part.title, guidance(edition.id, part.key), columns)
    for row, points in enumerate(_heights(drawing, columns), TABLE_TOP):
        sheet.height(row, points)
    for box in drawing.boxes:
        if box.field:
            _write_figure(sheet, edition, area_of(box), box.field, figures)
        else:
            sheet.fill(area_of(box), box.text, _label_style(box))
    bottom = TABLE_TOP + drawing.height
    note_area = _write_note(sheet, bottom, columns, note)
    _guide_typing(sheet, edition, part.table, figures.given)
    sheet.validate((note_area,), NOTE_RULE)
    colour(sheet, edition, part.table)
    sheet.quiet(_SUM_MARKS, Area(TABLE_TOP, 0, bottom, drawing.width - 1))
    sheet.freeze(TABLE_TOP + drawing.header_height, drawing.label_width)
    whole = Area(0, 0, bottom, drawing.width - 1)
    sheet.print_as(whole, _is_wide(drawing, columns), pages=1 if _is_tall(drawing) else 0)
    sheet.protect()


def _within(width: float, limits: tuple[float, float]) -> float:
    return min(limits[1], max(limits[0], width))


def _label_width(grid: Grid, column: int) -> float:
    """Return the width of a column of row labels: the longest that stands in it alone."""
    labels = [box for box in grid.boxes if box.text and (box.column, box.columns) == (column, 1)]
    longest = max((units(box.text) for box in labels if not box.upright), default=0)
    return _within(longest + 3, _LABEL_RANGE) if longest else _UPRIGHT_WIDTH


def _widths(grid: Grid) -> tuple[float, ...]:
    """Return the widths of a table's columns in half-width characters."""
    labels = [_label_width(grid, column) for column in range(grid.label_width)]
    count = grid.width - grid.label_width
    page = _TALL if _is_tall(grid) else _WIDE
    figure = _within((page - sum(labels)) / count, _FIGURE_RANGE)
    return (*labels, *(round(figure, 1) for _ in range(count)))


def _is_tall(grid: Grid) -> bool:
    """Tell whether a table has more rows than columns: it is printed in portrait, on one page."""
    return grid.height > grid.width


def _is_wide(grid: Grid, columns: tuple[float, ...]) -> bool:
    """Tell whether a table with columns of these widths wants a page in landscape."""
    return sum(columns) > _PORTRAIT and not _is_tall(grid)


def _heights(grid: Grid, columns: tuple[float, ...]) -> list[float]:
    """Return the heights of a table's rows in points."""
    rows = [_ROW_HEIGHT] * grid.height
    for box in grid.boxes:
        if box.rows == 1:
            room = sum(columns[box.column : box.column + box.columns])
            rows[box.row] = max(rows[box.row], height(box.text, room))
    return rows
