"""Reading tables that recur: the same markup with the same labels around other figures.

Where the figures stand in such a table is found out once, by the parser and by the labels, and
remembered; of each further table only the texts are read. Nothing is taken on trust: markup that
differs in a single character is parsed anew, and what is not plain text is not read here at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from govxlsx.form.sentences import LabelPath
from govxlsx.patterns import regex
from govxlsx.word.labelled import Labels
from govxlsx.word.labelled import figures as labelled
from govxlsx.word.matrix import blocks

_TEXT = regex(rb'<w:t(?: xml:space="preserve")?(?:/>|>([^<]*)</w:t>)')

_NOT_PLAIN = regex("[^\0\t\n -%'-=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What only a parser understands: & and >, a CR, and what XML cannot hold but NUL."""

_BODY, _START, _END = b"<w:body>", b"<w:tbl>", b"</w:tbl>"
_MARKS = 0xF0000
"""From here on, characters for private use stand for the texts of a table: first, second, …"""


@dataclass(frozen=True, slots=True)
class TableMarkup:
    """A table taken apart: its texts, and the markup around them, as a document of its own.

    ``markup`` has one piece more than there are texts: each text stands between two of them.
    """

    markup: tuple[bytes, ...]
    texts: tuple[str, ...]


def _plain(texts: Sequence[bytes]) -> tuple[str, ...]:
    decoded = b"\0".join(texts).decode()
    plain = tuple(decoded.split("\0"))
    if _NOT_PLAIN.search(decoded) or len(plain) != len(texts):
        raise ValueError("a text that has to be parsed")
    return plain


def _table(start: bytes, xml: bytes, end: bytes) -> TableMarkup:
    if any(sign in xml and b"<" + sign in xml for sign in (b"!", b"?")):
        raise ValueError("a comment or the like")
    pieces = [each or b"" for each in _TEXT.split(xml)]
    pieces[0] = start + pieces[0]
    pieces[-1] += end
    return TableMarkup(tuple(pieces[::2]), _plain(pieces[1::2]))


def take_apart(xml: bytes) -> tuple[bytes, list[TableMarkup]]:
    """Return a document's XML with empty tables, and the tables.

    Raises ValueError where a table may hold what only a parser understands: references, comments.
    """
    start, body, rest = xml.partition(_BODY)
    opened, closed = start + body + _START, _END + b"</w:body></w:document>"
    first, *others = rest.split(_START)
    outline, tables = [start, body, first], []
    for each in others:
        inside, end, after = each.rpartition(_END)  # its end is nearer
        outline += (_START, end, after)
        tables.append(_table(opened, inside, closed))
    return b"".join(outline), tables


@dataclass(frozen=True, slots=True)
class _Places:
    """The paths of a table's figures, and their texts: marks, with a NUL after each figure."""

    paths: tuple[LabelPath, ...]
    texts: str


@lru_cache(maxsize=128)
def _places(markup: tuple[bytes, ...], labels: tuple[str, ...], form: Labels) -> _Places:
    """Find the figures of a table by its markup and those of its texts that are labels."""
    whole = [markup[0]]
    for number, (label, piece) in enumerate(zip(labels, markup[1:], strict=True)):
        text = escape(label) or chr(_MARKS + number)
        whole += (f"<w:t>{text}</w:t>".encode(), piece)
    tables = [block for block in blocks(b"".join(whole)) if not isinstance(block, str)]
    found = dict.fromkeys(pair for table in tables for pair in labelled(table, form))
    return _Places(
        tuple([path for path, _ in found]), "".join([f"{cell.text}\0" for _, cell in found])
    )


def figures(table: TableMarkup, form: Labels) -> Iterator[tuple[LabelPath, str]]:
    """Yield the labels that lead to each figure of a table, and the figure's text."""
    labels = tuple([text if text in form.single else "" for text in table.texts])
    places = _places(table.markup, labels, form)
    texts = places.texts.translate(dict(enumerate(table.texts, _MARKS)))
    return zip(places.paths, texts.split("\0"), strict=False)
