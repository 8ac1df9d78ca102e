"""Text boxes, buttons and other shapes that a sheet has as VML, as old programs and WPS write them.

VML is HTML in parts, and often not well formed: it is looked through, not parsed. Comments and the
pictures of headers are drawn as VML, too, and told of elsewhere. Source: ECMA-376 Part 4, 19.4.2.
"""

import html
import re
from collections.abc import Iterator

from govxlsx.patterns import regex
from govxlsx.workbook.cells import Beside, BesideKind, whole

LIMIT = 1 << 20
"""So many bytes of a part are looked through."""

_LONGEST = 2000
_CLIENT = regex(r"<x:ClientData\s[^>]{0,200}ObjectType=[\"'](\w{1,40})[\"']")
_ANCHOR = regex(r"<x:Anchor>\s*(\d{1,6}),[^<>,]{0,40},\s*(\d{1,7}),")
_WORDS = regex(r"<v:textbox[^>]*>(.*?)</v:textbox>", re.DOTALL)
_TAG = regex(r"<[^<>]*>")
_WRITTEN = frozenset(("text", "rect", "shape", "label", "groupbox", "drawing"))


def shapes(data: bytes) -> Iterator[Beside]:
    """Yield the shapes of a part that are no comments."""
    text = data[:LIMIT].decode("utf-8", "replace")
    for shape in text.split("<v:shape ")[1:]:
        known = _CLIENT.search(shape)
        if known is None or known[1].lower() == "note":
            continue
        inside = _WORDS.search(shape)
        words = html.unescape(_TAG.sub("", inside[1])).strip() if inside else ""
        written = words and known[1].lower() in _WRITTEN
        kind = BesideKind.TEXT_BOX if written else BesideKind.OBJECT
        place = _ANCHOR.search(shape)
        at = (whole(place[2]), whole(place[1])) if place else (0, 0)
        yield Beside(kind, at, words[:_LONGEST])
