"""What a page shows in a cell, or in part of a line: digits that are none of its figure set off."""

import re
from dataclasses import dataclass

from lxml import etree

from govxlsx.patterns import regex
from govxlsx.published import asides
from govxlsx.published.content import lined
from govxlsx.published.styles.covers import Shown
from govxlsx.published.styles.look import Appearance
from govxlsx.published.styles.looks import Looks
from govxlsx.reading.figures import text_may_be_figure
from govxlsx.text import trim

_NEVER = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "title", "iframe", "object", "applet"),
        *("datalist", "rp", "noframes", "noembed", "video", "audio", "canvas", "svg", "math"),
    )
)
"""Elements whose text is not shown as text."""

_PICTURES = ("img", "svg", "canvas", "object", "embed", "video", "iframe", "select")
"""What may draw a figure that is no text."""

_SET_OFF = ("small", "a")
"""What bears the mark of a note, where it stands behind a figure."""

_TINY = 3
"""A picture of so few pixels only keeps a place."""

_TYPED = ("", "text", "number", "tel", "button", "submit")
_SPACE = regex(r"[ \t\r\n\f]+")

ShownPiece = tuple[str, str]
"""A piece of text, and what moves it from where it stands."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen of a page."""

    looks: Looks

    def has_place(self, element: etree._Element) -> bool:
        """Tell whether an element takes a place."""
        return isinstance(element.tag, str) and self.looks.of(element).placed

    def shows(self, element: etree._Element) -> bool:
        """Tell whether an element may show something."""
        shown = self.has_place(element) and tag_of(element) not in _NEVER
        return shown and self.looks.of(element).covered is not Shown.NO

    def cell_text(self, cell: etree._Element) -> str:
        """Return what a cell shows, its blocks as lines; what is no part of a figure is set off.

        Digits that do not stand as the others of their cell are elsewhere than the text tells.
        """
        pieces = self.shown(cell)
        ways = sorted({way for text, way in pieces if asides.has_digit(text)}, key=len)
        pieces = [
            (asides.unsure(text) if len(ways) > 1 and way != ways[0] else text, way)
            for text, way in pieces
        ]
        text = lined(joined(pieces).split("\n"))
        bare = trim(asides.without(text))
        labelled = bare and not text_may_be_figure(bare)
        return text.replace(asides.PICTURE, "") if labelled else text

    def shown(self, element: etree._Element) -> list[ShownPiece]:
        """Return what an element shows, each piece with what moves it from its place."""
        tag = tag_of(element)
        if not tag:
            return []
        if tag in _PICTURES and not _is_tiny(element):
            return [(asides.PICTURE, "")] if _is_drawn(self.looks.of(element)) else []
        if tag == "script" and "document.write" in (element.text or ""):
            return [(asides.ADDED, "")]
        if not self.shows(element):
            return []
        look = self.looks.of(element)
        own = [look.before, own_text(look, element.text or _typed(element))]
        pieces = [(_SPACE.sub(" ", each), look.moved) for each in own if each]
        for child in element:
            shown = self.shown(child)
            if isinstance(child.tag, str):
                shown = self._set_off(child, shown, pieces)
            pieces += (*shown, (_SPACE.sub(" ", own_text(look, child.tail)), look.moved))
        pieces.append((look.behind, look.moved))
        if look.pictured and not joined(pieces).strip() and tag not in ("td", "th"):
            return [(asides.PICTURE, "")]
        if look.struck:
            pieces = [(asides.struck(joined(pieces)), "")]
        line = ("\n", "")
        return [line] if tag == "br" else [line, *pieces, line] if look.block else pieces

    def _set_off(
        self, element: etree._Element, shown: list[ShownPiece], before: list[ShownPiece]
    ) -> list[ShownPiece]:
        if tag_of(element) == "sub":
            return [(asides.raised(joined(shown), [joined(before)], "下标"), "")]
        if tag_of(element) in _SET_OFF or self.looks.of(element).raised:
            return [(asides.raised(joined(shown), [joined(before)]), "")]
        return shown


def tag_of(element: etree._Element) -> str:
    """Return an element's name, "" for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def joined(pieces: list[ShownPiece]) -> str:
    """Return the text of pieces."""
    return "".join(text for text, _ in pieces)


def own_text(look: Appearance, text: str | None) -> str:
    """Return an element's own text as far as it is shown."""
    if not text or look.shown is Shown.NO:
        return ""
    return asides.unsure(text) if look.shown is Shown.UNSURE else text


def _is_drawn(look: Appearance) -> bool:
    return look.placed and look.visible and look.covered is not Shown.NO


def _is_tiny(picture: etree._Element) -> bool:
    sides = (re.match(r"\s*(\d+)", picture.get(side, "")) for side in ("width", "height"))
    return any(match is not None and int(match[1]) <= _TINY for match in sides)


def _typed(element: etree._Element) -> str:
    """Return what stands in a field to be filled in."""
    typed = tag_of(element) == "input" and element.get("type", "").lower() in _TYPED
    return element.get("value", "") if typed else ""
