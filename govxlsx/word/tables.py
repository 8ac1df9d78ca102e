"""The form's tables drawn in WordprocessingML, with a hole for every figure."""

from collections.abc import Iterator

from govxlsx.form.grid import Box
from govxlsx.word import fonts, measures, page, styles
from govxlsx.word.measures import CELL_MARGIN, Measures, Setting
from govxlsx.word.ooxml import Xml, element, joined, on
from govxlsx.word.paragraphs import paragraph, run

HOLE = "\0"
"""What stands before and after the field of a figure: no XML holds it."""


def _properties(caption: str) -> Xml:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(edge, val="single", sz=4, space=0, color="000000") for edge in edges]
    margins = {"top": 0, "left": CELL_MARGIN, "bottom": 0, "right": CELL_MARGIN}
    return element(
        "tblPr",
        element("tblW", w=page.TEXT_WIDTH, type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            *(element(edge, w=width, type="dxa") for edge, width in margins.items()),
        ),
        element("tblCaption", val=caption),
    )


def _row_properties(height: int, *, repeated: bool) -> Xml:
    header = (on("tblHeader"),) if repeated else ()
    high = element("trHeight", val=height, hRule="atLeast")
    return element("trPr", on("cantSplit"), high, *header)


def _balance(box: Box, measured: Measures) -> Iterator[Xml]:
    """Yield the indent that breaks a short heading into equal lines."""
    side = measures.balance(box.text, measured.room(box), measured.setting.em)
    if side and box.heading and len(box.text) <= 8:
        yield element("ind", left=side, right=side)


def size(setting: Setting) -> Iterator[Xml]:
    """Yield the size of a table's text where it is not the usual one."""
    if setting.size != styles.TABLE_SIZE:
        yield element("sz", val=setting.size)
        yield element("szCs", val=setting.size)


def _before(setting: Setting, *, kept: bool) -> Iterator[Xml]:
    """Yield what a paragraph of a cell has: it stays with the next row, and its own line."""
    if kept:
        yield on("keepNext")
    if setting.size != styles.TABLE_SIZE:
        yield element("spacing", before=0, after=0, line=setting.line, lineRule="exact")


def _content(box: Box, measured: Measures, *, kept: bool) -> Xml:
    before = _before(measured.setting, kept=kept)
    if box.field:
        return paragraph(styles.FIGURE, Xml(f"{HOLE}{box.field}{HOLE}"), *before)
    centred = box.heading or box.rows > 1 or measured.grid.label_width == 1
    style = styles.HEAD if centred else styles.LABEL
    text = run(box.text, fonts.BODY, *size(measured.setting))
    return paragraph(style, text, *before, *_balance(box, measured))


def _cell_properties(box: Box, row: int, measured: Measures) -> Iterator[Xml]:
    yield element("tcW", w=measured.width(box), type="dxa")
    if box.columns > 1:
        yield element("gridSpan", val=box.columns)
    if box.rows > 1:
        merge = {"val": "restart"} if row == box.row else {}
        yield element("vMerge", **merge)
    if box.upright:
        yield element("textDirection", val="tbRlV")
    yield element("vAlign", val="center")


def _cell(box: Box, row: int, measured: Measures, *, kept: bool) -> Xml:
    """Draw a box's cell in one of its rows: its text in the first, a continuation below."""
    properties = element("tcPr", *_cell_properties(box, row, measured))
    if row != box.row:
        return element("tc", properties, paragraph(styles.FIGURE, joined()))
    return element("tc", properties, _content(box, measured, kept=kept))


def _page_ends(measured: Measures) -> set[int]:
    """Return the rows after which a page may end: the last, and below a header that repeats all.

    A table without such a header never splits; the last row stays with the note.
    """
    grid = measured.grid
    last = set() if measured.setting.note else {grid.height - 1}
    if not grid.header_height:
        return last
    return set(range(grid.header_height, grid.height - 1)) | last


def draw(measured: Measures, caption: str) -> Xml:
    """Return the table of a measured drawing, with a hole for the run of every figure."""
    grid = measured.grid
    rows = [
        [_row_properties(height, repeated=row < grid.header_height)]
        for row, height in enumerate(measured.heights)
    ]
    ends = _page_ends(measured)
    for box in sorted(grid.boxes, key=lambda box: (box.column, box.row)):
        for row in range(box.row, box.row + box.rows):
            rows[row].append(_cell(box, row, measured, kept=row not in ends))
    drawn = [element("tr", *row) for row in rows]
    columns = element("tblGrid", *(element("gridCol", w=width) for width in measured.widths))
    return element("tbl", _properties(caption), columns, *drawn)
