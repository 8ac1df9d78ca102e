"""Which styles count for each element of a page, and what a sheet outside may change.

What a browser does not show is not read; what cannot be told for certain is unsure.
"""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from govxlsx.patterns import regex
from govxlsx.published.asides import ADDED
from govxlsx.published.styles.covers import Shown, StyleValues
from govxlsx.published.styles.look import Appearance, drawn
from govxlsx.published.styles.sheets import (
    Declarations,
    Element,
    Sheets,
    content_text,
    of_attribute,
    on_screen,
)

_HIDING = regex(r"(?:^|[-_ ])(?:hide|hidden|none|invisible|dn|sr-only|visually-?hidden)(?: |$)")
"""Classes of so usual names hide, where their sheet is not in the page."""

_MOST = 20_000_000
"""More selectors than these, times the page's elements, are not looked for."""

_WORTH = ("counter(", "counters(", "url(", "var(", "image-set(")

Specificity = tuple[int, int, int]
Rank = tuple[bool, int, Specificity, int]
StyleRule = tuple[Specificity, int, str | None, Declarations]
"""What a sheet says of an element, or of a part that it adds: how strongly, and in which order."""


_PAGE = Appearance()
_ATTRIBUTES = (
    *("style", "class", "id", "hidden", "bgcolor", "color", "text", "background", "open"),
    "popover",
)
"""What of an element's attributes its look comes from."""


class Looks:
    """The looks of a page's elements."""

    def __init__(self, root: etree._Element) -> None:
        self.sheets = Sheets()
        self.held: dict[etree._Element, Appearance] = {}
        self.made: dict[tuple[object, ...], Appearance] = {}
        for each in root.iter("style", "link"):
            media = each.get("media", "").lower()
            if each.tag == "style" and on_screen(media):
                self.sheets.add(each.text or "")
            elif "stylesheet" in each.get("rel", "").lower() and media != "print":
                self.sheets.outside = True
        whole = Element.from_html_root(root)
        self.wrapped = {each.etree_element: each for each in whole.iter_subtree()}
        if self.sheets.matcher.order * len(self.wrapped) > _MOST:
            self.sheets = Sheets(outside=True)

    def of(self, element: etree._Element) -> Appearance:
        """Return how an element looks."""
        found = self.held.get(element)
        if found is None:
            parent = element.getparent()
            above = _PAGE if parent is None else self.of(parent)
            found = self.held[element] = self._look(element, above)
        return found

    def _look(self, element: etree._Element, above: Appearance) -> Appearance:
        found: list[StyleRule] = self.sheets.matcher.match(self.wrapped[element])
        if any(part for _, _, part, _ in found):
            return self._made(element, above, found)
        told = (element.get(name) for name in _ATTRIBUTES)
        orders = (order for _, order, _, _ in found)
        key = (element.tag, id(above), _is_shut(element), *told, *orders)
        look = self.made.get(key)
        if look is None:
            look = self.made[key] = self._made(element, above, found)
        return look

    def _made(
        self, element: etree._Element, above: Appearance, found: list[StyleRule]
    ) -> Appearance:
        tag = str(element.tag)
        parts: dict[str | None, list[StyleRule]] = {None: []}
        for each in found:
            parts.setdefault(each[2], []).append(each)
        style = of_attribute(element.get("style", ""))
        given = self._values(parts.pop(None), style, _by_attributes(element, tag))
        look = drawn(tag, given, above)
        if tag == "details" and "open" not in element.attrib:
            look = replace(look, shown=Shown.NO)
        for part, rules in parts.items():
            look = self._with_part(element, look, str(part), self._values(rules, {}, {}))
        return self._outside(element, look) if self.sheets.outside else look

    def _values(
        self, rules: Iterable[StyleRule], style: Declarations, attributes: StyleValues
    ) -> StyleValues:
        """Return the values that count: by importance, then by where they are said."""
        ranked: dict[str, tuple[Rank, str]] = {}
        said = [(0, specificity, order, given) for specificity, order, _, given in rules]
        for place, specificity, order, given in (*said, (1, (0, 0, 0), 0, style)):
            for name, (value, important) in given.items():
                rank = (important, place, specificity, order)
                if name not in ranked or ranked[name][0] <= rank:
                    ranked[name] = rank, self._known(value)
        return {**attributes, **{name: value for name, (_, value) in ranked.items()}}

    def _known(self, value: str) -> str:
        """Return a value with that of a variable which the page sets once."""
        if not value.startswith("var("):
            return value
        name, _, other = value[4:].rstrip(") ").partition(",")
        return self.sheets.variables.get(name.strip()) or other.strip() or value

    def _with_part(
        self, element: etree._Element, look: Appearance, part: str, given: StyleValues
    ) -> Appearance:
        """Add what styles put before or behind an element's text."""
        made = drawn("span", given, look)
        if part.startswith("first-"):
            hidden = max(made.shown, made.covered) is not Shown.YES
            return replace(look, shown=Shown.UNSURE) if hidden else look
        seen = made.placed and max(made.shown, made.covered) is not Shown.NO
        text = _added(element, given.get("content", "")) if seen else ""
        if text and (made.moved or max(made.shown, made.covered) is Shown.UNSURE):
            text = ADDED if text == ADDED or any(map(str.isdigit, text)) else ""
        return replace(look, before=text) if part == "before" else replace(look, behind=text)

    def _outside(self, element: etree._Element, look: Appearance) -> Appearance:
        """Take into account what sheets may say that are not in the page."""
        named = element.get("class", ""), element.get("id", "")
        if max(look.shown, look.covered) is Shown.NO and look.placed and look.visible:
            same = look.ink.distance(look.ground) == 0 and look.covered is not Shown.NO
            look = replace(look, shown=Shown.UNSURE) if same else look
        if look.in_cell or element.tag in ("tr", "td", "th"):
            if _HIDING.search(named[0].lower()):
                return replace(look, shown=Shown.UNSURE, covered=max(look.covered, Shown.UNSURE))
            if any(named) and element.tag not in ("tr", "td", "th"):
                return replace(look, moved=f"{look.moved};{'#'.join(named)}")
        return look


def _is_shut(element: etree._Element) -> bool:
    """Tell whether an element is in details that a reader has to open."""
    parent = element.getparent()
    shut = parent is not None and parent.tag == "details" and "open" not in parent.attrib
    return shut and element.tag != "summary"


def _by_attributes(element: etree._Element, tag: str) -> StyleValues:
    """Return what an element's attributes say of its look."""
    given, attributes = dict[str, str](), element.attrib
    if "hidden" in attributes or _is_shut(element):
        given["display"] = "none"
    if (tag == "dialog" and "open" not in attributes) or "popover" in attributes:
        given["display"] = "none"
    for name, wanted in (("bgcolor", "background-color"), ("color", "color"), ("text", "color")):
        if name in attributes and (name != "color" or tag in ("font", "basefont")):
            given[wanted] = str(attributes[name]).strip().lower()
    if "background" in attributes:
        given["background-image"] = "url()"
    if tag == "bdo":
        given["unicode-bidi"] = "override"
    return given


def _added(element: etree._Element, content: str) -> str:
    """Return the text that a style adds, ADDED where it counts or draws."""
    if content in ("", "none", "normal"):
        return ""
    if any(each in content for each in _WORTH):
        return ADDED
    return content_text(content, element)
