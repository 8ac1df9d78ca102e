"""What every page has: head, way to the content, title, ways to other pages, foot."""

from collections.abc import Sequence

from starlette.responses import HTMLResponse

from govxlsx.desk.status.page import STYLE as STANDING
from govxlsx.showing.page.markup import Child, Element, document, gap, parted, tag
from govxlsx.showing.page.whole import STYLE as COMMON
from govxlsx.showing.page.whole import beside, frame
from govxlsx.showing.page.words import listed
from govxlsx.version import MAKER, __version__

SHEET = COMMON + STANDING + beside(__file__, "forms.css")
"""The style sheet of all pages: that of a check's page, and forms, buttons and ways."""

STYLE, SCRIPT = f"/style-{__version__}.css", f"/page-{__version__}.js"
"""Where style and script are; another version has others, so they may be remembered."""

CHECK, DESK = "/", "/desk"
Ways = tuple[tuple[str, str], ...]
"""Links to other pages: address and words."""


def page(
    title: str,
    *content: Child,
    lead: Child = None,
    ways: Ways = (),
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> HTMLResponse:
    """Return a page as the answer to a request."""
    return HTMLResponse(document(_root(title, content, lead, ways)), status, headers)


def around(
    title: str, first: Child, written: str, last: Child, *, lead: Child = None, ways: Ways = ()
) -> HTMLResponse:
    """Return a page in the middle of which stands what is written as HTML already."""
    before, after = parted(_root(title, (first, gap(), last), lead, ways))
    return HTMLResponse(f"{before}{written}{after}")


def _root(title: str, content: Sequence[Child], lead: Child, ways: Ways) -> Element:
    header = (tag("h1", title), lead, _ways(ways))
    foot = f"由 {MAKER} 提供。检查用的文件 24 小时后删除，报送的归档保存。"
    styles = tag("link", rel="stylesheet", href=STYLE), tag("script", src=SCRIPT, defer=True)
    return frame(title, "正文", header, content, foot, styles)


def _ways(ways: Ways) -> Element | None:
    if not ways:
        return None
    links = (tag("a", words, href=address) for address, words in ways)
    return tag("nav", listed(links, None), aria_label="其他页面")


def lead(text: str) -> Element:
    """Return the sentence under a title."""
    return tag("p", text, class_="lead")
