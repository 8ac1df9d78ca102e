"""How a roster stands, as one HTML page that needs nothing else: who is late or was returned."""

from collections.abc import Callable, Iterator

from govxlsx.desk.roster.model import Body
from govxlsx.desk.status import STATE_WORDS, BodyState, Standing, Status, timing, told
from govxlsx.showing.page.markup import Element, document, tag
from govxlsx.showing.page.whole import beside, whole
from govxlsx.showing.page.words import listed, scrolled

TITLE = "政府信息公开工作年度报告报送情况"

_BADGES = {
    BodyState.OVERDUE: ("✗", "error"),
    BodyState.RETURNED: ("✗", "error"),
    BodyState.WAITING: ("○", "info"),
    BodyState.LATE: ("△", "warning"),
    BodyState.DONE: ("✓", "ok"),
}
"""The mark of each state, and what its colour is called."""

_COLUMNS = {
    "机关": 18,
    "类别": 12,
    "上级机关": 15,
    "状态": 11,
    "报送日期": 10,
    "期限": 10,
    "份数": 5,
    "情况": 19,
}
"""The columns, each with its share of the width in percent."""

_WIDTHS = "".join(
    f".standing thead th:nth-child({place}){{width:{share}%}}\n"
    for place, share in enumerate(_COLUMNS.values(), 1)
)
STYLE = _WIDTHS + beside(__file__, "standing.css")
"""On a phone kind, parent, state are left out: the heading above each table tells the state."""


def render(status: Status) -> str:
    """Return the page. The same status gives the same page."""
    title = f"{status.year} 年度{TITLE}"
    lead = f"截至 {status.on}。{status.sentence}"
    foot = "期限按条例第四十九条。"
    return document(whole(title, title, lead, sections(status), "报送情况", foot, STYLE))


Link = Callable[[Body], str]
"""Returns where more is told of a body."""


def sections(status: Status, link: Link | None = None) -> Iterator[Element]:
    """Yield the bodies by state, the worst first, then what belongs to none of them."""
    for state, word in STATE_WORDS.items():
        held = [each for each in status.standings if each.state is state]
        if held:
            label, caption = f"{word}的机关，可左右滚动", f"{word}的机关，按名册的顺序"
            rows = (row for each in held for row in _rows(each, link))
            heading = tag("h2", f"{word}（{len(held)}）", id=str(state))
            yield tag("section", heading, scrolled(label, caption, _COLUMNS, rows, "standing"))
    for anchor, title, found in status.of_nobody:
        if found:
            heading = tag("h2", f"{title}（{len(found)}）", id=anchor)
            yield tag("section", heading, listed(map(told, found)))


def _rows(each: Standing, link: Link | None) -> Iterator[Element]:
    """Yield a body's row, then what was said of its submissions over the whole width."""
    name = each.body.name
    sign, colour = _BADGES[each.state]
    mark = tag("span", sign, aria_hidden="true")
    badge = tag("span", mark, f" {STATE_WORDS[each.state]}", class_=f"badge {colour}")
    yield tag(
        "tr",
        tag("th", tag("a", name, href=link(each.body)) if link else name, scope="row"),
        tag("td", each.body.kind),
        tag("td", each.body.parent or "—"),
        tag("td", badge),
        tag("td", str(each.received or "—"), class_="day"),
        tag("td", str(each.deadline), class_="day"),
        tag("td", str(each.submissions), class_="count"),
        tag("td", timing(each)),
    )
    if each.sentences:
        said = (tag("p", sentence) for sentence in each.sentences)
        yield tag("tr", tag("td", *said, colspan=len(_COLUMNS)))
