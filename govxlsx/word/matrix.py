"""Reading a Word document back: its texts in order, and its tables as matrices of cells.

Independent of what made the document: zip, XML and the rules of WordprocessingML (ECMA-376 part 1,
17.4: gridSpan and vMerge) are all that this module knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from govxlsx.workbook.guard import at_one_go

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _TABLE, _ROW, _CELL = (f"{_W}{name}" for name in ("p", "r", "tbl", "tr", "tc"))
_TEXT, _TAB, _BREAK, _HYPHEN, _VALUE = (
    f"{_W}{name}" for name in ("t", "tab", "br", "noBreakHyphen", "val")
)
_SPAN, _MERGE = f"{_W}gridSpan", f"{_W}vMerge"


@dataclass(frozen=True, slots=True, eq=False)
class MatrixCell:
    """A cell of a table, merged ones counted once. Two cells are never equal."""

    text: str


Matrix = tuple[tuple[MatrixCell, ...], ...]
"""A table row by row: each place of its grid holds the cell that covers it."""


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    for node in paragraph.iter(_TEXT, _TAB, _BREAK, _HYPHEN):
        if node.tag == _TEXT:
            pieces.append(node.text or "")
        elif node.tag == _BREAK:
            pieces.append("\n")
        elif node.tag == _HYPHEN:
            pieces.append("-")
        elif node.getparent().tag == _RUN:  # type: ignore[union-attr]  # not a tab's position
            pieces.append("\t")
    return "".join(pieces)


def _spans(cell: etree._Element) -> tuple[int, bool]:
    """Return how many columns a cell covers, and whether it continues the one above."""
    columns, continued = 1, False
    for each in cell.iter(_SPAN, _MERGE):
        if each.tag == _SPAN:
            columns = int(str(each.get(_VALUE, "1")))
        else:
            continued = each.get(_VALUE, "continue") == "continue"
    return columns, continued


def _cell_text(cell: etree._Element) -> str:
    return "\n".join([_paragraph_text(each) for each in cell.iterchildren(_PARAGRAPH)])


def _matrix(table: etree._Element) -> Matrix:
    rows: list[tuple[MatrixCell, ...]] = []
    for row in table.iterchildren(_ROW):
        cells: list[MatrixCell] = []
        for cell in row.iterchildren(_CELL):
            columns, continued = _spans(cell)
            above = rows[-1][len(cells) : len(cells) + 1] if continued and rows else ()
            read = above[0] if above else MatrixCell(_cell_text(cell))
            cells.extend([read] * columns)
        rows.append(tuple(cells))
    return tuple(rows)


def main_part(data: bytes) -> bytes:
    """Return the XML of a .docx, given as bytes."""
    with ZipFile(BytesIO(data)) as package:
        part = package.getinfo("word/document.xml")
        return at_one_go(data, part) or package.read(part)


def blocks(xml: bytes) -> Iterator[str | Matrix]:
    """Yield the paragraphs and tables of a document's XML in their order."""
    root = etree.fromstring(xml)
    for child in root[0]:
        if child.tag == _PARAGRAPH:
            yield _paragraph_text(child)
        elif child.tag == _TABLE:
            yield _matrix(child)
