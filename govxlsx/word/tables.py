"""The form's tables drawn in WordprocessingML, with empty figure cells."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.grid import Box, Grid
from govxlsx.word import columns as measures
from govxlsx.word import fonts, page, styles
from govxlsx.word.ooxml import Element, element, on, tag
from govxlsx.word.paragraphs import paragraph, run


def _properties(caption: str) -> Element:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [element(edge, val="single", sz=4, space=0, color="000000") for edge in edges]
    margins = {"top": 0, "left": measures.CELL_MARGIN, "bottom": 0, "right": measures.CELL_MARGIN}
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


def _row(height: int, repeated: bool) -> Element:
    properties = element("trPr", on("cantSplit"), element("trHeight", val=height, hRule="atLeast"))
    if repeated:
        properties.append(on("tblHeader"))
    return element("tr", properties)


def _balance(box: Box, room: int) -> Iterator[Element]:
    """Yield the indent that breaks a short heading into lines of equal length: 商业/企业."""
    lines = measures.lines(box.text, room)
    characters = len(box.text)
    if 1 < lines and box.heading and characters <= 8:
        line = -(-characters // lines) * styles.TABLE_SIZE * 10
        side = (room - line) // 2 - 20
        if side > 0:
            yield element("ind", left=side, right=side)


def _content(box: Box, room: int, kept: bool) -> Element:
    keep = (on("keepNext"),) if kept else ()
    if box.field:
        figure = run("", fonts.BODY)
        figure.append(element("t"))
        return paragraph(styles.FIGURE, (figure,), *keep)
    centred = box.heading or box.rows > 1
    style = styles.HEAD if centred else styles.LABEL
    return paragraph(style, (run(box.text, fonts.BODY),), *keep, *_balance(box, room))


def _cell(box: Box, row: int, columns: tuple[int, ...], kept: bool) -> Element:
    """Draw a box's cell in one of its rows: its text in the first, a continuation below."""
    width = sum(columns[box.column : box.column + box.columns])
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if box.columns > 1:
        properties.append(element("gridSpan", val=box.columns))
    if box.rows > 1:
        properties.append(
            element("vMerge", val="restart") if row == box.row else element("vMerge")
        )
    if box.upright:
        properties.append(element("textDirection", val="tbRlV"))
    properties.append(element("vAlign", val="center"))
    if row != box.row:
        return element("tc", properties, paragraph(styles.FIGURE, ()))
    return element("tc", properties, _content(box, measures.room(box, columns), kept))


def _last_rows(grid: Grid) -> set[int]:
    """Return the rows after which a page may end: all but the header, or each block's last."""
    titles = {box.row for box in grid.boxes if box.heading and box.columns == grid.width}
    if titles:
        return {row - 1 for row in titles} | {grid.height - 1}
    return set(range(grid.header_height, grid.height))


def draw(grid: Grid, columns: tuple[int, ...], rows: tuple[int, ...], caption: str) -> Element:
    """Return the table of a drawing, ``columns`` wide and ``rows`` high at least, in twips.

    Every figure's text element is there and empty, in the form's order.
    """
    lines = [_row(height, row < grid.header_height) for row, height in enumerate(rows)]
    ends = _last_rows(grid)
    for box in sorted(grid.boxes, key=lambda box: (box.column, box.row)):
        for row in range(box.row, box.row + box.rows):
            lines[row].append(_cell(box, row, columns, row not in ends))
    grid_columns = element("tblGrid", *(element("gridCol", w=width) for width in columns))
    return element("tbl", _properties(caption), grid_columns, *lines)


def figure_texts(table: Element) -> Iterator[Element]:
    """Yield the empty text elements of a table's figures, in the form's order."""
    yield from (text for text in table.iter(tag("t")) if not text.text)
