"""A total of the text that its own parts exceed, or, where the list is complete, do not reach."""

from collections.abc import Sequence
from dataclasses import replace

from govxlsx.checking import Case, Fact, Facts, Passage, Rule, Severity, plain
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS
from govxlsx.claims import Claim
from govxlsx.claims.listing import Listing
from govxlsx.rules.t6_told.t606_unit_slip import slipped

_CONCLUDED, _OTHER = "applications.concluded", "applications.other"
_GROUPS = frozenset(
    f"applications.{name}"
    for name in ("disclosed", "partly_disclosed", "denied", "unavailable", "not_processed", "other")
)


def _look(case: Case) -> Facts:
    told: dict[int, list[Claim]] = {}
    for passage, claim in case.claims:
        told.setdefault(id(passage), []).append(claim)
    listed: dict[int, list[Listing]] = {}
    for passage, each in case.listings:
        listed.setdefault(id(passage), []).append(each)
    for passage in case.passages if told or listed else ():
        results = _results(passage, told.get(id(passage), []))
        yield from results
        for each in () if results else listed.get(id(passage), ()):
            if not slipped(each) and _wrong(each):
                yield _fact(passage, each)


def _wrong(each: Listing) -> bool:
    least, most = sum(part.least for part in each.parts), sum(part.most for part in each.parts)
    return least > each.total.most or (each.closed and most < each.total.least)


def _fact(passage: Passage, each: Listing) -> Fact:
    parts = [part.least for part in each.parts]
    return _numbered(passage, (each.total.start, each.end), each.total.least, parts)


def _numbered(passage: Passage, span: tuple[int, int], total: int, parts: Sequence[int]) -> Fact:
    added, sum_text = sum(parts), "＋".join(map(plain, parts))
    fact = passage.fact(*span, total=plain(total), sum=sum_text, parts=plain(added))
    return replace(fact, found=total, expected=added)


def _results(passage: Passage, told: list[Claim]) -> list[Fact]:
    """Return the fault of 办结 against its six groups, where the passage tells them to the last."""
    totals = [each for each in told if each.field == _CONCLUDED and not each.alternatives]
    if len(totals) != 1:
        return []
    plain_names = {each.field for each in told}
    groups = {
        name: each
        for each in told
        for name in (each.field, *each.alternatives)
        if name in _GROUPS and (name == each.field or name not in plain_names)
    }
    if _OTHER not in groups or len(groups) < 4:
        return []
    parts = [int(each.value) for each in groups.values()]
    added, total = sum(parts), totals[0].value
    if added == total or (added < total and len(groups) < len(_GROUPS)):
        return []
    places = (*totals, *groups.values())
    span = (min(each.start for each in places), max(each.end for each in places))
    return [_numbered(passage, span, int(totals[0].value), parts)]


RULE = Rule(
    title="文中分项加起来不等于总数",
    checks="文中分项加起来等于总数",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中“{quote}”：总数写 {total}，分项 {sum} = {parts}{times}。",
    fix="请核对 {where} 的总数和各个分项；分项有重复计算的，在文字中或“情况说明”中写明。",
    why="分项之和大于总数，或者列到“其他”为止而加起来不足总数，总有一个数写错了。写“余”“多”的按范围比较。",
    bad="发布信息 4042 条，其中网站 1495 条、微信 2918 条。",
    good="发布信息 4413 条，其中网站 1495 条、微信 2918 条。",
    look=folding(_look),
)
