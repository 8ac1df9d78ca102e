"""What stands in a cell and is no part of its figure: set off, so that no digit of it counts."""

from collections.abc import Iterable

from govxlsx.patterns import regex
from govxlsx.text import trim

PICTURE = "[图片]"
"""What stands for a picture in a cell without text: it may be that of a figure."""

ADDED = "[样式]"
"""What stands for content that a style adds and that is not known."""

_ASIDE = regex(r"\[(?:图片|样式|(?:划去|上标|下标|跨格|页边|看不准)：[^\]]*)\]")
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


def unsure(text: str) -> str:
    """Return what a reader may not see, or may see elsewhere, where it has digits."""
    return f"[看不准：{text}]" if has_digit(text) else text


def has_digit(text: str) -> bool:
    """Tell whether a text has digits that are not set off in it."""
    return _DIGIT.search(without(text)) is not None


def raised(text: str, before: Iterable[str], where: str = "上标") -> str:
    """Return what is raised; a number behind a number, with which ``before`` ends, is a note's."""
    held = trim(text)
    of_note = has_digit(held) and _DIGIT_LAST.search("".join(before))
    return f"[{where}：{held}]" if of_note else text
