"""Reads the claims out of a text: sentence by sentence, quantity by quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.folding import fold
from govxlsx.claims.lexicon import tokens
from govxlsx.claims.model import Claim, Token
from govxlsx.claims.sentence import Context, Sentence
from govxlsx.editions import edition_by_id, edition_of_year

_SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？\n]?")
_TOPIC = re.compile(
    "申请|复议|诉讼|行政诉|结转|转入|转至|办结|答复|公开|规章|规范性文件|许可|处罚|强制|收费|处理费|费用"
    "|不予|提供|掌握|不存在|处理|[合总]计|补正|重复|信访|终止|维持|纠正|撤|自然人|法人|组织|新收|受理|办理|废止|有效"
)
_TELLING = re.compile(r"\d|[〇零一二两三四五六七八九十百千万][余]?[件份条起宗个项例元]|未|没有|无|零|不存在")
_RETRACTED = re.compile(r"不属于政府信息公开|不计入(?:本报告|政府信息公开)|与政府信息公开无关")


def extract_claims(text: str, year: int, edition: str | None = None) -> list[Claim]:
    """Return the figures that a text claims, in the order of the text.

    ``year`` is the report's, ``edition`` the form's (default: that year's). Raises KeyError for an
    unknown edition and ValueError for a year that no edition covers.
    """
    form = edition_by_id(edition) if edition is not None else edition_of_year(year)
    folded = fold(text)
    told = [each for each in _sentences(folded.text) if _tells(each[1])]
    context = Context(form, year)
    found: list[Claim] = []
    for (start, sentence), terms in zip(told, _tokens([each for _, each in told]), strict=True):
        if start and folded.text[start - 1] == "\n":
            context = Context(form, year)
        if _RETRACTED.search(sentence):
            found.clear()
            continue
        for claim in Sentence(sentence, terms, context).claims():
            places = folded.span(start + claim.start, start + claim.end)
            found.append(Claim(claim.field, claim.value, *places, claim.alternatives))
    return sorted(_once(found), key=lambda each: (each.start, each.end))


def _tells(sentence: str) -> bool:
    """Tell whether a sentence may hold a claim: most of a narrative does not."""
    about = _TOPIC.search(sentence) and _TELLING.search(sentence)
    return bool(about) or _RETRACTED.search(sentence) is not None


def _tokens(sentences: list[str]) -> Iterator[list[Token]]:
    """Yield the terms of each sentence; all sentences are searched at once, which is faster."""
    every = iter(tokens("\n".join(sentences)))
    token = next(every, None)
    start = 0
    for sentence in sentences:
        end = start + len(sentence)
        own = []
        while token is not None and token.start < end:
            places = token.start - start, token.end - start
            own.append(Token(token.role, *places, token.term, token.value, token.unit))
            token = next(every, None)
        yield own
        start = end + 1


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        yield match.start(), match.group()


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Yield one claim per place, field and value."""
    seen = set()
    for each in claims:
        key = (each.start, each.end, each.field, each.value)
        if key not in seen:
            seen.add(key)
            yield each
