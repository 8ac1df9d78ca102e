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
    lined,
)
from govxlsx.published.decoding import decoded
from govxlsx.published.parts import is_numbered
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.text import clean, trim

_HIDDEN = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "iframe", "object"),
        *("svg", "select", "textarea", "button"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_NO_PLACE = regex(r"display\s*:\s*none", re.IGNORECASE)
_NOT_SHOWN = regex(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|"
    r"(?:font-size|opacity)\s*:\s*0+(?:\.0+)?(?:px|pt|em|%)?\s*(?:!|;|$)",
    re.IGNORECASE,
)
_STRUCK, _LINE_THROUGH = ("del", "s", "strike"), regex("line-through", re.IGNORECASE)
_SET_OFF = ("small", "a")
"""What bears the mark of a note, where it stands behind a figure."""

_ABOVE = regex(
    r"vertical-align\s*:\s*(?:super|text-top|top|[1-9])|mso-text-raise\s*:\s*[1-9]|"
    r"position\s*:\s*relative.*top\s*:\s*-[1-9]",
    re.IGNORECASE,
)
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
    page = _Page()
    page.walk(root, ())
    page.flush()
    title = root.findtext(".//title") or ""
    return SourceContent("html", tuple(page.items), trim(_SPACE.sub(" ", title)))


@dataclass(slots=True)
class _Page:
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
        tag = _tag(element)
        if not _is_shown(element):
            return
        if tag == "br":
            self.flush()
            return
        if tag == "table" and not _is_layout(element):
            self.flush()
            self._table(element, path)
            return
        if tag not in _BLOCKS and (_is_struck(element) or _is_raised(element)):
            self.say(asides.raised("".join(_shown(element)), self.pieces), path)
            return
        if tag in _BLOCKS:
            self.flush()
            self.elements += 1
            path = (*path, self.elements)
        link = tag == "a" and element.get("href") is not None
        self.links += link
        self.say(element.text, path)
        for child in element:
            self.walk(child, path)
            self.say(child.tail, path)
        self.links -= link
        if tag in _BLOCKS:
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
        for number, row in enumerate(_rows(table)):
            cells = [each for each in row if _tag(each) in ("td", "th") and _has_place(each)]
            self.cells += len(cells)
            if self.cells > MOST_CELLS:
                raise refused(f"{TOO_LARGE}：网页里的表格超过 {MOST_CELLS} 格")
            drawing.add_row(
                number,
                [
                    (_cell_text(each), _span(each, "rowspan"), _span(each, "colspan"))
                    for each in cells
                ],
            )
        for caption in table.iterchildren("caption"):
            text = _cell_text(caption)
            if is_numbered(text):  # any other caption says again what the part's title says
                self.items.append(Text(text, path))
        self.items.append(DrawnTable(tuple(drawing.cells), self.tables, within=path))


def _tag(element: etree._Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_shown(element: etree._Element) -> bool:
    tag = _tag(element)
    hidden = tag in _HIDDEN or element.get("hidden") is not None
    return bool(tag) and not hidden and not _NOT_SHOWN.search(element.get("style", ""))


def _has_place(element: etree._Element) -> bool:
    hidden = element.get("hidden") is not None
    return not hidden and not _NO_PLACE.search(element.get("style", ""))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in filter(_has_place, table):
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in ("thead", "tbody", "tfoot"):
            yield from (each for each in child if _tag(each) == "tr" and _has_place(each))


def _is_layout(table: etree._Element) -> bool:
    """Tell whether a table only arranges the page: others of several cells, or long texts."""
    if any(sum(len(row) for row in _rows(each)) > 1 for each in table.iterdescendants("table")):
        return True
    cells = [each for row in _rows(table) for each in row]
    return is_layout(("".join(map(str, each.itertext())) for each in cells), len(cells))


def _span(cell: etree._Element, name: str) -> int:
    match = re.match(r"\s*\+?(\d{1,10})", cell.get(name, ""))
    return max(1, int(match[1])) if match else 1


def _cell_text(cell: etree._Element) -> str:
    """Return what a cell shows, its blocks as lines; what is no part of a figure is set off."""
    text = lined("".join(_shown(cell)).split("\n"))
    pictured = not text and any(_is_shown(each) for each in cell.iterdescendants("img"))
    return asides.PICTURE if pictured else text


def _shown(element: etree._Element) -> list[str]:
    tag = _tag(element)
    if not _is_shown(element):
        return []
    pieces = [_SPACE.sub(" ", element.text or "")]
    for child in element:
        shown = _shown(child)
        if _tag(child) in _SET_OFF or _is_raised(child):
            shown = [asides.raised("".join(shown), pieces)]
        pieces += (*shown, _SPACE.sub(" ", child.tail or ""))
    if _is_struck(element):
        pieces = [asides.struck("".join(pieces))]
    if tag == "br":
        return ["\n", *pieces]
    return ["\n", *pieces, "\n"] if tag in _BLOCKS else pieces


def _is_struck(element: etree._Element) -> bool:
    style = element.get("style", "")
    return _tag(element) in _STRUCK or _LINE_THROUGH.search(style) is not None


def _is_raised(element: etree._Element) -> bool:
    return _tag(element) == "sup" or _ABOVE.search(element.get("style", "")) is not None
