"""The page's small words and marks; nothing is told by colour alone."""

from collections.abc import Iterable

from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Severity
from govxlsx.showing.listing import STATUS_WORDS
from govxlsx.showing.page.markup import Child, Element, tag

_STATUS_MARKS = {"ok": "✓", "errors": "✗", "unusable": "✗"}
MARKS = {Severity.ERROR: "✗", Severity.WARNING: "△", Severity.INFO: "※"}
LEGEND = "、".join(f"{mark} {SEVERITY_WORDS[severity]}" for severity, mark in MARKS.items())


def status(given: str) -> Element:
    """Return a file's status as a badge: a mark and words."""
    mark = tag("span", _STATUS_MARKS[given], aria_hidden="true")
    return tag("span", mark, f" {STATUS_WORDS[given]}", class_=f"badge {given}")


def severity(given: Severity) -> Element:
    """Return a finding's severity as a badge: a word, the mark before it is the style's."""
    return tag("span", SEVERITY_WORDS[given], class_=f"badge {given}")


def hidden(text: str) -> Element:
    """Return text that only a screen reader tells."""
    return tag("span", text, class_="heard")


def listed(items: Iterable[Child], class_: str | None = "plain") -> Element:
    """Return a list."""
    return tag("ul", *(tag("li", each) for each in items), class_=class_)


def facts(*pairs: tuple[str, Child]) -> Element:
    """Return names and values side by side; those whose value is None are left out."""
    held = (
        tag("div", tag("dt", name), tag("dd", value)) for name, value in pairs if value is not None
    )
    return tag("dl", *held, class_="facts")


def row(head: Child, cells: Iterable[Child], class_: str | None = None) -> Element:
    """Return a row of a table: what heads it, and cells that all look alike."""
    held = (tag("td", each, class_=class_) for each in cells)
    return tag("tr", tag("th", head, scope="row"), *held)


def region(content: Element, label: str) -> Element:
    """Return a wide table in a frame that scrolls, by keyboard too."""
    return tag("div", content, class_="scroll", role="region", tabindex=0, aria_label=label)


def scrolled(
    label: str, caption: str, heads: Iterable[str], rows: Iterable[Element], class_: str
) -> Element:
    """Return a table of rows below heads in a frame that scrolls; ``label`` is the frame's."""
    table = tag(
        "table",
        tag("caption", caption, class_="quiet"),
        tag("thead", tag("tr", *(tag("th", each, scope="col") for each in heads))),
        tag("tbody", *rows),
        class_=class_,
    )
    return region(table, label)
