"""Style sheets become rules: what they say of how text is shown, and nothing else.

Source: CSS Syntax Level 3; CSS Nesting; Media Queries Level 4.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.published.styles.selectors import Selector, selectors
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
_COMMENT = regex(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_MARK = regex(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|url\([^)]*\)|[{};]', re.IGNORECASE)
_ESCAPE = regex(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_FEATURE = regex(r"(min-|max-)?(?:device-)?(width|height)\s*(:|[<>]=?)\s*([\d.]+[a-z]+)")
_OTHER_WAY = regex(
    r"^(?:only\s+)?(?:print|speech|aural|braille|handheld|tty|tv|projection|embossed)\b|"
    r"orientation\s*:\s*portrait|:\s*dark\b|forced-colors\s*:\s*active|hover\s*:\s*none|"
    r"pointer\s*:\s*coarse"
)
_SIZE = regex(r"[\d.]+(?:[a-z]+|%)")
_WRAPS = ("@media", "@supports", "@layer", "@container", "@scope", "@document")
_LONGEST = 1 << 20
"""More signs than these of styles are not looked at."""


@dataclass(frozen=True, slots=True)
class StyleRule:
    """What a sheet says of the elements that a selector finds."""

    selector: Selector
    declarations: Declarations
    order: int


@dataclass(slots=True)
class Sheets:
    """All sheets of a page. ``outside`` tells that there are others, which are not in the page."""

    rules: list[StyleRule] = field(default_factory=list)
    outside: bool = False
    variables: dict[str, str] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Take in a sheet."""
        if len(text) > _LONGEST:
            self.outside = True
            return
        for prelude, body in self._blocks(_COMMENT.sub("", text)):
            given = declarations(body, self.variables)
            if given:
                for each in selectors(prelude):
                    self.rules.append(StyleRule(each, given, len(self.rules)))

    def _blocks(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the selectors and the declarations of every block that counts on a screen."""
        within: list[tuple[str, bool, list[str]]] = []
        start = 0
        for mark in _MARK.finditer(text):
            if mark[0] not in "{};":
                continue
            piece = text[start : mark.start()].strip()
            start = mark.end()
            if mark[0] == "{":
                outer = within[-1] if within else ("", True, [])
                within.append(_opened(piece, outer[0], counts=outer[1]))
            elif not within:
                self.outside |= piece.lower().startswith("@import")
            else:
                within[-1][2].append(piece)
                if mark[0] == "}":
                    prelude, counts, held = within.pop()
                    if counts and prelude:
                        yield prelude, ";".join(held)


def _opened(piece: str, outer: str, *, counts: bool) -> tuple[str, bool, list[str]]:
    """Return the selectors of a block that opens, and whether it counts."""
    if not piece.startswith("@"):
        return _nested(outer, piece), counts, []
    name, _, query = piece.lower().partition(" ")
    name = name.partition("(")[0]
    if name == "@media":
        counts = counts and any(map(_holds, piece[len(name) :].lower().split(",")))
    elif name == "@supports":
        counts = counts and not query.strip().startswith("not")
    return outer, counts and name in _WRAPS, []


def _nested(outer: str, inner: str) -> str:
    if not outer:
        return inner
    return inner.replace("&", f":is({outer})") if "&" in inner else f":is({outer}) {inner}"


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


def declarations(text: str, variables: dict[str, str] | None = None) -> Declarations:
    """Return what a style says, shorthands as what they are short for."""
    found: dict[str, tuple[str, bool]] = {}
    for piece in _pieces(_COMMENT.sub("", text)):
        name, colon, value = piece.partition(":")
        name, value = unescaped(name).strip().lower(), value.strip()
        if not colon or value.endswith(("\\9", "\\0")):
            continue
        value, mark, _ = value.partition("!")
        if variables is not None and name.startswith("--"):
            variables[name] = value.strip().lower() if name not in variables else ""
        if name == "display" and not _DISPLAY.fullmatch(value.strip().lower()):
            continue
        if name in _SHORT:
            given = _long(name, value.strip().lower())
        elif name in _KNOWN:
            given = {name: value.strip() if name == "content" else unescaped(value).strip().lower()}
        else:
            continue
        for key, each in given.items():
            if mark or key not in found or not found[key][1]:
                found[key] = each, bool(mark)
    return found


@lru_cache(maxsize=4096)
def of_attribute(text: str) -> Declarations:
    """Return what the style of a single element says."""
    return declarations(text) if text else {}


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for mark in _MARK.finditer(text):
        if mark[0] == ";":
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def unescaped(text: str) -> str:
    r"""Return a text with signs in place of their escapes: ``\37`` is 7."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: _sign(found[1]) if found[1] else found[2], text)


def _sign(code: str) -> str:
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"


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
