"""The head that every page has: what it may fetch, its title and its style."""

from __future__ import annotations

from govxlsx.showing.page.markup import Element, tag
from govxlsx.showing.page.style import STYLE
from govxlsx.version import MAKER

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a page may fetch: nothing. The style is its own, the empty icon is in the page."""


def head(title: str, style: str = "") -> Element:
    """Return a page's head; ``style`` is what this page needs beside the style of all."""
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="format-detection", content="telephone=no"),
        tag("meta", name="generator", content=MAKER),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("style", STYLE + style),
    )
