"""Reads the claims out of a text: words, then clauses, then claims, each made of the one before."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govxlsx.claims.bases import based
from govxlsx.claims.counts import without_counts
from govxlsx.claims.folding import fold
from govxlsx.claims.model import Claim, Sentence
from govxlsx.claims.numerals import NUMERALS
from govxlsx.claims.reading import read
from govxlsx.claims.scanning import may_speak, told_at
from govxlsx.claims.sentences import sentence
from govxlsx.claims.topics import Thread
from govxlsx.claims.vocabulary.applications import RECEIVED
from govxlsx.form.editions import edition_by_id, edition_of_year
from govxlsx.patterns import regex
from govxlsx.report.figure import Number

_ENDS = "。!?\n"
_SENTENCE = regex(f"[^{_ENDS}]+[{_ENDS}]?")
_CLAUSE = regex(f"[^,;:{_ENDS}]+")
_END = regex(f"[{_ENDS}]")
_BACK = regex("以上|上述")
_ALL = regex("均|都|全部|以上|上述|两者|二者|皆")
_NUMBER = regex(f"[0-9{NUMERALS}](?:件|条|份|个|项|起|宗|例)")
_VERB = "(?:收到|受理|接收|收悉|新收|承办|办结|答复|处理|办理)"
_CONTRASTED = regex(
    r"[我本](?<=[;,而但中与涉及].)(?:局|委|办|厅|镇|乡|街道|单位|机关|部门|院|中心|县|区|市)"
    rf"(?:(?:自身|直接|本级|本身|共|年内|全年|今年|本年度?)*{_VERB}"
    r"|(?:相关|有关)?[^,;]{0,8}(?:复议|诉讼))"
)
"""What begins a clause on this body behind one on another: …88件；我局直接收到申请29件."""

_ANOTHER = regex(
    rf"(?:(?:20[0-9]{2}年度?|全年|今年|本年度?),?)?(?:[省市县区州]|上级)(?:政府|人民政府|级机关|委|厅|局|机关|部门|单位)(?:办公厅|办公室)?"
    rf"[^,;]{{0,8}}(?:{_VERB}|被)"
)
_RETRACTED = regex(
    r"不属于政府信息公开|不计入(?:本报告|政府信息公开)|与(?:政府|政务)?信息公开(?:工作)?无关",
    needs=("不属于", "不计入", "无关"),
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
    told: dict[tuple[str, Number, int, int], tuple[str, ...]] = {}
    for at, each in _found(folded.text, year, form.id):
        start, end = folded.span(at + each.start, at + each.end)
        told.setdefault((each.field, each.value, start, end), each.alternatives)
    claims = [Claim(*key, alternatives) for key, alternatives in told.items()]
    claims = _without_ways(claims, text)
    return sorted(claims, key=lambda each: (each.start, each.end))


def _without_ways(claims: list[Claim], text: str) -> list[Claim]:
    """Return claims without what is told for each of several ways or times.

    网上申请6件。信函申请3件; 上半年复议2起。下半年复议1起. What is of one alone is all.
    """
    if len({each.field for each in claims}) == len(claims):
        return claims
    told: dict[str, list[Claim]] = {}
    for each in claims:
        told.setdefault(each.field, []).append(each)
    parts: list[Claim] = []
    for row in told.values():
        ways = {each: _way(each, text) for each in row} if len(row) > 1 else {}
        some = [each for each, way in ways.items() if way]
        if len({ways[each] for each in some}) > 1:
            whole = [each for each in some if each.value]
            parts += [each for each in some if [each] != whole]
    return [each for each in claims if each not in parts]


def _without_own_level(claims: list[Claim], text: str, at: int) -> list[Claim]:
    """Return a sentence's claims without what an area's own offices had, where all had more.

    全区受理800件，结转39件，区政府本级受理206件，结转6件.
    """
    received = [place for place, each in enumerate(claims) if each.field == RECEIVED]
    for place in received[1:]:
        start = at + claims[place].start
        more = claims[received[0]].value > claims[place].value
        if more and _LEVEL.search(text, max(0, start - _LEVEL_NEAR), start) is not None:
            told = {each.field for each in claims[:place]}
            behind = [each for each in claims[place:] if each.field not in told]
            return claims[:place] + behind
    return claims


_LEVEL_NEAR = 8
_OWN_LEVEL = "本级"
_LEVEL = regex(f"{_OWN_LEVEL}(?:政府|机关)?(?:共|累计|全年|年内)*$")


def _way(claim: Claim, text: str) -> str:
    """Return the way or the time that a claim is of, "" for none."""
    found = _WAY.search(text, max(0, claim.start - _NEAR), claim.end)
    return found[0] if found is not None else ""


_NEAR = 4
_WAY = regex(
    "网上|网络|线上|线下|信函|邮寄|当面|现场|传真|窗口|电子邮件|[上下]半年|[一二三四]季度|[0-9]月"
)
"""What stands before a number of one way or time, or among its words."""


def _found(text: str, year: int, form: str) -> list[tuple[int, Claim]]:
    """Return the claims of a folded text, each with where its sentence begins."""
    retracting = list(_RETRACTED.finditer(text))
    levels = _OWN_LEVEL in text
    found: list[tuple[int, Claim]] = []
    text, counts = without_counts(text)
    spans = (each.span() for each in _SENTENCE.finditer(text)) if retracting else _telling(text)
    thread = Thread(form, counts)
    for start, own, end, opening, before, said in _said(text, year, spans):
        if opening:
            thread = Thread(form, counts)
        retracted = _first(retracting, start, end) if retracting else None
        if retracted is not None and _BACK.search(text, start, retracted.start()):
            found.clear()
            continue
        for each in before:
            read(each, start, thread)
        claims = based(read(said, own, thread))
        if levels and len(claims) > 1:
            claims = _without_own_level(claims, text, own)
        if retracted is not None:
            left = _retracted(text, start, retracted)
            claims = [each for each in claims if each.start + own not in left]
        found.extend((own, each) for each in claims)
    return found


def _first(found: list[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    """Return the first match that stands whole between two places."""
    place = bisect_left(found, start, key=re.Match.start)
    return next((each for each in found[place : place + 1] if each.end() <= end), None)


class _Said(NamedTuple):
    """A sentence that may tell something, as far as it is known by itself.

    It stands from ``start`` to ``end``; what it says of this body, ``said``, from ``own`` on.
    ``before`` are what was spoken of before it and what it says of another body. ``opening`` tells
    that a paragraph begins between it and the last one.
    """

    start: int
    own: int
    end: int
    opening: bool
    before: list[Sentence]
    said: Sentence


def _said(text: str, year: int, spans: Iterable[tuple[int, int]]) -> list[_Said]:
    """Return the sentences of a text that stand in some places.

    All are made before the first is read: what the one needs, and then what the other, stays in
    the processor's cache.
    """
    found: list[_Said] = []
    done = 0
    for start, end in spans:
        paragraph = text.rfind("\n", max(0, done - 1), start) + 1
        silent, done = paragraph or done, end
        before = [_spoken_of(text, silent, start, year)] if silent < start else []
        own = _own_part(text, start, end)
        if own > start:
            before.append(sentence(text[start:own], year))
        said = sentence(text[own:end], year)
        found.append(_Said(start, own, end, paragraph > 0, before, said))
    return found


def _own_part(text: str, start: int, end: int) -> int:
    """Return where a sentence goes on to this body, having told of another; else its start."""
    another = _ANOTHER.match(text, start, end)
    found = _CONTRASTED.search(text, another.end(), end) if another is not None else None
    if found is None:
        return start
    return max(text.rfind(mark, start, found.start()) for mark in ";,") + 1 or start


def _telling(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences stand that may tell something."""
    end = 0
    while (place := told_at(text, end)) >= 0:
        start = max(text.rfind(mark, end, place) + 1 for mark in _ENDS) or end
        found = _END.search(text, place)
        end = found.end() if found is not None else len(text)
        yield start, end


def _spoken_of(text: str, start: int, end: int, year: int) -> Sentence:
    """Return the last clause of a stretch that tells of what it speaks, or an empty sentence.

    Nothing in it claims, and what was spoken of before that clause is spoken of no more.
    """
    for each in reversed(_CLAUSE.findall(text, start, end)):
        if may_speak(each) and (found := sentence(each, year)).steering:
            return found
    return Sentence([])


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
