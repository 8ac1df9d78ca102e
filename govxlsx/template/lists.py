"""The sheets that are lists of rows: the narrative parts and 情况说明.

Whole columns carry the look and are unlocked, so that rows may be inserted, deleted and filled
without end; only rows with text are stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from govxlsx.addresses import Area
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.guidance import guidance
from govxlsx.report.interchange import Interchange
from govxlsx.report.narrative import LEVELS, paragraphs
from govxlsx.template.book import BookWriter
from govxlsx.template.entry_rules import ANYTHING, EntryRule, choice, guided
from govxlsx.template.measure import HIGHEST, height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import HEAD, INPUT, OPEN, PARAGRAPH, SIZE
from govxlsx.text import clean

ROOM = 1000
"""So many rows are guided by validation; the columns themselves go on."""

BLANK_LINES = 4
"""Empty rows below each heading that the template writes in beforehand."""

_WIDTHS = (10.0, 72.0)
_TEXT_TAB, _EXPLANATION_TAB = "#E0B84C", "#8497A8"
_LINE_HEIGHT = 20.0
_HEADING = {**PARAGRAPH, "bold": 1}
_SMALLER = (9, 8)
"""A paragraph too long for the highest row is set smaller, so that it is seen and printed whole."""

_LEVEL_OPTIONS = guided(
    choice(LEVELS),
    (
        layout.LEVEL_LABEL,
        "可以不填：按正文开头的编号自动判断，“（一）”是二级标题，“1.”是三级标题，其余是正文。",
    ),
    ("请从列表中选择", f"只能填{'、'.join(LEVELS)}，或者空着。"),
)
_CODE_OPTIONS = guided(
    ANYTHING, (layout.CODE_LABEL, "照抄检查结果中提醒的编码，例如 Y501。一行写一条。")
)


@dataclass(frozen=True, slots=True)
class _Row:
    first: str
    text: str
    heading: bool = False


def _write_row(sheet: SheetWriter, row: int, each: _Row | None) -> None:
    if each is None:
        sheet.height(row, _LINE_HEIGHT)
        return
    points, size = HIGHEST, SIZE
    for size in (SIZE, *_SMALLER):
        points = height(each.text, _WIDTHS[1], _LINE_HEIGHT, size)
        if points < HIGHEST:
            break
    style = _HEADING if each.heading else {**PARAGRAPH, "font_size": size}
    sheet.write(row, 0, each.first, INPUT)
    sheet.write(row, 1, each.text, style)
    sheet.height(row, points)


def _list(
    sheet: SheetWriter, labels: tuple[str, str], options: EntryRule, rows: Sequence[_Row | None]
) -> None:
    """Write header and rows (None: an empty one) and leave the columns open below them."""
    for column, (style, width) in enumerate(zip((INPUT, PARAGRAPH), _WIDTHS, strict=True)):
        sheet.column(column, style, width)
    sheet.column(len(_WIDTHS), OPEN)
    header = layout.LIST_TOP - 1
    sheet.row(header, labels, HEAD)
    sheet.height(header, 22)
    for row, each in enumerate(rows, layout.LIST_TOP):
        _write_row(sheet, row, each)
    sheet.validate((Area(layout.LIST_TOP, 0, layout.LIST_TOP + ROOM - 1, 0),), options)
    sheet.freeze(layout.LIST_TOP)
    sheet.print_as(None, repeat=(header, header))
    sheet.protect("insert_rows", "delete_rows", "format_cells")


def _narrative_rows(part: Part, data: Interchange | None) -> list[_Row | None]:
    given = data.narrative.get(part.narrative) if data else None
    rows: list[_Row | None] = []
    if given is None:
        for aspect in part.aspects:
            rows += [_Row("", aspect, heading=True), *(None for _ in range(BLANK_LINES))]
        return rows
    for each in paragraphs(given):
        text = clean(each.text)
        rows.append(_Row("", text, heading=each.heading == len(each.text) and len(text) < 40))
    return rows


def write_narrative(
    book: BookWriter, edition: Edition, part: Part, data: Interchange | None
) -> None:
    """Write the sheet of a narrative part: its headings, or the text that is given."""
    sheet = book.sheet(part.sheet, _TEXT_TAB, body=layout.LIST_TOP)
    sheet.head(part.title, guidance(edition.id, part.key), _WIDTHS)
    _list(
        sheet, (layout.LEVEL_LABEL, layout.TEXT_LABEL), _LEVEL_OPTIONS, _narrative_rows(part, data)
    )


def write_explanations(book: BookWriter, edition: Edition, data: Interchange | None) -> None:
    """Write the sheet 情况说明."""
    sheet = book.sheet(layout.EXPLANATIONS, _EXPLANATION_TAB, body=layout.LIST_TOP)
    sheet.head(layout.EXPLANATIONS, guidance(edition.id, layout.EXPLANATIONS), _WIDTHS)
    given = data.explanations if data else ()
    rows = [_Row(clean(each.code), clean(each.text)) for each in given]
    _list(sheet, (layout.CODE_LABEL, layout.EXPLANATION_LABEL), _CODE_OPTIONS, rows)
