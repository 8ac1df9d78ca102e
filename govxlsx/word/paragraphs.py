"""Paragraphs and runs: text becomes XML here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from govxlsx.text import clean
from govxlsx.word.fonts import Face, run_properties
from govxlsx.word.ooxml import SPACE, Element, element, tag

_BREAKS = re.compile(r"([\t\n])")
_LINE_ENDS = re.compile(r"\r\n?")
_LONG_WORD = re.compile(r"[!-~]{12}")
_TEXT = tag("t")


def printable(text: str) -> str:
    r"""Return what can be printed of a text: no control characters, line ends as \n."""
    return _LINE_ENDS.sub("\n", clean(text))


def write(run: Element, text: str) -> None:
    """Add a text to a run: tabs and line ends become elements, outer spaces are kept."""
    for piece in _BREAKS.split(printable(text)):
        if piece == "\t":
            run.append(element("tab"))
        elif piece == "\n":
            run.append(element("br"))
        elif piece:
            made = etree.SubElement(run, _TEXT)
            made.text = piece
            if piece[0].isspace() or piece[-1].isspace():
                made.set(SPACE, "preserve")


def run(text: str, face: Face, *properties: Element, style: str = "") -> Element:
    """Make a run with its fonts, and further properties in the schema's order."""
    fonts = run_properties(face, *properties)
    if style:
        fonts.insert(0, element("rStyle", val=style))
    made = element("r", fonts)
    write(made, text)
    return made


def paragraph(style: str, runs: Iterable[Element], *properties: Element) -> Element:
    """Make a paragraph of a style, with further properties in the schema's order."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *runs)


def alignment(text: str) -> tuple[Element, ...]:
    """Return the alignment of running text; () where it is the style's own, to both edges.

    A web address that falls on the end of a line would tear the line apart: such a paragraph is
    aligned to the left.
    """
    return (element("jc", val="left"),) if _LONG_WORD.search(text) else ()
