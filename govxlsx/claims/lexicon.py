"""Finds the terms and quantities of one sentence, left to right, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govxlsx.claims import numerals
from govxlsx.claims.model import Role, Term, Token
from govxlsx.claims.vocabulary import TERMS

COUNTED = frozenset(
    ("件", "件次", "条", "份", "个", "项", "起", "宗", "例", "封", "笔", "桩", "案", "", "发生")
)
"""Units that count applications, documents and cases; "" where the number stands alone."""

MONEY = frozenset(("元", "万元", "万", "亿元"))

_UNIT = (
    r"件次|件\(次\)|件|条次|条|份|个(?!百分点|[工月部方栏机单乡镇街县区市省专类])|项|起|宗|例|封|笔|桩|案(?=[,;。(、])|万元|亿元|元|万(?!余|多|人|次|条|件)"
    r"|人次|人|场次|场|次|期|篇|家|户|名|位|类|种|年|月|日|号|时|岁|届|版|章|册|块|台|部|处|所|轮|批次|批|天|周|亿|%|‰|级|条令|页|字|平方|公里|倍|万人次|万次|万条|万件"
)
_QUANTITY = re.compile(
    rf"(?P<none>第|—|百分之)?(?P<number>{numerals.PATTERN})(?P<rough>[余多几来])?(?P<unit>{_UNIT}|(?=发生))?(?P<more>[余多])?"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d|二〇[〇一二三四五六七八九]{2})年度?(?!以来)")
_RANGE = re.compile(r"[-—~至]$")




@cache
def _patterns() -> tuple[tuple[Term, re.Pattern[str]], ...]:
    return tuple((term, re.compile(term.pattern)) for term in TERMS)


def _quantities(sentence: str) -> Iterator[Token]:
    for found in _QUANTITY.finditer(sentence):
        start, end = found.span()
        number, unit = found["number"], found["unit"] or ""
        if not number[0].isascii() and not unit and not found["rough"]:
            continue
        ordinal = found["none"] or _RANGE.search(sentence, 0, start)
        counted = unit in COUNTED or unit in MONEY
        if not unit and end < len(sentence) and sentence[end] not in ",;:。、()转":
            counted = False
        usable = counted and not (ordinal or found["rough"] or found["more"])
        value = numerals.value(number) if usable else 0
        yield Token(Role.QUANTITY if usable else Role.FIGURE, start, end, None, value, unit)


def _years(sentence: str) -> Iterator[Token]:
    for found in _YEAR.finditer(sentence):
        yield Token(Role.YEAR, *found.span(), None, numerals.value(found["year"]))


def tokens(sentence: str) -> list[Token]:
    """Return the terms, years and quantities of a folded sentence in the order of the text.

    Of two that begin at one place the earlier in the vocabulary stands, else the one that begins
    first.
    """
    found = [
        (match.start(), order, Token(term.role, match.start(), match.end(), term))
        for order, (term, pattern) in enumerate(_patterns())
        for match in pattern.finditer(sentence)
        if match.end() > match.start()
    ]
    numbers = [*_years(sentence), *_quantities(sentence)]
    found.extend((each.start, order - 1000, each) for order, each in enumerate(numbers))
    found.sort(key=lambda each: each[:2])
    kept: list[Token] = []
    for start, _, token in found:
        if not kept or start >= kept[-1].end:
            kept.append(token)
    return kept
