"""The four numbers of the text that do not balance: received, carried in, concluded, carried out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking import Case, Facts, Number, Passage, Rule, Severity, Skipped, plain
from govxlsx.checking.told import NO_YEAR
from govxlsx.claims import Claim
from govxlsx.patterns import regex

_STAGES = ("received", "carried_in", "accepted", "concluded", "carried_out")
_BY_STAGES = "新收 {received}、上年结转 {carried_in}，合计 {base}"
_TOGETHER = "受理（含上年结转）{base}"

Stages = dict[str, tuple[Passage, Claim]]
"""The first number of every stage that one part of the report tells."""


def _look(case: Case) -> Facts:
    if case.report.year is None:
        yield Skipped(NO_YEAR)
        return
    told: dict[str, Stages] = {}
    for passage, claim in case.claims:
        _, _, stage = claim.field.rpartition(".")
        if claim.field == f"applications.{stage}" and stage in _STAGES:
            told.setdefault(passage.part, {}).setdefault(stage, (passage, claim))
    for stages in told.values():
        yield from _unequal(stages)


def _unequal(stages: Stages) -> Facts:
    """Yield the fact that what came in is not what went out, where all of it is told."""
    based = _base(stages)
    if based is None or not stages.keys() >= {"concluded", "carried_out"}:
        return
    base, told = based
    values = {each: plain(claim.value) for each, (_, claim) in stages.items()}
    left = stages["concluded"][1].value + stages["carried_out"][1].value
    if left == base or left in _also(stages):
        return
    passage, claim = stages["concluded"]
    words = {"base": told.format(**values, base=plain(base)), "out": plain(left)}
    fact = passage.fact(claim.start, claim.end, **values, **words)
    yield replace(fact, field=claim.field, found=left, expected=base)


def _base(stages: Stages) -> tuple[Number, str] | None:
    """Return what came in, and how the text tells it: in two numbers, or in one."""
    if stages.keys() >= {"received", "carried_in"}:
        return stages["received"][1].value + stages["carried_in"][1].value, _BY_STAGES
    if "accepted" in stages:
        return stages["accepted"][1].value, _TOGETHER
    return None


def _also(stages: Stages) -> Iterator[Number]:
    """Yield what may have come in as well, as the text can be read."""
    if "received" not in stages:
        _, accepted = stages["accepted"]
        if "carried_in" in stages and "applications.received" in accepted.alternatives:
            yield accepted.value + stages["carried_in"][1].value
    elif "carried_in" in stages and (_within(stages["carried_in"]) or _apart(stages["carried_in"])):
        yield stages["received"][1].value


def _within(carried_in: tuple[Passage, Claim]) -> bool:
    """Tell whether the carry-over is told as part of what was received: 收到 62 件（其中上年结转 3 件）."""
    passage, claim = carried_in
    return (
        re.search("含|其中|包括|[（(]", passage.text[max(0, claim.start - 5) : claim.start])
        is not None
    )


_DONE_APART = regex("[^。；;，,]{0,12}(?:已|均|全部|也|都)[^。；;，,]{0,8}(?:办|答|复)")


def _apart(carried_in: tuple[Passage, Claim]) -> bool:
    """Tell whether the carry-over is said to be concluded by itself: 上年结转 3 件已全部办结."""
    passage, claim = carried_in
    return _DONE_APART.match(passage.text, claim.end) is not None


RULE = Rule(
    title="文中收、转、办、结对不上",
    checks="文中收、转、办、结对得上",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附表三的勾稽关系：一加二等于三加四",
    message="文中写{base}；办结 {concluded}、结转下年 {carried_out}，合计 {out}，两边不等。",
    fix="请对照“三、依申请公开”改正 {cell} 等处的文字，使新收加上年结转等于办结加结转下年。",
    why="四个数都写出来了，就应当平衡。“收到”已经含上年结转的写法也算平衡。",
    bad="收到 58 件，上年结转 2 件，办结 55 件，结转下年 3 件。",
    good="收到 58 件，上年结转 2 件，办结 57 件，结转下年 3 件。",
    look=_look,
)
