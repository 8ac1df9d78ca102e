"""A total in 万 whose parts, without 万, add up to it: one 万 too many."""

from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking import Case, Fact, Facts, Passage, Rule, Severity, regex
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS
from govxlsx.claims.listing import Listing


def slipped(each: Listing) -> bool:
    """Tell whether a total would be right without its 万."""
    plain_parts = not any(part.wan for part in each.parts)
    return (
        each.total.wan
        and plain_parts
        and each.total.written == sum(part.written for part in each.parts)
    )


_TOTAL = regex(
    r"(?<![\d.,])(?P<number>\d{3,15})万(?P<unit>件次|件|条|篇|次|个|项|份|人次)", needs=("万",)
)
_COUNT = regex(r"(?<![\d.,])(?P<number>\d{1,15})(?P<unit>件次|件|条|篇|次|个|项|份|人次|万)")
_REACH = 150
"""How far behind its total a part may stand: the parts often follow in the next sentence."""


def _spread(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield totals in 万 that the counts behind them add up to without 万: start, end, total."""
    for total in _TOTAL.finditer(text):
        left = written = int(total["number"])
        counts = _COUNT.finditer(text, total.end(), total.end() + _REACH)
        for parts, count in enumerate(counts, 1):
            left -= int(count["number"])
            if count["unit"] != total["unit"] or left < 0:
                break
            if left == 0 and parts > 1:
                yield total.start(), count.end(), written
                break


def _look(case: Case) -> Facts:
    if "万" not in case.prose:
        return
    told = {(id(passage), each.total.start) for passage, each in case.listings if slipped(each)}
    for passage, each in case.listings:
        if slipped(each):
            yield _fact(passage, each.total.start, each.end, each.total.written)
    for passage in case.passages:
        for start, end, total in _spread(passage.text):
            if (id(passage), start) not in told:
                yield _fact(passage, start, end, total)


def _fact(passage: Passage, start: int, end: int, total: int) -> Fact:
    fact = passage.fact(start, end, total=str(total))
    return replace(fact, found=total * 10_000, expected=total)


RULE = Rule(
    title="总数多写了“万”",
    checks="总数没有多写“万”",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中“{quote}”：分项加起来正好是 {total}，总数却写成了 {total} 万{times}。",
    fix="请核对单位；没有“万”的，从 {where} 的总数中删去“万”字。",
    why="单位差一个“万”字，数就差一万倍。",
    bad="公开信息 5000 万条，其中市级 2000 条、县级 3000 条。",
    good="公开信息 5000 条，其中市级 2000 条、县级 3000 条。",
    look=folding(_look),
)
