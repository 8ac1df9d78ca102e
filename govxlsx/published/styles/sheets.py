"""Style sheets become rules: what they say of how text is shown, and nothing else.

Source: CSS Syntax Level 3; CSS Nesting; Media Queries Level 4.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list  # type: ignore[import-untyped]
from cssselect2.compiler import CompiledSelector  # type: ignore[import-untyped]
from lxml import etree
from tinycss2 import (  # type: ignore[import-untyped]
    parse_blocks_contents,
    parse_component_value_list,
    parse_rule_list,
    parse_stylesheet,
    serialize,
)
from tinycss2.ast import Node  # type: ignore[import-untyped]

from govxlsx.patterns import regex
from govxlsx.published.styles.values import HEIGHT, ROOT_SIZE, WIDTH, colour, length

Declarations = Mapping[str, tuple[str, bool]]
"""Values by the property's name, each with whether it is important."""

_SIDES = ("top", "right", "bottom", "left")
_SHORT = ("background", "font", "margin", "overflow", "text-decoration", "inset", "padding")
_KNOWN = frozenset(
    (
        *("display", "visibility", "opacity", "filter", "content", "content-visibility"),
        *("color", "-webkit-text-fill-color", "background-color", "background-image"),
        *("font-size", "position", *_SIDES, "width", "height", "max-width", "max-height"),
        *("overflow-x", "overflow-y", "clip", "clip-path", "mask", "-webkit-mask", "mask-image"),
        *("text-indent", "margin-left", "margin-right", "margin-top", "padding-left"),
        *("padding-right", "transform", "scale", "translate", "rotate", "zoom"),
        *("text-decoration-line", "vertical-align", "float", "direction", "unicode-bidi"),
        *("order", "flex-direction", "-webkit-text-security", "mso-hide", "mso-text-raise"),
    )
)
_DISPLAY = regex(
    r"none|contents|block|inline|flow-root|flex|grid|list-item|run-in|math|ruby[a-z-]*|"
    r"inherit|initial|unset|revert|(?:inline-)?(?:block|flex|grid|table)|table-[a-z-]+|"
    r"-webkit-(?:inline-)?(?:box|flex)"
)
_FEATURE = regex(r"(min-|max-)?(?:device-)?(width|height)\s*(:|[<>]=?)\s*([\d.]+[a-z]+)")
_OTHER_WAY = regex(
    r"^(?:only\s+)?(?:print|speech|aural|braille|handheld|tty|tv|projection|embossed)\b|"
    r"orientation\s*:\s*portrait|:\s*dark\b|forced-colors\s*:\s*active|hover\s*:\s*none|"
    r"pointer\s*:\s*coarse"
)
_SIZE = regex(r"[\d.]+(?:[a-z]+|%)")
_WRAPS = ("layer", "container", "scope", "document")
_LONGEST = 1 << 18
"""Sheets of more signs than these are not looked at."""

_MOST = 2000
"""More signs than these are no selector that anybody wrote."""


class Element(ElementWrapper):  # type: ignore[misc]
    """An element as selectors see it; those before it are not listed anew for each."""

    @property
    def previous_siblings(self) -> Iterator["Element"]:
        """Yield the elements before it, the nearest first."""
        each = self.previous
        while each is not None:
            yield each
            each = each.previous


@dataclass(slots=True)
class Sheets:
    """All sheets of a page. ``outside`` tells that not all that they say is known."""

    matcher: Matcher = field(default_factory=Matcher)
    outside: bool = False
    variables: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def add(self, text: str) -> None:
        """Take in a sheet."""
        self.size += len(text)
        if self.size > _LONGEST:
            self.outside = True
            return
        try:
            for each in parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
                self._take(each, "")
        except RecursionError:  # brackets in brackets in brackets
            self.outside = True

    def _take(self, node: Node, outer: str) -> None:
        """Take in a rule, or what is a declaration of ``outer``; nothing else says anything."""
        if node.type == "qualified-rule":
            inside = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            found = _nested(outer, serialize(node.prelude).strip())
            if outer and len(found) > _MOST:
                self.outside = True
            else:
                self._within(inside, found)
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            self.outside = True
        elif node.type == "at-rule" and node.content is not None and _counts(node):
            parse = parse_blocks_contents if outer else parse_rule_list
            self._within(parse(node.content, skip_comments=True, skip_whitespace=True), outer)

    def _within(self, nodes: Sequence[Node], outer: str) -> None:
        given = declared(nodes, self.variables)
        for each in _compiled(outer) if given else ():
            if each is None:
                self.outside = True
            else:
                self.matcher.add_selector(each, given)
        for node in nodes:
            self._take(node, outer)


def _compiled(text: str) -> Iterator[CompiledSelector | None]:
    """Yield the selectors of a list; None for one of which it is not known what it finds."""
    for each in _members(text):
        if len(each) > _MOST:
            yield None
            continue
        try:
            yield from compile_selector_list(each)
        except SelectorError as error:
            if error.args[0] == "Unknown pseudo-class" and not str(error.args[1]).startswith("-"):
                yield None


def _members(text: str) -> list[str]:
    """Return the members of a list: one that cannot be read takes no others with it."""
    members: list[list[Node]] = [[]]
    for token in parse_component_value_list(text, skip_comments=True):
        if token == ",":
            members.append([])
        else:
            members[-1].append(token)
    return [serialize(each) for each in members]


def _nested(outer: str, inner: str) -> str:
    if not outer:
        return inner
    return inner.replace("&", f":is({outer})") if "&" in inner else f":is({outer}) {inner}"


def _counts(node: Node) -> bool:
    """Tell whether what stands in an at-rule counts on the screen of a desk."""
    query = serialize(node.prelude).lower()
    if node.lower_at_keyword == "media":
        return on_screen(query)
    if node.lower_at_keyword == "supports":
        return not query.strip().startswith("not")
    return node.lower_at_keyword in _WRAPS


def on_screen(media: str) -> bool:
    """Tell whether one of several conditions holds on the screen of a desk."""
    return any(map(_holds, media.split(",")))


def _holds(query: str) -> bool:
    """Tell whether a condition holds on the screen of a desk."""
    query = query.strip()
    if query.startswith("not "):
        return not _holds(query[4:])
    if _OTHER_WAY.search(query):
        return False
    for edge, side, sign, told in _FEATURE.findall(query):
        has, value = WIDTH if side == "width" else HEIGHT, length(told, ROOT_SIZE) or 0.0
        if edge == "min-" or ">" in sign:
            if has < value:
                return False
        elif (edge == "max-" or "<" in sign) and has > value:
            return False
    return True


def declared(nodes: Iterable[Node], variables: dict[str, str] | None = None) -> Declarations:
    """Return what declarations say, shorthands as what they are short for."""
    found: dict[str, tuple[str, bool]] = {}
    for each in (node for node in nodes if node.type == "declaration"):
        name, value = each.lower_name, serialize(each.value).strip()
        if variables is not None and name.startswith("--"):
            variables[name] = value.lower() if name not in variables else ""
        for key, told in _told(name, value).items():
            if each.important or key not in found or not found[key][1]:
                found[key] = told, each.important
    return found


def _told(name: str, value: str) -> dict[str, str]:
    """Return what a declaration tells of how text is shown."""
    if name == "display" and not _DISPLAY.fullmatch(value.lower()):
        return {}
    if name in _SHORT:
        return _long(name, value.lower())
    return {name: value if name == "content" else value.lower()} if name in _KNOWN else {}


@lru_cache(maxsize=4096)
def of_attribute(text: str) -> Declarations:
    """Return what the style of a single element says."""
    return declared(parse_blocks_contents(text)) if text else {}


def content_text(content: str, element: etree._Element) -> str:
    """Return the words of what a style adds to an element."""
    text = ""
    for each in parse_component_value_list(content):
        if each.type == "string":
            text += each.value
        elif each.type == "function" and each.lower_name == "attr":
            text += element.get(serialize(each.arguments).strip(), "")
    return text


def _long(name: str, value: str) -> dict[str, str]:
    """Return what a shorthand is short for."""
    words = re.findall(r"[^\s(]*\([^)]*\)|[^\s(]+", value)
    if name == "background":
        shade = (each for each in words if colour(each) or each.startswith("var("))
        picture = (each for each in words if "url(" in each or "gradient(" in each)
        return {
            "background-color": next(shade, "transparent"),
            "background-image": next(picture, "none"),
        }
    if name == "font":
        sizes = [each.partition("/")[0] for each in words]
        sizes = [each for each in sizes if each == "0" or _SIZE.fullmatch(each)]
        return {"font-size": sizes[0]} if sizes else {}
    if name == "overflow":
        return {"overflow-x": words[0], "overflow-y": words[-1]} if words else {}
    if name == "text-decoration":
        return {"text-decoration-line": value}
    prefix = "" if name == "inset" else f"{name}-"
    given = zip(_SIDES, _four(words), strict=False)
    return {f"{prefix}{side}": each for side, each in given if f"{prefix}{side}" in _KNOWN}


def _four(words: list[str]) -> list[str]:
    """Return what one to four lengths mean for the sides, from the top to the right."""
    if not words:
        return []
    right = words[1] if len(words) > 1 else words[0]
    return [words[0], right, *words[2:4], *(words[0], right)[len(words[2:4]) :]]
