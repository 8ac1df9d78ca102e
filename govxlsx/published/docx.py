"""A Word document becomes paragraphs and grids: as it reads with all changes accepted.

Source: ECMA-376 part 1, 17.4 (gridSpan, vMerge, gridBefore), 17.5.2 (sdt), 17.13.5 (ins, del).
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from govxlsx.published import asides
from govxlsx.published.content import (
    MOST_CELLS,
    DrawnCell,
    DrawnTable,
    SourceContent,
    SourceItem,
    Text,
    is_layout,
    lined,
)
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.text import trim

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LARGEST = 24 << 20
"""The most bytes of document.xml: a hundred times an annual report."""

_MOST_PARTS = 10_000
_DROPPED = frozenset(
    {
        f"{_W}{name}"
        for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "txbxContent")
    }
    | {f"{_MC}Fallback"}
)

_PICTURES = (f"{_W}drawing", f"{_W}pict", f"{_W}object")


def read(data: bytes) -> SourceContent:
    """Read a document. Raises PublishedError."""
    root = _parsed(_main_part(data))
    body = root.find(f"{_W}body")
    if body is None:
        raise refused("Word 文档里没有正文")
    document = _Document()
    document.take(body)
    return SourceContent("docx", tuple(document.items))


def _main_part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {each.filename.lower(): each for each in package.infolist()}
            if len(package.infolist()) > _MOST_PARTS:
                raise refused(f"{TOO_LARGE}：文档里的部件太多")
            part = names.get("word/document.xml")
            if part is None:
                raise refused("这是压缩包，不是 Word 文档")
            if part.flag_bits & 1:
                raise refused("这是加密的文档：请取消密码后再试")
            with package.open(part) as stream:
                content = stream.read(_LARGEST + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise refused("Word 文档已损坏：请在 Word 或 WPS 中打开后另存，再试一次") from error
    if len(content) > _LARGEST:
        raise refused(f"{TOO_LARGE}：文档的正文超过 {_LARGEST >> 20} MB")
    return content


def _parsed(content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refused(f"{TOO_LARGE}：文档的 XML 中有文档类型声明")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content.replace(_STRICT, _USUAL), parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error).lower()
        why = f"{TOO_LARGE}：文档的 XML 嵌套过深" if deep else "Word 文档已损坏：正文不是完整的 XML"
        raise refused(why) from error


@dataclass(slots=True)
class _Document:
    items: list[SourceItem] = field(default_factory=list)
    tables: int = 0
    cells: int = 0

    def take(self, container: etree._Element) -> None:
        """Take in what stands in the body, a cell, or what wraps either."""
        for child in container:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag not in _DROPPED and isinstance(child.tag, str):
                self.take(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        said = _text(paragraph)
        # A title is centred; where one of its lines ends, the name goes on.
        for line in (said.replace("\n", ""),) if _is_centred(paragraph) else said.split("\n"):
            text = trim(line)
            if text:
                self.items.append(Text(text))

    def _table(self, table: etree._Element) -> None:
        rows = [list(_wrapped(row, "tc")) for row in _wrapped(table, "tr")]
        self.cells += sum(map(len, rows))
        if self.cells > MOST_CELLS:
            raise refused(f"{TOO_LARGE}：文档里的表格超过 {MOST_CELLS} 格")
        if _is_layout(table, rows):
            for cell in (each for row in rows for each in row):
                self.take(cell)
            return
        self.tables += 1
        self.items.append(DrawnTable(tuple(_cells(_wrapped(table, "tr"))), self.tables))


def _is_centred(paragraph: etree._Element) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style, side = properties.find(f"{_W}pStyle"), properties.find(f"{_W}jc")
    titled = style is not None and style.get(f"{_W}val") == "Title"
    return titled if side is None else side.get(f"{_W}val") == "center"


def _is_layout(table: etree._Element, rows: list[list[etree._Element]]) -> bool:
    """Tell whether a table only arranges the page: others are in it, or long texts."""
    if next(table.iterdescendants(f"{_W}tbl"), None) is not None:
        return True
    cells = [each for row in rows for each in row]
    return is_layout(map(_cell_text, cells), len(cells))


def _wrapped(container: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those in sdt, ins and the like."""
    for child in container:
        if child.tag == f"{_W}{name}":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (
            f"{_W}sdt",
            f"{_W}sdtContent",
            f"{_W}ins",
            f"{_W}customXml",
            f"{_W}moveTo",
        ):
            yield from _wrapped(child, name)


def _number(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(value), 100) if value.isdigit() else otherwise


def _cells(rows: Iterator[etree._Element]) -> Iterator[DrawnCell]:
    """Yield the cells of a table, vertically merged ones once."""
    drawn: dict[tuple[int, int], DrawnCell] = {}
    merging: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        column = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        continued: dict[int, tuple[int, int]] = {}
        for place, cell in enumerate(_wrapped(row, "tc"), 1):
            wide = max(1, _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1))
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            key = merging.get(column)
            if goes_on and key is not None and drawn[key].columns == wide:
                first = drawn[key]
                text = "\n".join(each for each in (first.text, _cell_text(cell)) if each)
                drawn[key] = DrawnCell(
                    first.row, column, number - first.row + 1, wide, text, first.number
                )
                continued[column] = key
            else:
                drawn[number, column] = DrawnCell(number, column, 1, wide, _cell_text(cell), place)
                if merge is not None:
                    continued[column] = (number, column)
            column += wide
        merging = continued
    yield from drawn.values()


def _cell_text(cell: etree._Element) -> str:
    paragraphs = (_text(each) for each in cell.iter(f"{_W}p"))
    text = lined(line for each in paragraphs for line in each.split("\n"))
    pictured = not text and next(cell.iter(*_PICTURES), None) is not None
    return asides.PICTURE if pictured else text


def _text(paragraph: etree._Element) -> str:
    """Return the text of a paragraph as it reads with all changes accepted.

    What is struck out is set off, and what is raised behind a number.
    """
    pieces: list[str] = []

    def take(element: etree._Element) -> None:
        for child in element:
            if child.tag == f"{_W}t":
                pieces.append(child.text or "")
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                pieces.append("\n")
            elif child.tag == f"{_W}tab":
                pieces.append("\t")
            elif child.tag == f"{_W}noBreakHyphen":
                pieces.append("-")
            elif child.tag not in _DROPPED and isinstance(child.tag, str) and not _is_hidden(child):
                before = len(pieces)
                take(child)
                if child.tag == f"{_W}r":
                    pieces[before:] = [_set_off(child, "".join(pieces[before:]), pieces[:before])]

    take(paragraph)
    return "".join(pieces)


def _set_off(run: etree._Element, text: str, before: list[str]) -> str:
    """Return a run's text, set off where it is struck out or raised."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return text
    if any(_is_on(properties.find(f"{_W}{name}")) for name in ("strike", "dstrike")):
        return asides.struck(text)
    place = properties.find(f"{_W}vertAlign")
    above = place is not None and place.get(f"{_W}val") == "superscript"
    return asides.raised(text, before) if above else text


def _is_hidden(run: etree._Element) -> bool:
    return run.tag == f"{_W}r" and _is_on(run.find(f"{_W}rPr/{_W}vanish"))


def _is_on(property_: etree._Element | None) -> bool:
    return property_ is not None and property_.get(f"{_W}val", "1") not in ("0", "false", "off")
