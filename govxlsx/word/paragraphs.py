"""Paragraphs and runs of text."""

from collections.abc import Sequence
from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.text import clean
from govxlsx.word import page
from govxlsx.word.fonts import Face, run_fonts
from govxlsx.word.ooxml import Xml, element, escaped, joined
from govxlsx.word.wrapping import Span

_BREAKS = regex(r"([\t\n])")
_LINE_ENDS = regex(r"\r\n?")
_INSTEAD = {"\t": element("tab"), "\n": element("br")}
_OUTER = ' xml:space="preserve"'
_LEFT = (element("jc", val="left"),)
_USUAL = 100

_JOINER = element("sym", font="Times New Roman", char="2060")
"""Hidden behind a slash or a hyphen, it keeps LibreOffice from ending the line there.

U+2060, but none of the text: programs that read the document's text do not find it.
"""

_HIDDEN = element("vanish")
_HYPHEN = element("noBreakHyphen")
_NUMBER = regex(r"\d+(?:-\d+)+")
"""A telephone number: programs end a line behind a hyphen that is not made for it."""

_BREAKABLE = regex(r"(?<=[-/?%|}－—–）])(?=.)")


def printable(text: str) -> str:
    r"""Return what can be printed of a text: no control characters, line ends as \n."""
    return _LINE_ENDS.sub("\n", clean(text))


def _text(piece: str) -> Xml:
    outer = _OUTER if piece[0].isspace() or piece[-1].isspace() else ""
    return Xml(f"<w:t{outer}>{escaped(piece)}</w:t>")


def content(text: str) -> Xml:
    """Write a run's text: tabs and line ends become elements, outer spaces are kept."""
    if text.isprintable():
        return _text(text) if text else Xml("")
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
    return Xml(f"<w:r>{_run_properties(face, '', properties)}{inside}</w:r>")


@lru_cache(maxsize=1024)
def _properties(style: str, others: tuple[Xml, ...]) -> Xml:
    return element("pPr", element("pStyle", val=style), *others)


def paragraph(style: str, inside: Xml, *properties: Xml) -> Xml:
    """Write a paragraph of a style, with further properties in the schema's order."""
    return Xml(f"<w:p>{_properties(style, properties)}{inside}</w:p>")


def runs(spans: Sequence[Span], face: Face) -> Xml:
    """Write running text whose lines end well."""
    return Xml("".join([_span(each, face) for each in spans]))


def alignment(spans: Sequence[Span]) -> tuple[Xml, ...]:
    """Return the alignment of running text; () where it is the style's own, to both edges."""
    return _LEFT if any(each.early for each in spans) else ()


def _span(span: Span, face: Face) -> Xml:
    setting = _setting(span.wider, span.scale)
    if not span.whole:
        return run(span.text, face, *setting)
    if _NUMBER.fullmatch(span.text):
        return run_of(Xml(_HYPHEN.join(map(content, span.text.split("-")))), face, *setting)
    pieces = [run(piece, face, *setting) for piece in _BREAKABLE.split(span.text)]
    return Xml(run_of(_JOINER, face, _HIDDEN).join(pieces))


@lru_cache(maxsize=256)
def _setting(wider: int, scale: int) -> tuple[Xml, ...]:
    spacing = (element("spacing", val=page.TIGHTENING + wider),) if wider else ()
    return (*spacing, element("w", val=scale)) if scale != _USUAL else spacing
