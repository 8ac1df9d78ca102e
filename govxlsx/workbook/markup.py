"""Small pieces of XML: attributes and character references, read as the parser reads them."""

from collections.abc import Sequence
from functools import lru_cache
from xml.parsers import expat

from govxlsx.patterns import regex

CONTENT = r"([^<>\x00-\x08\x0b-\x1f\ufffe\uffff]*)"
"""What may stand in an element: no control character, and no carriage return, which is changed."""

_BETWEEN = "\U0010fffd"
"""A character of private use, by which texts are told apart that are resolved at one go."""

_ATTRIBUTE = regex(r" ([A-Za-z0-9:]{1,20})=\"([^\"<>&\x00-\x1f\ufffe\uffff]{0,40})\"")


def resolved(text: str) -> str:
    """Return a text without markup with the characters that it refers to.

    Raises ValueError for any other &.
    """
    if "&" not in text:
        return text
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = found.append
    try:
        parser.Parse(f"<a>{text}</a>", True)
    except expat.ExpatError as error:
        raise ValueError(text) from error
    return "".join(found)


def all_resolved(texts: Sequence[str]) -> list[str]:
    """Return texts likewise; openpyxl writes all characters of Chinese by their numbers."""
    found = resolved(_BETWEEN.join(texts)).split(_BETWEEN)
    return found if len(found) == len(texts) else list(map(resolved, texts))


@lru_cache(maxsize=256)
def stated(text: str, known: frozenset[str]) -> dict[str, str]:
    """Return an element's attributes; the name "/" tells that it is closed at once.

    Raises ValueError where one is unknown, odd or stated twice.
    """
    found = _ATTRIBUTE.split(text)
    stated = dict(zip(found[1::3], found[2::3], strict=True))
    end = found[-1].lstrip(" ")
    odd = any(found[:-1:3]) or end not in ("", "/")
    if odd or 3 * len(stated) + 1 < len(found) or not stated.keys() <= known:
        raise ValueError(text)
    return {**stated, "/": ""} if end else stated
