"""Tables that recur: the same bytes around other figures.

Where the figures stand in a table is found out once, by the parser and by the labels, and
remembered with the bytes around them: its mould. A further table is its report's where the mould,
filled with the report's figures, is the table to the byte. Nothing is taken on trust: for a table
that differs in one byte it is found out anew, and what is not plain text is left to the parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from govxlsx.patterns import regex
from govxlsx.word.labelled import Labels
from govxlsx.word.labelled import figures as labelled
from govxlsx.word.matrix import blocks

_TEXT = regex(rb'<w:t(?: xml:space="preserve")?(?:/>|>([^<]*)</w:t>)')

_NOT_PLAIN = regex("[^\0\t\n -%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What only a parser understands: & < and >, a CR, and what XML cannot hold but NUL."""

_BODY, _START, _END = b"<w:body>", b"<w:tbl>", b"</w:tbl>"
_CLOSED = _END + b"</w:body></w:document>"
_MARKS = 0xF0000
"""From here on, characters for private use stand for the texts of a table: first, second, …"""

_MOST = 16
"""So many moulds of tables that begin alike are remembered: those of other sizes."""


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


class Apart(NamedTuple):
    """A document's XML with empty tables, how it begins, and what stands in each of the tables."""

    outline: bytes
    start: bytes
    tables: list[bytes]


def take_apart(xml: bytes) -> Apart:
    """Return a document's XML without its tables, and the tables."""
    start, body, rest = xml.partition(_BODY)
    first, *others = rest.split(_START)
    outline, tables = [start, body, first], []
    for each in others:
        inside, end, after = each.rpartition(_END)  # its end is nearer
        outline += (_START, end, after)
        tables.append(inside)
    return Apart(b"".join(outline), start + body + _START, tables)


def _plain(texts: Sequence[str]) -> bool:
    joined = "\0".join(texts)
    return _NOT_PLAIN.search(joined) is None and joined.count("\0") == len(texts) - 1


def written(figures: Sequence[str], form: Labels) -> list[bytes] | None:
    """Return figures as a table holds them; None where only the parser can tell what they are."""
    if not _plain(figures) or not form.single.isdisjoint(figures):
        return None
    return [f"<w:t>{each}</w:t>".encode() if each else b"<w:t/>" for each in figures]


def mould(start: bytes, table: bytes, form: Labels, figures: Sequence[bytes]) -> Mould | None:
    """Return the mould that makes a table of the form's figures, None where there is none.

    ``start`` is how its document begins, ``figures`` are as ``written`` returns them.
    """
    known = _known(start, table[: table.find(b"<w:t>")], form)
    for each in known:
        if each.filled(figures) == table:
            return each
    found = _found_out(start, table, form)
    if found is None or found.filled(figures) != table:
        return None
    known.append(found)
    del known[:-_MOST]
    return found


@lru_cache(maxsize=64)
def _known(_start: bytes, _begins: bytes, _form: Labels) -> list[Mould]:
    """Return the memory for tables that begin alike; what is found out is added to it."""
    return []


def _found_out(start: bytes, table: bytes, form: Labels) -> Mould | None:
    """Find the figures of a table by its labels; all other texts are marks while it is parsed."""
    spans = list(_TEXT.finditer(table))
    texts = [(each[1] or b"").decode() for each in spans]
    if not _plain(texts) or any(b"<" + sign in table for sign in (b"!", b"?")):
        return None
    whole, last = [start], 0
    for number, (span, text) in enumerate(zip(spans, texts, strict=True)):
        shown = escape(text) if text in form.single else chr(_MARKS + number)
        whole += (table[last : span.start()], f"<w:t>{shown}</w:t>".encode())
        last = span.end()
    whole += (table[last:], _CLOSED)
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
