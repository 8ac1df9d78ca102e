"""What selectors ask of an element besides its name: its attributes, and its place among others."""

import re
from collections.abc import Callable

from lxml import etree

from govxlsx.patterns import regex

Test = Callable[[etree._Element], bool]

_ATTRIBUTE = regex(
    r"\s*(?:\w*\|)?([\w-]+)\s*(?:([~|^$*]?=)\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\]]+))\s*([is])?)?\s*",
    re.IGNORECASE,
)
_NTH = regex(r"(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?")


def by_attribute(text: str) -> Test:
    """Return what ``[type=text]`` asks; one that cannot be read holds of nothing."""
    match = _ATTRIBUTE.fullmatch(text)
    if match is None:
        return lambda each: False
    name, way = match[1].lower(), match[2]
    wanted = next((each for each in match.groups()[2:5] if each is not None), "")
    if match[6] or name in ("type", "align", "color", "bgcolor", "dir", "lang"):
        return lambda each: _compares(each.get(name, "").lower(), way, wanted.lower(), each, name)
    return lambda each: _compares(each.get(name, ""), way, wanted, each, name)


def _compares(has: str, way: str | None, wanted: str, each: etree._Element, name: str) -> bool:
    if each.get(name) is None:
        return False
    if way in ("^=", "$=", "*=", "~=") and not wanted:
        return False
    return {
        None: True,
        "=": has == wanted,
        "~=": wanted in has.split(),
        "|=": has == wanted or has.startswith(f"{wanted}-"),
        "^=": has.startswith(wanted),
        "$=": has.endswith(wanted),
        "*=": wanted in has,
    }[way]


PLACES = {
    **{"first-child": ("nth-child", "1"), "last-child": ("nth-last-child", "1")},
    **{"first-of-type": ("nth-of-type", "1"), "last-of-type": ("nth-last-of-type", "1")},
}


def by_place(name: str, inside: str) -> Test:
    """Return what ``:nth-child(2n+1)`` and its like ask."""
    name, inside = PLACES.get(name, (name, inside))
    told = inside.replace(" ", "").lower()
    match = _NTH.fullmatch({"odd": "2n+1", "even": "2n"}.get(told, told))
    if match is None:
        return lambda each: False
    step = (
        0 if match[1] is None else int(f"{match[1]}1" if match[1] in ("", "+", "-") else match[1])
    )
    first, last, typed = int(match[2] or 0), "last" in name, name.endswith("type")

    def stands(element: etree._Element) -> bool:
        others = element.itersiblings(preceding=not last)
        at = 1 + sum(
            isinstance(each.tag, str) and (not typed or each.tag == element.tag) for each in others
        )
        return at == first if not step else (at - first) % step == 0 and (at - first) / step >= 0

    return stands
