"""A web page becomes paragraphs and grids: what is shown, by HTML's own table model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from govxlsx.patterns import regex
from govxlsx.published import asides
from govxlsx.published.content import (
    MOST_CELLS,
    Drawing,
    DrawnTable,
    SourceContent,
    SourceItem,
    Text,
    is_layout,
)
from govxlsx.published.decoding import decoded
from govxlsx.published.html_cells import Sight, joined, own_text, tag_of
from govxlsx.published.parts import is_numbered
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.published.styles.looks import Looks
from govxlsx.text import clean, trim

_BUTTONS = ("select", "textarea", "button")
"""What pages have around a report to be pressed or filled in; in a cell it shows a figure."""

_SPACE = regex(r"[ \t\r\n\f]+")


def read(data: bytes) -> SourceContent:
    """Read a page. Raises PublishedError."""
    text = decoded(data)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(clean(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise refused("网页里没有内容") from error
    if any(
        each.type_name == "ERR_RESOURCE_LIMIT" or "depth" in each.message.lower()
        for each in parser.error_log
    ):
        raise refused(f"{TOO_LARGE}：网页的标签嵌套过深，后面的内容会丢失")
    if root is None:
        raise refused("网页里没有内容")
    page = _Page(Sight(Looks(root)))
    page.walk(root, ())
    page.flush()
    title = root.findtext(".//title") or ""
    return SourceContent("html", tuple(page.items), trim(_SPACE.sub(" ", title)))


@dataclass(slots=True)
class _Page:
    sight: Sight
    items: list[SourceItem] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    within: tuple[int, ...] = ()
    linked: bool | None = None
    links: int = 0
    tables: int = 0
    cells: int = 0
    elements: int = 0

    def walk(self, element: etree._Element, path: tuple[int, ...]) -> None:
        """Take in an element: blocks part the text, tables become grids."""
        tag = tag_of(element)
        if not tag or tag in _BUTTONS or not self.sight.shows(element):
            return
        look = self.sight.looks.of(element)
        if tag == "br":
            self.flush()
            return
        if tag == "table" and not self._is_layout(element):
            self.flush()
            self._table(element, path)
            return
        if not look.block and (look.struck or look.raised):
            self.say(asides.raised(joined(self.sight.shown(element)), self.pieces), path)
            return
        if look.block:
            self.flush()
            self.elements += 1
            path = (*path, self.elements)
        link = tag == "a" and element.get("href") is not None
        self.links += link
        self.say(_in_text(look.before), path)
        self.say(own_text(look, element.text), path)
        for child in element:
            self.walk(child, path)
            self.say(own_text(look, child.tail), path)
        self.say(_in_text(look.behind), path)
        self.links -= link
        if look.block:
            self.flush()

    def say(self, text: str | None, path: tuple[int, ...]) -> None:
        """Take in running text."""
        if text:
            if not self.pieces:
                self.within = path
            self.pieces.append(text)
            if self.linked is None and any(map(str.isalnum, text)):
                self.linked = self.links > 0

    def flush(self) -> None:
        """End the paragraph."""
        text = trim(_SPACE.sub(" ", "".join(self.pieces)))
        if text:
            self.items.append(Text(text, self.within, bool(self.linked)))
        self.pieces.clear()
        self.linked = None

    def _table(self, table: etree._Element, path: tuple[int, ...]) -> None:
        self.tables += 1
        drawing = Drawing()
        for number, row in enumerate(self._rows(table)):
            cells = [
                each for each in row if tag_of(each) in ("td", "th") and self.sight.has_place(each)
            ]
            self.cells += len(cells)
            if self.cells > MOST_CELLS:
                raise refused(f"{TOO_LARGE}：网页里的表格超过 {MOST_CELLS} 格")
            drawing.add_row(
                number,
                [
                    (self.sight.cell_text(each), _span(each, "rowspan"), _span(each, "colspan"))
                    for each in cells
                ],
            )
        for caption in table.iterchildren("caption"):
            text = self.sight.cell_text(caption)
            if is_numbered(text):  # any other caption says again what the part's title says
                self.items.append(Text(text, path))
        self.items.append(DrawnTable(tuple(drawing.cells), self.tables, within=path))

    def _of(self, element: etree._Element, *tags: str) -> list[etree._Element]:
        """Return what is directly in an element and takes a place."""
        return [each for each in element if tag_of(each) in tags and self.sight.has_place(each)]

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for child in self._of(table, "tr", "thead", "tbody", "tfoot"):
            yield from [child] if tag_of(child) == "tr" else self._of(child, "tr")

    def _is_layout(self, table: etree._Element) -> bool:
        """Tell whether a table only arranges the page: others of several cells, or long texts."""
        inner = table.iterdescendants("table")
        if any(sum(len(row) for row in self._rows(each)) > 1 for each in inner):
            return True
        cells = [each for row in self._rows(table) for each in row]
        return is_layout(("".join(map(str, each.itertext())) for each in cells), len(cells))


def _in_text(added: str) -> str:
    """Return what a style adds to a paragraph: words, no bullets."""
    return added if added != asides.ADDED and any(map(str.isalnum, added)) else ""


def _span(cell: etree._Element, name: str) -> int:
    match = re.match(r"\s*\+?(\d{1,10})", cell.get(name, ""))
    return max(1, int(match[1])) if match else 1
