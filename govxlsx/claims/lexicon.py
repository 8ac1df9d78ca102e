"""Finds the terms and quantities of one sentence, left to right, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govxlsx.claims import numerals
from govxlsx.claims.model import Role, Token
from govxlsx.claims.vocabulary import TERMS

COUNTED = frozenset(
    ("件", "件次", "条", "份", "个", "项", "起", "宗", "例", "封", "笔", "桩", "案", "")
)
"""Units that count applications, documents and cases; "" where the number stands alone."""

MONEY = frozenset(("元", "万元", "万", "亿元"))

_UNIT = (
    r"件次|件\(次\)|件|条次|条|份|个(?!百分点|[工月部方栏机单乡镇街县区市省专类])|项|起|宗|例|封|笔|桩|案(?=[,;。(、])|户次|艘次|万元|亿元|元|万(?!余|多|人|次|条|件)"
    r"|人次|人|场次|场|次|期|篇|家|户|名|位|类|种|年|月|日|号|时|岁|届|版|章|册|块|台|部|处|所|轮|批次|批|天|周|亿|%|‰|级|条令|页|字|平方|公里|倍|万人次|万次|万条|万件"
)
_QUANTITY = re.compile(
    rf"(?P<number>{numerals.DIGITS}|{numerals.NUMERALS}(?=[余多几来]|{_UNIT}|(?<=零)(?:发生|记录|[,;。)、\n]|$)))"
    rf"(?P<rough>[余多几来])?(?P<unit>{_UNIT})?(?P<more>[余多]|以[上下内])?"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d|二〇[〇一二三四五六七八九]{2})年度?(?!以来)")
_ALONE = re.compile("发生|记录|[,;。:、()转\n]|$")
"""What may follow a number without unit that still counts something: 不予公开31, 复议零发生."""
_RANGED = re.compile(r"(?:第|百分之|之|\d[-—~至到])$")
"""What stands before an ordinal, a share, the end of a range."""


@cache
def _compiled(order: int) -> re.Pattern[str]:
    """Return a term's pattern. Compiling them all takes longer than most texts: only the needed."""
    return re.compile(TERMS[order].pattern)


def _quantities(text: str) -> Iterator[Token]:
    for found in _QUANTITY.finditer(text):
        start, end = found.span()
        unit = found["unit"] or ""
        alone = not unit and not _ALONE.match(text, end)
        ranged = _RANGED.search(text, max(0, start - 2), start) is not None
        exact = not (found["rough"] or found["more"] or ranged)
        usable = exact and not alone and (unit in COUNTED or unit in MONEY)
        value = numerals.value(found["number"]) if usable else 0
        yield Token(Role.QUANTITY if usable else Role.FIGURE, start, end, None, value, unit)


def _years(text: str) -> Iterator[Token]:
    for found in _YEAR.finditer(text):
        yield Token(Role.YEAR, *found.span(), None, numerals.value(found["year"]))


def tokens(text: str) -> list[Token]:
    """Return the terms, years and quantities of a folded text in the order of the text.

    Where several overlap, the one that begins first stands; of those, the longest; of those, the
    earliest in the vocabulary.
    """
    found = [
        (match.start(), -match.end(), order, Token(term.role, match.start(), match.end(), term))
        for order, term in enumerate(TERMS)
        if term.key in text
        for match in _compiled(order).finditer(text)
        if match.end() > match.start()
    ]
    numbers = [*_years(text), *_quantities(text)]
    found.extend((each.start, -each.end, -1, each) for each in numbers)
    found.sort(key=lambda each: each[:3])
    kept: list[Token] = []
    for start, _, _, token in found:
        if not kept or start >= kept[-1].end:
            kept.append(token)
    return kept
