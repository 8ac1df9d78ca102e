"""Streamed XML without document types: expat with namespaces, entities refused."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from xml.parsers import expat

from govxlsx.workbook.refusals import beyond_limits, damaged

Start = Callable[[dict[str, str]], None]
End = Callable[[], None]
_Handler = TypeVar("_Handler", Start, End)

_SHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONSHIP_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)


_TOKEN_LIMIT = 8 << 20
"""The longest tag or comment, in bytes; the parser holds each of them whole."""

_ELEMENT_LIMIT = 4_000_000
_DEPTH_LIMIT = 200
_NAME_LIMIT = 50_000
_ENCODINGS = frozenset(
    ("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1")
)
"""What the parser itself knows; a workbook's parts are in UTF-8 or UTF-16."""


class Stop(Exception):  # noqa: N818 - a signal, not an error
    """Raised by a handler that has seen enough."""


def is_true(text: str) -> bool:
    """Tell whether an attribute says yes (xsd:boolean)."""
    return text in ("1", "true", "on")


def qualified(handlers: Mapping[str, _Handler]) -> dict[str, _Handler]:
    """Return handlers under the qualified names of both SpreadsheetML namespaces."""
    return {f"{space} {name}": handler for space in _SHEET for name, handler in handlers.items()}


def _refuse_doctype(*_: object) -> None:
    raise beyond_limits("XML 中有文档类型声明（DOCTYPE）")


def _refuse_encoding(_: str, encoding: str | None, __: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise damaged(f"XML 的编码 {encoding[:20]} 不能用在工作簿里")


class Budget:
    """How many elements may be parsed of one book, all its parts together."""

    def __init__(self) -> None:
        self.left = _ELEMENT_LIMIT

    def spend(self, elements: int, part: str) -> None:
        """Count elements of a part. Raises UnusableWorkbookError (W105) beyond the limit."""
        self.left -= elements
        if self.left < 0:
            raise beyond_limits(f"部件 {part} 的 XML 过于庞杂")


class _Bounds:
    """Watches what a parser would have to keep: its depth, its elements, its names, one token."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.part, self.budget = part, budget
        self.names: dict[str, str] = {}
        self.fed = self.seen = 0

    def check(self, piece: bytes, at: int, elements: int) -> None:
        """Check after a piece was parsed; ``at`` is where the parser stands."""
        self.fed += len(piece)
        self.budget.spend(elements - self.seen, self.part)
        self.seen = elements
        if self.fed - at > _TOKEN_LIMIT or len(self.names) > _NAME_LIMIT:
            raise beyond_limits(f"部件 {self.part} 的 XML 过于庞杂")


def parse(
    pieces: Iterable[bytes],
    part: str,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    text: Callable[[str], None] | None = None,
    budget: Budget | None = None,
    others: tuple[End, End] | None = None,
) -> None:
    """Feed a part's bytes to the handlers of the elements named in ``starts`` and ``ends``.

    ``others`` are told of the beginning and the end of any other element. Handlers may raise Stop.
    Raises UnusableWorkbookError: W105 for a DOCTYPE (so no entity is ever expanded or fetched) and
    for XML that would take boundless memory, W104 for XML that is not well formed.
    """
    bounds = _Bounds(part, budget or Budget())
    parser = expat.ParserCreate(namespace_separator=" ", intern=bounds.names)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.XmlDeclHandler = _refuse_encoding
    depth = elements = 0
    find_start, find_end = starts.get, ends.get
    begin_other, end_other = others or (None, None)

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > _DEPTH_LIMIT:
            raise beyond_limits(f"部件 {part} 的 XML 嵌套过深")
        handler = find_start(name)
        if handler is not None:
            handler(attributes)
        elif begin_other is not None:
            begin_other()

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler = find_end(name)
        if handler is not None:
            handler()
        elif end_other is not None and name not in starts:
            end_other()

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            bounds.check(piece, parser.CurrentByteIndex, elements)
        parser.Parse(b"", True)
    except Stop:
        return
    except (expat.ExpatError, ValueError) as error:
        raise damaged(f"部件 {part} 不是完整的 XML") from error
