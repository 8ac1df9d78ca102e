"""Spells out words that are written once: 上[一]年[度](结转|遗留) is eight of them."""

from __future__ import annotations

from collections.abc import Iterator


def expand(words: str) -> Iterator[str]:
    """Yield every word of a row of templates parted by blanks.

    (a|b) stands for one of several, [a|b] for one of them or nothing; they nest.
    """
    for template in words.split():
        found, end = _choice(template, 0)
        assert end == len(template), template
        yield from dict.fromkeys(found)


def _choice(template: str, at: int) -> tuple[list[str], int]:
    """Return what the branches up to a closing bracket spell, and where they end."""
    found: list[str] = []
    row = [""]
    while at < len(template) and template[at] not in ")]":
        each = template[at]
        if each == "|":
            found, row, at = found + row, [""], at + 1
        elif each in "([":
            inner, end = _choice(template, at + 1)
            parts = ["", *inner] if each == "[" else inner
            row, at = [left + right for left in row for right in parts], end + 1
        else:
            row, at = [left + each for left in row], at + 1
    return found + row, at
