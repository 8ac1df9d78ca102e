"""Small pieces of XML: attributes and character references, read as the parser reads them."""

from __future__ import annotations

import re
from functools import lru_cache

from govxlsx.patterns import regex

CONTENT = r"([^<>\x00-\x08\x0b-\x1f\ufffe\uffff]*)"
"""What may stand in an element: no control character, and no carriage return, which is changed."""

_SHORT = 1000
"""References in a text of fewer characters are remembered."""

_REFERENCE = regex(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));|&")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CHARACTER = regex("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ATTRIBUTE = regex(r" ([A-Za-z0-9:]{1,20})=\"([^\"<>&\x00-\x1f\ufffe\uffff]{0,40})\"")


def text(data: bytes) -> str | None:
    """Return the text of bytes in UTF-8, None of others."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def resolved(text: str) -> str:
    """Return a text with the characters that it refers to. Raises ValueError for any other &."""
    if "&" not in text:
        return text
    return _referred(text) if len(text) < _SHORT else _REFERENCE.sub(_character, text)


@lru_cache(maxsize=1024)
def _referred(text: str) -> str:
    """Return a short text likewise; openpyxl writes all of the template's labels by numbers."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _NAMED[name]
    character = chr(int(decimal) if decimal else int(hexadecimal or "0", 16))
    if _CHARACTER.fullmatch(character) is None:
        raise ValueError(reference[0])
    return character


@lru_cache(maxsize=256)
def stated(text: str, known: frozenset[str]) -> dict[str, str]:
    """Return an element's attributes; the name "/" tells that it is closed at once.

    Raises ValueError where one is unknown, odd or stated twice.
    """
    found = _ATTRIBUTE.split(text)
    stated = dict(zip(found[1::3], found[2::3], strict=True))
    odd = any(found[:-1:3]) or found[-1] not in ("", "/")
    if odd or 3 * len(stated) + 1 < len(found) or not stated.keys() <= known:
        raise ValueError(text)
    return {**stated, "/": ""} if found[-1] else stated
