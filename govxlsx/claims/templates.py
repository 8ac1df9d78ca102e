"""Words that are written once: 上[一]年[度](结转|遗留) is eight of them.

(a|b) stands for one of several, [a|b] for one of them or nothing; they nest.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from govxlsx.claims.model import Kind, Term

Row: TypeAlias = "list[str | list[Row]]"
"""What stands one behind the other: characters, and rows of which one stands there."""


def rows(words: Iterable[str]) -> Iterator[Row]:
    """Yield templates as rows."""
    for template in words:
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


def expand(words: Iterable[str], most: int | None = None) -> Iterator[str]:
    """Yield every word that templates stand for, or so many characters of it at most."""
    for row in rows(words):
        yield from _spelled(row, most)


def _spelled(row: Row, most: int | None) -> list[str]:
    found = [""]
    for each in row:
        choice = [each] if isinstance(each, str) else _chosen(each, most)
        found = list(dict.fromkeys((left + right)[:most] for left in found for right in choice))
    return found


def _chosen(choice: list[Row], most: int | None) -> list[str]:
    return [each for row in choice for each in _spelled(row, most)]


def terms(declared: str) -> tuple[Term, ...]:
    """Return the terms that a text declares.

    Each begins with its kind, its meaning and, behind "or", its alternatives. Below it stand its
    words, parted by blanks, and behind > its examples: a sentence → the fields and values that it
    claims.
    """
    found: list[Term] = []
    words: list[str] = []
    examples: list[str] = []
    for line in map(str.strip, declared.strip().splitlines()):
        first = line.split(" ", 1)[0]
        rest = line.removeprefix(first)
        if first in Kind.__annotations__:
            meaning, _, others = rest.partition(" or ")
            words, examples = [], []
            kind: Kind = getattr(Kind, first)
            found.append(Term(kind, meaning.strip(), words, tuple(others.split()), examples))
        elif first == ">":
            examples.append(rest.strip())
        else:
            words.extend(line.split())
    return tuple(found)
