"""The sheets of the table parts: the grid of the law, its figures, its sums and the 备注."""

from dataclasses import dataclass

from govxlsx.addresses import Area, rectangles
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.grid import Box, grid
from govxlsx.form.guidance import guidance
from govxlsx.form.layout import NOTE_LABEL, TABLE_TOP
from govxlsx.template.book import BookWriter
from govxlsx.template.colouring import colour
from govxlsx.template.dimensions import heights, is_tall, is_wide, widths
from govxlsx.template.entry_rules import NOTE_RULE, TOTAL_RULE, EntryRule, rule_of
from govxlsx.template.heading import head
from govxlsx.template.measure import height
from govxlsx.template.positions import area_of, cells, references
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import ENTRY, FREED, HEAD, INPUT, LABEL, TOTAL, Style
from govxlsx.template.values import Values

_TAB = "#5B8DB8"
_NOTE_HEIGHT = 48.0
_TOP_TO_BOTTOM = 270
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
    columns = widths(drawing)
    sheet = book.sheet(part.sheet, _TAB)
    head(sheet, part.title, guidance(edition.id, part.key), columns)
    for row, points in enumerate(heights(drawing, columns), TABLE_TOP):
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
    sheet.print_as(whole, is_wide(drawing, columns), pages=1 if is_tall(drawing) else 0)
    sheet.protect()
