"""A percentage of the text that fits none of the totals it can be of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact
from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule
from govxlsx.checking.told import BASIS, held
from govxlsx.claims import numerals
from govxlsx.patterns import regex

_UNIT = "(?:件次|件|条|篇|次|个|项|份|场|期|人次|起|人|家|宗)"
_SHARE = regex(
    rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}\s*(?:[，,（(]?(?P<rough>约|大约)?占(?:比)?(?P<of>[^，,。；;（()）\d约近超]{{0,14}})|[（(])"
    r"(?P<share>\d{1,3}(?:\.\d{1,6})?)[%％]"
)
_ENDS = regex("[。！\n]")
_COUNT = regex(rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}")
_TOTALS = ("applications.received", "applications.accepted", "applications.concluded")


def _look(case: Case) -> Iterator[Fact]:
    for passage in case.passages:
        if "%" not in passage.text and "％" not in passage.text:
            continue
        places, counts = _counts(passage.text)
        together = _together(passage.text)
        for found in _SHARE.finditer(passage.text):
            count, share = numerals.whole(found["count"]), Decimal(found["share"])
            before = bisect_left(places, found.start())
            told = [each for each in counts[max(0, before - _NEAREST) : before] if each]
            bases = {*told, *_totals(case), together.get(found.start(), 0)}
            if count is None or not told or any(_fits(count, base, found) for base in bases):
                continue
            fact = passage.fact(*found.span())
            base = max(told)
            words = {
                **fact.words,
                "share": f"{share}%",
                "count": str(count),
                "bases": "、".join(map(str, sorted(set(told), reverse=True)[:3])),
                "right": f"{_share(count, base, share)}%",
                "base": str(base),
            }
            yield Fact(fact.sheet, fact.cell, found=f"{share}%", words=words)


_NEAREST = 40
"""Of so many counts before it a share may be told, the nearest ones."""


def _counts(text: str) -> tuple[list[int], list[int]]:
    """Return where the counts of a text stand, and the counts."""
    found = [(each.start(), numerals.whole(each["count"])) for each in _COUNT.finditer(text)]
    return [at for at, _ in found], [count or 0 for _, count in found]


def _together(text: str) -> dict[int, int]:
    """Return, by the place of each share, what the parallel parts of its sentence add up to."""
    rows: dict[int, list[re.Match[str]]] = {}
    ends = [each.start() for each in _ENDS.finditer(text)]
    for found in _SHARE.finditer(text):
        rows.setdefault(bisect_left(ends, found.start()), []).append(found)
    sums = ((row, sum(numerals.whole(each["count"]) or 0 for each in row)) for row in rows.values())
    return {each.start(): total for row, total in sums for each in row}


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


def _fits(count: int, base: int, found: re.Match[str]) -> bool:
    """Tell whether a share is right, rounded or cut off; one with 约 may be a point away."""
    share = Decimal(found["share"])
    right = numerals.shares(count, base, _decimals(share)) or ()
    return share in right or (
        bool(found["rough"]) and any(abs(share - each) <= 1 for each in right)
    )


RULE = Rule(
    code="T605",
    title="百分比算得不对",
    checks="文中的百分比算得对",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”；{count} 占前文各数（{bases}）和“三、依申请公开”各项总计的百分比都不是 {share}；占 {base} 应为 {right}。",
    fix="请重新计算，改正 {cell} 的百分比；四舍五入或截去尾数都可以；用的是别的基数的，在文字中写明。",
    why="前文写出的总数和表三的总计都试过；四舍五入、截尾都算对。",
    bad="办结 121 件，其中予以公开 53 件，占 34.80%。",
    good="办结 121 件，其中予以公开 53 件，占 43.80%。",
    look=_look,
)
