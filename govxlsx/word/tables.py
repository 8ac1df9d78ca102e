"""The form's tables drawn in WordprocessingML, with empty figure cells."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.grid import Box, Grid
from govxlsx.word import fonts, measures, page, styles
from govxlsx.word.measures import CELL_MARGIN, Measures
from govxlsx.word.ooxml import Element, element, on
from govxlsx.word.paragraphs import paragraph, run


def _properties(caption: str) -> Element:
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


def _row(height: int, *, repeated: bool) -> Element:
    properties = element("trPr", on("cantSplit"), element("trHeight", val=height, hRule="atLeast"))
    if repeated:
        properties.append(on("tblHeader"))
    return element("tr", properties)


def _balance(box: Box, room: int) -> Iterator[Element]:
    """Yield the indent that breaks a short heading into equal lines."""
    side = measures.balance(box.text, room)
    if side and box.heading and len(box.text) <= 8:
        yield element("ind", left=side, right=side)


def _content(box: Box, measured: Measures, *, kept: bool) -> Element:
    keep = (on("keepNext"),) if kept else ()
    if box.field:
        figure = run("", fonts.BODY)
        figure.append(element("t"))
        return paragraph(styles.FIGURE, (figure,), *keep)
    centred = box.heading or box.rows > 1 or measured.grid.label_width == 1
    style = styles.HEAD if centred else styles.LABEL
    text = run(box.text, fonts.BODY)
    return paragraph(style, (text,), *keep, *_balance(box, measured.room(box)))


def _cell(box: Box, row: int, measured: Measures, *, kept: bool) -> Element:
    """Draw a box's cell in one of its rows: its text in the first, a continuation below."""
    properties = element("tcPr", element("tcW", w=measured.width(box), type="dxa"))
    if box.columns > 1:
        properties.append(element("gridSpan", val=box.columns))
    if box.rows > 1:
        merge = {"val": "restart"} if row == box.row else {}
        properties.append(element("vMerge", **merge))
    if box.upright:
        properties.append(element("textDirection", val="tbRlV"))
    properties.append(element("vAlign", val="center"))
    if row != box.row:
        return element("tc", properties, paragraph(styles.FIGURE, ()))
    return element("tc", properties, _content(box, measured, kept=kept))


def _page_ends(grid: Grid) -> set[int]:
    """Return the rows after which a page may end: each block's last, or all below the header."""
    titles = {box.row for box in grid.boxes if box.heading and box.columns == grid.width}
    if titles:
        return {row - 1 for row in titles} | {grid.height - 1}
    return set(range(grid.header_height, grid.height))


def draw(measured: Measures, caption: str) -> Element:
    """Return the table of a measured drawing; every figure has its text element, still empty."""
    grid = measured.grid
    rows = [
        _row(height, repeated=row < grid.header_height)
        for row, height in enumerate(measured.heights)
    ]
    ends = _page_ends(grid)
    for box in sorted(grid.boxes, key=lambda box: (box.column, box.row)):
        for row in range(box.row, box.row + box.rows):
            rows[row].append(_cell(box, row, measured, kept=row not in ends))
    columns = element("tblGrid", *(element("gridCol", w=width) for width in measured.widths))
    return element("tbl", _properties(caption), columns, *rows)
