"""Selectors: which elements a rule of a style sheet speaks of.

Source: Selectors Level 4. What depends on the reader's hand (``:hover``) finds nothing; what is
not known here finds an element without being sure of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from govxlsx.patterns import regex
from govxlsx.published.styles.conditions import PLACES, Test, by_attribute, by_place

Specificity = tuple[int, int, int]

_TOKEN = regex(
    r"(?P<space>\s*(?P<way>[>+~])\s*|\s+)|(?P<tag>[\w-]+|\*)|\#(?P<id>(?:[\w-]|\\.)+)|"
    r"\.(?P<class>(?:[\w-]|\\.)+)|\[(?P<attribute>[^\]]*)\]|"
    r"(?P<colons>::?)(?P<pseudo>[\w-]+)(?P<open>\()?"
)
_BY_HAND = frozenset(
    (
        *("hover", "active", "focus", "focus-visible", "focus-within", "visited", "target"),
        *("selection", "placeholder", "marker", "backdrop", "disabled", "checked", "invalid"),
        *("print", "fullscreen", "-moz-focus-inner", "-ms-clear", "file-selector-button"),
    )
)
_GENERATED = ("before", "after", "first-letter", "first-line")
_MOST = 2000
"""More signs than these are no selector that anybody wrote."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What must hold of one element: its key is an id, a class or a tag that it surely has."""

    tests: tuple[Test, ...]
    key: str = ""

    def finds(self, element: etree._Element) -> bool:
        """Tell whether all of it holds of an element."""
        return all(test(element) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds with the ways between them, from left to right.

    ``part`` is the generated part of an element that it speaks of, "" for the element itself;
    ``sure`` is False where something of it is not known.
    """

    compounds: tuple[Compound, ...]
    ways: tuple[str, ...]
    specificity: Specificity
    part: str = ""
    sure: bool = True

    @property
    def key(self) -> str:
        """What the element itself must have."""
        return self.compounds[-1].key

    def finds(self, element: etree._Element) -> bool:
        """Tell whether it finds an element."""
        return self.compounds[-1].finds(element) and self._before(element, len(self.ways) - 1)

    def _before(self, element: etree._Element, at: int) -> bool:
        if at < 0:
            return True
        others = _reached(element, self.ways[at])
        return any(self.compounds[at].finds(each) and self._before(each, at - 1) for each in others)


def _reached(element: etree._Element, way: str) -> Iterator[etree._Element]:
    if way == " ":
        yield from element.iterancestors()
    elif way == ">":
        parent = element.getparent()
        if parent is not None:
            yield parent
    else:
        before = element.itersiblings(preceding=True)
        elements = (each for each in before if isinstance(each.tag, str))
        for number, each in enumerate(elements):
            if way == "~" or number == 0:
                yield each


@lru_cache(maxsize=4096)
def selectors(text: str) -> tuple[Selector, ...]:
    """Return the selectors of a list; those that cannot be read are left out."""
    found = (_Parser(each).selector() for each in split(text))
    return tuple(each for each in found if each is not None)


def split(text: str) -> list[str]:
    """Return the members of a list, commas in brackets not counted."""
    members, depth = [""], 0
    for piece in re.split(r"([,()\[\]])", text):
        depth += (piece in ("(", "[")) - (piece in (")", "]"))
        if piece == "," and depth == 0:
            members.append("")
        else:
            members[-1] += piece
    return [each.strip() for each in members if each.strip()]


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.tests: list[Test] = []
        self.key, self.part, self.sure, self.never = "", "", True, False
        self.weight = [0, 0, 0]

    def selector(self) -> Selector | None:
        """Return the selector; None where it cannot be read or nothing can be found by it."""
        compounds, ways = [], []
        while self.at < len(self.text) <= _MOST:
            match = _TOKEN.match(self.text, self.at)
            if match is None:
                return None
            self.at = match.end()
            if match["space"] is None:
                self._take(match)
            elif self.tests:
                compounds.append(Compound(tuple(self.tests), self.key))
                ways.append(match["way"] or " ")
                self.tests, self.key = [], ""
        if self.never or self.at < len(self.text) or not (self.tests or self.part):
            return None
        compounds.append(Compound(tuple(self.tests), self.key))
        first, second, third = self.weight
        return Selector(tuple(compounds), tuple(ways), (first, second, third), self.part, self.sure)

    def _take(self, match: re.Match[str]) -> None:
        if match["tag"]:
            tag = match["tag"].lower()
            self.tests.append(lambda each: tag in ("*", each.tag))
            self.key = self.key or ("" if tag == "*" else tag)
            self.weight[2] += tag != "*"
        elif match["id"]:
            name = match["id"].replace("\\", "")
            self.tests.append(lambda each: each.get("id") == name)
            self.key = f"#{name}"
            self.weight[0] += 1
        elif match["class"]:
            token = match["class"].replace("\\", "")
            self.tests.append(lambda each: token in each.get("class", "").split())
            self.key = self.key if self.key.startswith("#") else f".{token}"
            self.weight[1] += 1
        elif match["attribute"] is not None:
            self.tests.append(by_attribute(match["attribute"]))
            self.weight[1] += 1
        else:
            self._pseudo(match["pseudo"].lower(), self._inside() if match["open"] else "")

    def _inside(self) -> str:
        """Return what stands in brackets, and go on behind them."""
        depth, start = 1, self.at
        while self.at < len(self.text) and depth:
            depth += {"(": 1, ")": -1}.get(self.text[self.at], 0)
            self.at += 1
        return self.text[start : self.at - 1]

    def _pseudo(self, name: str, inside: str) -> None:
        if name in _GENERATED:
            self.part = name
            return
        self.weight[1] += name != "where"
        if name in ("is", "where", "not", "matches", "-webkit-any", "-moz-any"):
            given = selectors(inside)
            self.sure &= all(each.sure for each in given)
            wanted = name != "not"
            self.tests.append(lambda each: any(one.finds(each) for one in given) is wanted)
        elif name == "has":
            self.tests.append(_has(inside))
        elif name == "empty":
            self.tests.append(lambda each: not len(each) and not each.text)
        elif name == "root":
            self.tests.append(lambda each: each.getparent() is None)
        elif name in ("link", "any-link"):
            self.tests.append(lambda each: each.tag == "a" and each.get("href") is not None)
        elif name in PLACES or name.startswith("nth-"):
            self.tests.append(by_place(name, inside))
        elif name in _BY_HAND or name.startswith("-"):
            self.never = True
        else:
            self.sure = False
            self.tests.append(lambda each: True)


def _has(inside: str) -> Test:
    """Tell whether an element has others in it (``:has(u)``), not whether others follow it."""
    own = [(each.startswith(">"), selectors(each.lstrip("> "))) for each in split(inside)]
    return lambda element: any(
        one.finds(each)
        for child, given in own
        for each in (element if child else element.iterdescendants())
        if isinstance(each.tag, str)
        for one in given
    )


def keys(element: etree._Element) -> Sequence[str]:
    """Return under which keys the selectors are that may find an element."""
    tokens = [f".{each}" for each in element.get("class", "").split()]
    named = element.get("id")
    return ("", str(element.tag), *tokens, *([f"#{named}"] if named else []))
