"""Paragraphs and runs of text."""

from __future__ import annotations

from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.text import clean
from govxlsx.word.fonts import Face, run_fonts
from govxlsx.word.ooxml import Xml, element, escaped, joined

_BREAKS = regex(r"([\t\n])")
_LINE_ENDS = regex(r"\r\n?")
_LONG_WORD = regex(r"[!-~]{12}")
_INSTEAD = {"\t": element("tab"), "\n": element("br")}
_OUTER = ' xml:space="preserve"'
_LEFT = (element("jc", val="left"),)


def printable(text: str) -> str:
    r"""Return what can be printed of a text: no control characters, line ends as \n."""
    return _LINE_ENDS.sub("\n", clean(text))


def _text(piece: str) -> Xml:
    outer = _OUTER if piece[0].isspace() or piece[-1].isspace() else ""
    return Xml(f"<w:t{outer}>{escaped(piece)}</w:t>")


def content(text: str) -> Xml:
    """Write a run's text: tabs and line ends become elements, outer spaces are kept."""
    pieces = _BREAKS.split(printable(text))
    return joined(*[_INSTEAD.get(piece) or _text(piece) for piece in pieces if piece])


@lru_cache(maxsize=1024)
def _run_properties(face: Face, style: str, others: tuple[Xml, ...]) -> Xml:
    linked = (element("rStyle", val=style),) if style else ()
    return element("rPr", *linked, run_fonts(face), *others)


def run(text: str, face: Face, *properties: Xml, style: str = "") -> Xml:
    """Write a run with its fonts, and further properties in the schema's order."""
    return Xml(f"<w:r>{_run_properties(face, style, properties)}{content(text)}</w:r>")


def run_of(inside: Xml, face: Face, *properties: Xml) -> Xml:
    """Write a run that holds something other than text."""
    return element("r", _run_properties(face, "", properties), inside)


@lru_cache(maxsize=1024)
def _properties(style: str, others: tuple[Xml, ...]) -> Xml:
    return element("pPr", element("pStyle", val=style), *others)


def paragraph(style: str, inside: Xml, *properties: Xml) -> Xml:
    """Write a paragraph of a style, with further properties in the schema's order."""
    return Xml(f"<w:p>{_properties(style, properties)}{inside}</w:p>")


def alignment(text: str) -> tuple[Xml, ...]:
    """Return the alignment of running text; () where it is the style's own, to both edges.

    A web address that falls on the end of a line would tear the line apart: such a paragraph is
    aligned to the left.
    """
    return _LEFT if _LONG_WORD.search(text) else ()
