"""Documents that recur: the same bytes around other figures and other texts.

Where the figures stand in a table is found out once, by the parser and by the labels, and
remembered with the bytes around them: its mould. A further table is its report's where the mould,
filled with the report's figures, is the table to the byte. What the parser makes of the XML from
one text to the next is remembered alike. Nothing is taken on trust: what differs in one byte is
found out anew, and what is not plain text is left to the parser.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import NamedTuple

from govxlsx.patterns import regex
from govxlsx.word.labelled import Labels
from govxlsx.word.labelled import figures as labelled
from govxlsx.word.matrix import blocks

_PLAIN = "\t\n -%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
"""What is not only understood by a parser: not & < and >, a CR, and what XML cannot hold."""

_NOT_PLAIN = regex(f"[^\0{_PLAIN}]")
_FIGURE = regex(rb'<w:t(?: xml:space="preserve")?(?:/>|>([^<]*)</w:t>)')
_TEXT = regex(f'<w:t(?: xml:space="preserve")?>([{_PLAIN}]*)</w:t>')
_UNKNOWN = ("<!", "<?", "xmlns")
"""What makes the XML behind it mean something else: comments, declarations, other names."""

_BODY, _START, _END = b"<w:body>", b"<w:tbl>", b"</w:tbl>"
_OPENED, _CLOSED = "<w:p><w:r>", "</w:r></w:p></w:body></w:document>"
_BODY_CLOSED = b"</w:body></w:document>"
_MARKS = 0xF0000
"""From here on, characters for private use stand for the texts of a table: first, second, …"""

_MOST = 16
"""So many moulds of tables that begin alike are remembered: those of other sizes."""

TABLE = "（表格）"
"""Stands for a table among the texts of a document."""


@dataclass(frozen=True, slots=True)
class Mould:
    """The bytes of a table around its figures, one piece more than figures.

    ``places`` are those of the figures in the form's order.
    """

    around: tuple[bytes, ...]
    places: tuple[int, ...]

    def filled(self, figures: Sequence[bytes]) -> bytes:
        """Return the table with figures, given all of the form as ``written`` returns them."""
        pieces = [b""] * (2 * len(self.places) + 1)
        pieces[::2] = self.around
        pieces[1::2] = [figures[place] for place in self.places]
        return b"".join(pieces)


class Recalled(NamedTuple):
    """The texts of a document, each table a mark; the places in the form that its figures have."""

    texts: list[str]
    places: list[int]


def recalled(xml: bytes, form: Labels, figures: Sequence[bytes]) -> Recalled | None:
    """Read a document's XML, given the figures of the form as ``written`` returns them.

    None where its tables are not those of the figures. Raises ValueError or lxml's XMLSyntaxError
    where only the parser can read it.
    """
    start = xml[: xml.find(_BODY) + len(_BODY)]
    at, outline, places = len(start), list[bytes](), list[int]()
    while (begins := xml.find(_START, at)) >= 0:
        found = _table(start, xml, begins, form, figures)
        if found is None:
            return None
        ends, mould = found
        outline += (xml[at:begins], _START, _END)
        places += mould.places
        at = ends
    outline.append(xml[at:])
    return Recalled(_texts(start.decode(), b"".join(outline).decode()), places)


def _texts(start: str, outline: str) -> list[str]:
    """Return the texts of a document, given how it begins and its body with empty tables."""
    pieces = _TEXT.split(outline)
    last = len(pieces) - 1
    pieces[::2] = [
        _between(start, piece, place > 0, 2 * place < last)
        for place, piece in enumerate(pieces[::2])
    ]
    return "".join(pieces).split("\0")


@lru_cache(maxsize=1024)
def _between(start: str, piece: str, after: bool, before: bool) -> str:
    """Return what the XML between two texts adds to them; NUL is where a paragraph ends.

    ``after`` and ``before`` tell whether there is a text before and behind it. Raises ValueError
    where it does not lead from one run of a paragraph of the body to another.
    """
    if any(map(piece.__contains__, _UNKNOWN)):
        raise ValueError(piece)
    mark = chr(_MARKS)
    text = f"<w:t>{mark}</w:t>"
    left, right = _OPENED + text if after else "", text + _CLOSED if before else ""
    read = blocks(f"{start}{left}{piece}{right}".encode())
    found = "\0".join([each if isinstance(each, str) else TABLE for each in read])
    added = found.removeprefix(mark if after else "").removesuffix(mark if before else "")
    if len(found) - len(added) != after + before or mark in added:
        raise ValueError(piece)
    return added


def _plain(texts: Sequence[str]) -> bool:
    joined = "\0".join(texts)
    return _NOT_PLAIN.search(joined) is None and joined.count("\0") == len(texts) - 1


def written(figures: Sequence[str], form: Labels) -> list[bytes] | None:
    """Return figures as a table holds them; None where only the parser can tell what they are."""
    if not _plain(figures) or not form.single.isdisjoint(figures):
        return None
    joined = "\0".join(figures).encode()
    held = b"<w:t>%b</w:t>" % joined.replace(b"\0", b"</w:t>\0<w:t>")
    return held.replace(b"<w:t></w:t>", b"<w:t/>").split(b"\0")


def _table(
    start: bytes, xml: bytes, begins: int, form: Labels, figures: Sequence[bytes]
) -> tuple[int, Mould] | None:
    """Return where a table ends, and the mould that makes it of the form's figures, if any does.

    ``start`` is how its document begins.
    """
    known = _known(start, xml[begins : xml.find(b"<w:t>", begins)], form)
    for each in known:
        table = each.filled(figures)
        if xml.startswith(table, begins):
            return begins + len(table), each
    ends = xml.find(_END, begins) + len(_END)
    table = xml[begins:ends]
    found = _found_out(start, table, form)
    if found is None or found.filled(figures) != table:
        return None
    known.append(found)
    del known[:-_MOST]
    return ends, found


@lru_cache(maxsize=64)
def _known(_start: bytes, _begins: bytes, _form: Labels) -> list[Mould]:
    """Return the memory for tables that begin alike; what is found out is added to it."""
    return []


def _found_out(start: bytes, table: bytes, form: Labels) -> Mould | None:
    """Find the figures of a table by its labels; all other texts are marks while it is parsed."""
    spans = list(_FIGURE.finditer(table))
    texts = [(each[1] or b"").decode() for each in spans]
    if not _plain(texts) or any(b"<" + sign in table for sign in (b"!", b"?")):
        return None
    whole, last = [start], 0
    for number, (span, text) in enumerate(zip(spans, texts, strict=True)):
        shown = escape(text, quote=False) if text in form.single else chr(_MARKS + number)
        whole += (table[last : span.start()], f"<w:t>{shown}</w:t>".encode())
        last = span.end()
    whole += (table[last:], _BODY_CLOSED)
    tables = [block for block in blocks(b"".join(whole)) if not isinstance(block, str)]
    place_of = {path: place for place, path in enumerate(form.order)}
    around, places, last = list[bytes](), list[int](), 0
    for path, cell in dict.fromkeys(pair for each in tables for pair in labelled(each, form)):
        number = ord(cell.text) - _MARKS if len(cell.text) == 1 else -1
        if path not in place_of or not 0 <= number < len(spans) or spans[number].start() < last:
            return None
        around.append(table[last : spans[number].start()])
        places.append(place_of[path])
        last = spans[number].end()
    return Mould((*around, table[last:]), tuple(places))
