"""A percentage of the text that fits none of the totals it can be of."""

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS, held
from govxlsx.claims import numerals

_UNIT = "(?:件次|件|条|篇|次|个|项|份|场|期|人次|起|人|家|宗)"
_OF = r"[^，,。；;（()）\d约近超]{0,14}"
_PERCENT = r"(?P<share>\d{1,3}(?:\.\d{1,6})?)[%％]"
_SHARE = regex(
    rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}\s*"
    rf"(?:[，,、（(]?(?P<rough>约|大约)?占(?:比)?(?P<of>{_OF})|[（(]){_PERCENT}"
)
_TURNED = regex(
    rf"(?P<rough>约|大约)?占(?:比)?(?P<of>{_OF}){_PERCENT}"
    rf"[，,、]?(?:共|共计|合计|为|有|计)?(?P<count>(?<![\d.,])\d[\d,]*){_UNIT}(?![，,、（(]?约?占)"
)
"""A share behind its count, and one before it: 占 34.8%，共 53 条."""

_ENDS = regex("[。！\n]")
_CLAUSE_ENDS = regex("[，,。；;！\n：:（）()]")
_JOINED = regex("[、和及与]")
_NEAR = 40
_COUNT = regex(rf"(?<![\d.,])(?P<count>\d[\d,]*){_UNIT}")
_TOTALS = ("applications.received", "applications.accepted", "applications.concluded")


def _look(case: Case) -> Facts:
    for passage in case.passages:
        if "%" not in passage.text and "％" not in passage.text:
            continue
        shares = _shares_of(passage.text)
        if not shares:
            continue
        places, counts = _counts(passage.text)
        together = _together(passage.text, shares)
        totals = _totals(case)
        for found in shares:
            count, share = numerals.whole(found["count"]), Decimal(found["share"])
            before = bisect_left(places, found.start())
            told = [each for each in counts[max(0, before - _NEAREST) : before] if each]
            row = together[found.start()]
            begun = bisect_left(places, row.start)
            ahead = counts[max(0, begun - _NEAREST) : begun]
            base = _base(count or 0, ahead, row.total if row.whole else 0)
            if not count or not base:
                continue
            bases = {*told, *totals, row.total}
            if any(_fits(count, each, found) for each in bases):
                continue
            both = count + _beside(passage.text, found.start())
            if both > count and any(_fits(both, each, found) for each in bases):
                continue
            words = {
                "share": f"{share}%",
                "count": str(count),
                "bases": "、".join(map(str, list(dict.fromkeys((base, *reversed(told))))[:3])),
                "right": f"{_share(count, base, share)}%",
                "base": str(base),
            }
            yield replace(passage.fact(found.start(), found.end(), **words), found=f"{share}%")


def _beside(text: str, end: int) -> int:
    """Return the counts that are named with one of a share: 复议21宗、诉讼10宗，占申请的4.63%."""
    clause = _CLAUSE_ENDS.split(text[max(0, end - _NEAR) : end])[-1]
    if not _JOINED.search(clause):
        return 0
    return sum(numerals.whole(each["count"]) or 0 for each in _COUNT.finditer(clause))


def _start(found: re.Match[str]) -> int:
    return found.start()


def _base(count: int, ahead: list[int], row: int) -> int:
    """Return the total that a share is most likely of: the nearest before its row, else the row.

    ``row``: what the parallel parts add up to where they are all of something, else 0.
    """
    return next((each for each in reversed(ahead) if each >= count), row)


def _shares_of(text: str) -> list[re.Match[str]]:
    """Return the counts with their shares, in the order of the text."""
    found = [*_SHARE.finditer(text), *_TURNED.finditer(text)]
    return sorted(found, key=_start)


_NEARLY = 10
"""So many per cent may be missing of a whole."""

_NEAREST = 40
"""Of so many counts before it a share may be told, the nearest ones."""


def _counts(text: str) -> tuple[list[int], list[int]]:
    """Return where the counts of a text stand, and the counts."""
    found = [(each.start(), numerals.whole(each["count"])) for each in _COUNT.finditer(text)]
    return [at for at, _ in found], [count or 0 for _, count in found]


class _Row(NamedTuple):
    """The parallel shares of a sentence: where they start, what their counts add up to.

    ``whole``: the shares are about all of something, so that the sum is what they are of.
    """

    start: int
    total: int
    whole: bool


def _together(text: str, shares: list[re.Match[str]]) -> dict[int, _Row]:
    """Return, by the place of each share of a text, the row that it stands in."""
    rows: dict[int, list[re.Match[str]]] = {}
    ends = [each.start() for each in _ENDS.finditer(text)]
    for found in shares:
        rows.setdefault(bisect_left(ends, found.start()), []).append(found)
    sums: dict[int, _Row] = {}
    for row in rows.values():
        total = sum(numerals.whole(each["count"]) or 0 for each in row)
        all_shares = sum((Decimal(each["share"]) for each in row), Decimal(0))
        whole = len(row) > 1 and abs(all_shares - 100) <= _NEARLY
        sums |= dict.fromkeys((each.start() for each in row), _Row(row[0].start(), total, whole))
    return sums


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
    title="百分比算得不对",
    checks="文中的百分比算得对",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”；{count} 占前后各数（{bases}）和“三、依申请公开”各项总计的百分比都不是 {share}；占 {base} 应为 {right}{times}。",
    fix="请重新计算，改正 {where} 的百分比；四舍五入或截去尾数都可以；用的是别的基数的，在文字中写明。",
    why="前文写出的总数和表三的总计都试过；四舍五入、截尾都算对。",
    bad="办结 121 件，其中予以公开 53 件，占 34.80%。",
    good="办结 121 件，其中予以公开 53 件，占 43.80%。",
    look=folding(_look),
)
