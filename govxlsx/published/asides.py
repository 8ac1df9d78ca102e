"""What stands in a cell and is no part of its figure: set off, so that no digit of it counts."""

from collections.abc import Iterable

from govxlsx.patterns import regex
from govxlsx.text import trim

PICTURE = "[图片]"
"""What stands for a picture in a cell without text: it may be that of a figure."""

_ASIDE = regex(r"\[(?:图片|(?:划去|上标|跨格|页边)：[^\]]*)\]")
_DIGIT_LAST, _DIGIT = regex(r"[0-9０-９]\s*$"), regex("[0-9０-９]")


def without(text: str) -> str:
    """Return a text without all that is set off in it."""
    return _ASIDE.sub("", text)


def struck(text: str) -> str:
    """Return what is struck out."""
    return f"[划去：{text}]" if trim(text) else text


def astray(text: str) -> str:
    """Return what is printed over the line between two cells."""
    return f"[跨格：{text}]"


def at_edge(text: str) -> str:
    """Return what the edge of the page may have cut."""
    return f"[页边：{text}]"


def raised(text: str, before: Iterable[str]) -> str:
    """Return what is raised; a number behind a number, with which ``before`` ends, is a note's."""
    held = trim(text)
    of_note = _DIGIT.search(held) and _DIGIT_LAST.search("".join(before))
    return f"[上标：{held}]" if of_note else text
