"""Streamed XML without document types: expat with namespaces, entities refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from govxlsx.workbook.guard import beyond_limits, damaged

Start = Callable[[dict[str, str]], None]
End = Callable[[], None]

_SHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATIONSHIP_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)


class Stop(Exception):  # noqa: N818 - a signal, not an error
    """Raised by a handler that has seen enough."""


def qualified(handlers: Mapping[str, Start]) -> dict[str, Start]:
    """Return handlers under the qualified names of both SpreadsheetML namespaces."""
    return {f"{space} {name}": handler for space in _SHEET for name, handler in handlers.items()}


def qualified_ends(handlers: Mapping[str, End]) -> dict[str, End]:
    """Return end handlers under the qualified names of both SpreadsheetML namespaces."""
    return {f"{space} {name}": handler for space in _SHEET for name, handler in handlers.items()}


def _refuse_doctype(*_: object) -> None:
    raise beyond_limits("XML 中有文档类型声明（DOCTYPE）")


def parse(
    pieces: Iterable[bytes],
    part: str,
    starts: Mapping[str, Start],
    ends: Mapping[str, End],
    text: Callable[[str], None] | None = None,
) -> None:
    """Feed a part's bytes to the handlers of the elements named in ``starts`` and ``ends``.

    Handlers may raise Stop. Raises UnusableWorkbookError: W105 for a DOCTYPE (so no entity is ever
    expanded or fetched), W104 for XML that is not well formed.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    find_start, find_end = starts.get, ends.get

    def on_start(name: str, attributes: dict[str, str]) -> None:
        handler = find_start(name)
        if handler is not None:
            handler(attributes)

    def on_end(name: str) -> None:
        handler = find_end(name)
        if handler is not None:
            handler()

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except Stop:
        return
    except (expat.ExpatError, ValueError) as error:
        raise damaged(f"部件 {part} 不是完整的 XML") from error
