"""WordprocessingML elements made with lxml.

Source: ECMA-376 part 1, section 17. Children must come in the order of its schema.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element


@cache
def tag(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute: p, gridSpan."""
    return f"{{{NAMESPACE}}}{name}"


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make an element with its attributes (all in the same namespace) and children."""
    made = etree.Element(tag(name), nsmap={"w": NAMESPACE})
    for key, value in attributes.items():
        made.set(tag(key), str(value))
    made.extend(children)
    return made


def on(name: str) -> Element:
    """Make the element of a property that is switched on."""
    return element(name)


def off(name: str) -> Element:
    """Make the element of a property that is switched off."""
    return element(name, val=0)
