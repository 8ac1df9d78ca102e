"""WordprocessingML written as text: text becomes XML here and nowhere else.

Source: ECMA-376 part 1, section 17. Children must come in the order of its schema.
"""

from html import escape
from typing import NewType

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Xml = NewType("Xml", str)
"""Well-formed WordprocessingML with the prefix ``w``; a plain str is text still to be escaped."""


def escaped(text: str) -> Xml:
    """Return a text as the content of an element; it must hold only what XML can hold."""
    return Xml(escape(text, quote=False))


def joined(*pieces: Xml) -> Xml:
    """Return pieces of XML as one, in their order."""
    return Xml("".join(pieces))


def element(name: str, /, *content: Xml, **attributes: str | int) -> Xml:
    """Write an element with its attributes (all in the namespace of ``w``) and its content."""
    given = "".join([f' w:{key}="{escape(str(value))}"' for key, value in attributes.items()])
    inside = "".join(content)
    return Xml(f"<w:{name}{given}>{inside}</w:{name}>" if inside else f"<w:{name}{given}/>")


def on(name: str) -> Xml:
    """Write the element of a property that is switched on."""
    return element(name)


def off(name: str) -> Xml:
    """Write the element of a property that is switched off."""
    return element(name, val=0)
