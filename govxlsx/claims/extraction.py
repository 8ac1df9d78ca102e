"""Reads the claims out of a text: words, then clauses, then claims, each made of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.bases import based
from govxlsx.claims.folding import fold
from govxlsx.claims.model import Claim
from govxlsx.claims.numerals import NUMERALS
from govxlsx.claims.reading import read
from govxlsx.claims.scanning import may_tell
from govxlsx.claims.sentences import sentence
from govxlsx.claims.topics import Thread
from govxlsx.form.editions import edition_by_id, edition_of_year
from govxlsx.patterns import regex
from govxlsx.report.figure import Number

_LINE = regex(r"[^\n]+\n?")
_SENTENCE = regex(r"[^。!?\n]+[。!?\n]?")
_BACK = regex("以上|上述")
_ALL = regex("均|都|全部|以上|上述|两者|二者|皆")
_NUMBER = regex(f"[0-9{NUMERALS}](?:件|条|份|个|项|起|宗|例)")
_RETRACTED = regex(
    r"不属于政府信息公开|不计入(?:本报告|政府信息公开)|与(?:政府|政务)?信息公开(?:工作)?无关",
    needs=("属于", "计入", "无关"),
)


def extract_claims(text: str, year: int, edition: str | None = None) -> list[Claim]:
    """Return the figures that a text claims, in the order of the text.

    ``year`` is the report's, ``edition`` the form's (default: that year's). Raises KeyError for an
    unknown edition and ValueError for a year that no edition covers.
    """
    form = edition_by_id(edition) if edition is not None else edition_of_year(year)
    if form is None:
        raise ValueError(f"no edition of the form covers {year}")
    folded = fold(text)
    said = folded.text
    retracting = _RETRACTED.search(said) is not None
    found: list[tuple[int, Claim]] = []
    for paragraph in _paragraphs(said, whole=retracting):
        thread = Thread(form.id)
        for start, end in paragraph:
            retracted = _RETRACTED.search(said, start, end) if retracting else None
            if retracted is not None and _BACK.search(said, start, retracted.start()):
                found.clear()
                continue
            claims = based(read(sentence(said[start:end], year), start, thread))
            if retracted is not None:
                left = _retracted(said, start, retracted)
                claims = [each for each in claims if each.start + start not in left]
            found.extend((start, each) for each in claims)
    told: dict[tuple[str, Number, int, int], tuple[str, ...]] = {}
    for at, each in found:
        start, end = folded.span(at + each.start, at + each.end)
        told.setdefault((each.field, each.value, start, end), each.alternatives)
    claims = [Claim(*key, alternatives) for key, alternatives in told.items()]
    return sorted(claims, key=lambda each: (each.start, each.end))


def _paragraphs(text: str, *, whole: bool) -> Iterator[list[tuple[int, int]]]:
    """Yield the sentences of each paragraph, up to the last that may tell something or the whole.

    Those between that may not tell of what it speaks.
    """
    for line in _LINE.finditer(text):
        if not (whole or may_tell(text, *line.span())):
            continue
        found = [each.span() for each in _SENTENCE.finditer(text, *line.span())]
        while len(found) > 1 and not (whole or may_tell(text, *found[-1])):
            found.pop()
        yield found


def _retracted(text: str, start: int, found: re.Match[str]) -> range:
    """Return the stretch of a sentence that is said to be of something else.

    The clauses from the last number before it, or all where it is said of all: 均与….
    """
    begun = max(start, text.rfind(";", start, found.start()) + 1)
    clause = max(begun, text.rfind(",", begun, found.start()) + 1)
    if _ALL.search(text, clause, found.end()):
        return range(begun, found.end())
    while clause > begun and _NUMBER.search(text, clause, found.start()) is None:
        clause = max(begun, text.rfind(",", begun, clause - 1) + 1)
    return range(clause, found.end())
