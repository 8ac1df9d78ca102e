"""Reads the claims out of a text: words, then clauses, then claims, each made of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.clauses import clauses
from govxlsx.claims.folding import fold
from govxlsx.claims.model import Claim
from govxlsx.claims.numerals import NUMERALS
from govxlsx.claims.reading import based, heard, read
from govxlsx.claims.scanning import TELLING, may_tell, tokens
from govxlsx.claims.topics import Thread
from govxlsx.form.editions import edition_by_id, edition_of_year
from govxlsx.patterns import regex

_SENTENCE = regex(r"[^。!?\n]+[。!?\n]?")
_BACK = regex("以上|上述")
_ALL = regex("均|都|全部|以上|上述|两者|二者|皆")
_NUMBER = regex(f"[0-9{NUMERALS}](?:件|条|份|个|项|起|宗|例)")
_RETRACTED = regex(r"不属于政府信息公开|不计入(?:本报告|政府信息公开)|与政府信息公开无关")


def extract_claims(text: str, year: int, edition: str | None = None) -> list[Claim]:
    """Return the figures that a text claims, in the order of the text.

    ``year`` is the report's, ``edition`` the form's (default: that year's). Raises KeyError for an
    unknown edition and ValueError for a year that no edition covers.
    """
    form = edition_by_id(edition) if edition is not None else edition_of_year(year)
    if form is None:
        raise ValueError(f"no edition of the form covers {year}")
    folded = fold(text)
    fresh = thread = Thread(form.id, year)
    found: list[Claim] = []
    silent: list[tuple[int, int]] = []  # what only tells of what a sentence behind it speaks
    for match in _SENTENCE.finditer(folded.text):
        start, end = match.span()
        if start and folded.text[start - 1] == "\n":
            thread, silent = fresh, []
        retracted = _RETRACTED.search(folded.text, start, end)
        if retracted is not None and _BACK.search(folded.text, start, retracted.start()):
            found.clear()
            continue
        if not may_tell(folded.text, start, end):
            silent.append((start, end))
            continue
        for span in silent:
            thread = heard(clauses(tokens(folded.text, *span)), thread)
        silent = []
        words = tokens(folded.text, start, end)
        if all(each.kind not in TELLING for each in words):
            thread = heard(clauses(words), thread)
            continue
        claims, thread = read(clauses(words), thread)
        left = range(*_retracted(folded.text, start, retracted))
        found.extend(each for each in based(claims) if each.start not in left)
    placed = [
        Claim(each.field, each.value, *folded.span(each.start, each.end), each.alternatives)
        for each in _once(found)
    ]
    return sorted(placed, key=lambda each: (each.start, each.end))


def _retracted(text: str, start: int, found: re.Match[str] | None) -> tuple[int, int]:
    """Return the stretch of a sentence that is said to be of something else.

    The clause that says it, or all up to it where the clause has no number of its own.
    """
    if found is None:
        return 0, 0
    begun = max(start, text.rfind(";", start, found.start()) + 1)
    clause = max(begun, text.rfind(",", begun, found.start()) + 1)
    own = _NUMBER.search(text, clause, found.start()) is not None
    return (clause if own and not _ALL.search(text, clause, found.end()) else begun), found.end()


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Yield one claim per place, field and value."""
    seen = set()
    for each in claims:
        key = (each.start, each.end, each.field, each.value)
        if key not in seen:
            seen.add(key)
            yield each
