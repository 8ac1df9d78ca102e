"""A total in 万 whose parts, without 万, add up to it: one 万 too many."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.claims.listing import Listing
from govxlsx.finding import Severity
from govxlsx.rules.model import Case, Fact, Rule
from govxlsx.rules.told import BASIS


def slipped(each: Listing) -> bool:
    """Tell whether a total would be right without its 万."""
    plain_parts = not any(part.wan for part in each.parts)
    return (
        each.total.wan
        and plain_parts
        and each.total.written == sum(part.written for part in each.parts)
    )


def _look(case: Case) -> Iterator[Fact]:
    for passage, each in case.listings:
        if slipped(each):
            fact = passage.fact(each.total.start, each.end)
            words = {**fact.words, "total": str(each.total.written)}
            yield Fact(
                fact.sheet,
                fact.cell,
                found=each.total.least,
                expected=each.total.written,
                words=words,
            )


RULE = Rule(
    code="T606",
    title="总数多写了“万”",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中“{quote}”：分项加起来正好是 {total}，总数却写成了 {total} 万。",
    fix="请核对单位；没有“万”的，从 {cell} 的总数中删去“万”字。",
    why="单位差一个“万”字，数就差一万倍。",
    bad="公开信息 5000 万条，其中市级 2000 条、县级 3000 条。",
    good="公开信息 5000 条，其中市级 2000 条、县级 3000 条。",
    look=_look,
)
