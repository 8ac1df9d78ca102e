"""All words of the vocabulary, to be found character by character.

The templates are never spelled out, for they stand for more than fifty thousand words: words that
go on alike share what goes on, so that three thousand states know them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govxlsx.claims.model import Term
from govxlsx.claims.templates import Row, rows
from govxlsx.claims.vocabulary import TERMS


class Prefix(NamedTuple):
    """How far a word is read: the term that it is of where it may end here, and how it goes on."""

    term: Term | None
    behind: dict[str, Prefix]


@dataclass(slots=True, eq=False)
class _Step:
    """A character of a template with the steps behind it, or the end of a word of a term."""

    letter: str
    behind: list[_Step]
    term: Term | None = None


@cache
def lexicon() -> dict[str, Prefix]:
    """Return how words go on by the character that they begin with.

    Where one is declared twice, the earlier term has it.
    """
    steps: list[_Step] = []
    for term in TERMS:
        end = [_Step("", [], term)]
        for row in rows(term.words):
            steps += _steps(row, end)
    return _state(steps, {}).behind


def _steps(row: Row, behind: list[_Step]) -> list[_Step]:
    """Return the first steps of a row before what stands behind it."""
    for each in reversed(row):
        if isinstance(each, str):
            behind = [_Step(each, behind)]
        else:
            firsts = (step for inner in each for step in _steps(inner, behind))
            behind = list(dict.fromkeys(firsts))
    return behind


def _state(steps: list[_Step], known: dict[frozenset[_Step], Prefix]) -> Prefix:
    """Return the state before some steps, the same one for the same steps."""
    key = frozenset(steps)
    if key not in known:
        term: Term | None = None
        behind: dict[str, list[_Step]] = {}
        for each in dict.fromkeys(steps):
            term = term or each.term
            behind.setdefault(each.letter, []).extend(each.behind)
        behind.pop("", None)
        further = {letter: _state(each, known) for letter, each in behind.items()}
        known[key] = Prefix(term, further)
    return known[key]
