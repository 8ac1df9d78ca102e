"""What every page has: what it may fetch, title, style, the way to its content, head and foot."""

from __future__ import annotations

from collections.abc import Iterable

from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.style import STYLE
from govxlsx.version import MAKER

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a page may fetch: nothing. The style is its own, the empty icon is in the page."""


def _head(title: str, style: str) -> Element:
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


def whole(
    title: str,
    heading: str,
    lead: str,
    main: Iterable[Child],
    told: str,
    foot: str,
    style: str = "",
) -> Element:
    """Return a page. ``told`` names what it tells, ``foot`` ends it after who made it.

    ``style`` is what this page needs beside the style of all.
    """
    body = tag(
        "body",
        tag("a", f"跳到{told}", href="#content", class_="skip"),
        tag("header", tag("h1", heading), tag("p", lead, class_="lead")),
        tag("main", *main, id="content", tabindex=-1),
        tag("footer", tag("p", f"由 {MAKER} 生成。{foot}")),
    )
    return tag("html", _head(title, style), body, lang="zh-CN")
