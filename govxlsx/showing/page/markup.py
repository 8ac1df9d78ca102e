"""Builds HTML as a tree, so that no text can reach the page without being escaped."""

from html import escape
from xml.etree.ElementTree import Element

from govxlsx.text import clean, speakable

__all__ = ["Child", "Element", "as_text", "document", "gap", "parted", "tag"]

_EMPTY = frozenset({"br", "col", "input", "link", "meta"})
"""The elements in use that have no end tag."""

_GAP = "gap"
"""No element of HTML; text cannot look like it, since it is escaped."""

Child = Element | str | None
"""What an element may hold; None is left out."""


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Element:
    """Return an element. In attribute names _ is written as - and one at the end is dropped.

    An attribute that is None or False is left out, True is written without a value.
    """
    element = Element(name)
    for key, value in attributes.items():
        if value is not None and value is not False:
            written = "" if value is True else clean(str(value))
            element.set(key.rstrip("_").replace("_", "-"), written)
    for child in children:
        _add(element, child)
    return element


def _add(element: Element, child: Child) -> None:
    if isinstance(child, Element):
        element.append(child)
    elif child and len(element):
        element[-1].tail = (element[-1].tail or "") + clean(speakable(child))
    elif child:
        element.text = (element.text or "") + clean(speakable(child))


def as_text(element: Element) -> str:
    """Return an element as text."""
    pieces: list[str] = []
    _write(element, pieces)
    return "".join(pieces)


def gap() -> Element:
    """Return the place of elements that are written one by one."""
    return tag(_GAP)


def document(root: Element) -> str:
    """Return a whole page as text."""
    return f"<!DOCTYPE html>\n{as_text(root)}\n"


def parted(root: Element) -> list[str]:
    """Return a whole page as text in pieces: what stands before, between and after its gaps."""
    return document(root).split(f"<{_GAP}></{_GAP}>")


def _write(element: Element, pieces: list[str]) -> None:
    """Add an element's text; ElementTree's own HTML leaves < in attributes as it stands."""
    attributes = [f' {key}="{escape(value)}"' for key, value in element.items()]
    pieces.append(f"<{element.tag}{''.join(attributes)}>")
    if element.tag not in _EMPTY:
        text = element.text or ""
        pieces.append(text if element.tag == "style" else escape(text, quote=False))
        for child in element:
            _write(child, pieces)
            if child.tail:
                pieces.append(escape(child.tail, quote=False))
        pieces.append(f"</{element.tag}>")
