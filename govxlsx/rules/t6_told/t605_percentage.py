"""A percentage of the text that fits none of the totals it can be of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Case, Fact, Rule
from govxlsx.checking.told import BASIS, held
from govxlsx.claims import numerals

_UNIT = "(?:件次|件|条|篇|次|个|项|份|场|期|人次|起|人|家|宗)"
_SHARE = re.compile(
    rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}\s*(?:[，,（(]?占(?P<of>[^，,。；;（()）\d约近超]{{0,14}})|[（(])"
    r"(?P<share>\d{1,3}(?:\.\d+)?)[%％]"
)
_COUNT = re.compile(rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}")
_TOTALS = ("applications.received", "applications.accepted", "applications.concluded")


def _look(case: Case) -> Iterator[Fact]:
    for passage in case.passages:
        if "%" not in passage.text and "％" not in passage.text:
            continue
        for found in _SHARE.finditer(passage.text):
            count, share = numerals.whole(found["count"]), Decimal(found["share"])
            if count is None:
                continue
            told = _told(passage.text, found.start())
            bases = told | _totals(case)
            if any(told) and not any(_fits(count, base, share) for base in bases if base):
                fact = passage.fact(*found.span())
                base = max(told)
                words = {
                    **fact.words,
                    "share": f"{share}%",
                    "count": str(count),
                    "bases": "、".join(map(str, sorted(told, reverse=True)[:3])),
                    "right": f"{_share(count, base, share)}%",
                    "base": str(base),
                }
                yield Fact(fact.sheet, fact.cell, found=f"{share}%", words=words)


def _told(text: str, end: int) -> set[int]:
    """Return the counts that stand before a place."""
    counts = (numerals.whole(each["count"]) for each in _COUNT.finditer(text, 0, end))
    return {each for each in counts if each is not None}


def _totals(case: Case) -> set[int]:
    """Return the totals of part three, of which a share may also be told."""
    tables = (held(case, name) for name in _TOTALS)
    return {int(each.value) for each in tables if each is not None}


def _decimals(share: Decimal) -> int:
    return max(0, -int(share.as_tuple().exponent))


def _share(count: int, base: int, share: Decimal) -> Decimal:
    """Return what the share should be, with as many decimals as it was written with."""
    right = numerals.shares(count, base, _decimals(share))
    assert right is not None
    return right[0]


def _fits(count: int, base: int, share: Decimal) -> bool:
    return share in (numerals.shares(count, base, _decimals(share)) or ())


RULE = Rule(
    code="T605",
    title="百分比算得不对",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”；{count} 占前文各数（{bases}）和“三、依申请公开”各项总计的百分比都不是 {share}；占 {base} 应为 {right}。",
    fix="请重新计算，改正 {cell} 的百分比；四舍五入或截去尾数都可以；用的是别的基数的，在文字中写明。",
    why="前文写出的总数和表三的总计都试过；四舍五入、截尾都算对。",
    bad="办结 121 件，其中予以公开 53 件，占 34.80%。",
    good="办结 121 件，其中予以公开 53 件，占 43.80%。",
    look=_look,
)
