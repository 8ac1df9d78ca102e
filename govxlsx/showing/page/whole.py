"""What every page has: what it may fetch, title, style, the way to its content, head and foot."""

from collections.abc import Iterable
from pathlib import Path

from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.version import MAKER

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a page may fetch: nothing. The style is its own, the empty icon is in the page."""


def beside(module: str, name: str) -> str:
    """Return a style sheet that lies beside a module, as it stands in a page."""
    return f"\n{Path(module).with_name(name).read_text(encoding='utf-8')}"


STYLE = beside(__file__, "page.css")
"""For a wide screen, a phone and A4 paper. Contrasts are 4.5 or more."""


def frame(
    title: str,
    told: str,
    header: Iterable[Child],
    main: Iterable[Child],
    foot: str,
    styles: Iterable[Child],
    *more: Child,
) -> Element:
    """Return a page. ``told`` names what it tells; ``more`` are a policy and who made it."""
    policy, maker = more or (None, None)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        policy,
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="format-detection", content="telephone=no"),
        maker,
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        *styles,
    )
    body = tag(
        "body",
        tag("a", f"跳到{told}", href="#content", class_="skip"),
        tag("header", *header),
        tag("main", *main, id="content", tabindex=-1),
        tag("footer", tag("p", foot)),
    )
    return tag("html", head, body, lang="zh-CN")


def whole(
    title: str,
    heading: str,
    lead: str,
    main: Iterable[Child],
    told: str,
    foot: str,
    style: str = "",
) -> Element:
    """Return a page that needs nothing else; ``foot`` ends it after who made it.

    ``style`` is what this page needs beside the style of all.
    """
    policy = tag("meta", http_equiv="Content-Security-Policy", content=_POLICY)
    maker = tag("meta", name="generator", content=MAKER)
    header = (tag("h1", heading), tag("p", lead, class_="lead"))
    end, styles = f"由 {MAKER} 生成。{foot}", (tag("style", STYLE + style),)
    return frame(title, told, header, main, end, styles, policy, maker)
