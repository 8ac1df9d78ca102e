"""Words that are written once: 上[一]年[度](结转|遗留) is eight of them.

(a|b) stands for one of several, [a|b] for one of them or nothing; they nest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Row: TypeAlias = "list[str | list[Row]]"
"""What stands one behind the other: characters, and rows of which one stands there."""


def rows(words: str) -> Iterator[Row]:
    """Yield every template of several parted by blanks as a row."""
    for template in words.split():
        found, end = _choice(template, 0)
        assert end == len(template), template
        yield from found


def _choice(template: str, at: int) -> tuple[list[Row], int]:
    """Return the rows up to a closing bracket, and where they end."""
    row: Row = []
    found = [row]
    while at < len(template) and template[at] not in ")]":
        each = template[at]
        if each == "|":
            row = []
            found.append(row)
        elif each in "([":
            inner, at = _choice(template, at + 1)
            row.append([[], *inner] if each == "[" else inner)
        else:
            row.append(each)
        at += 1
    return found, at


def expand(words: str) -> Iterator[str]:
    """Yield every word that templates stand for."""
    for row in rows(words):
        yield from dict.fromkeys(_spelled(row))


def _spelled(row: Row) -> list[str]:
    found = [""]
    for each in row:
        parts = (
            [each] if isinstance(each, str) else [one for inner in each for one in _spelled(inner)]
        )
        found = [left + right for left in found for right in parts]
    return found
