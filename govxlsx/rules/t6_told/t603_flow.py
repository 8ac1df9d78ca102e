"""The four numbers of the text that do not balance: received, carried in, concluded, carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking.case import Case, Passage
from govxlsx.checking.fact import Fact, Skipped
from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule
from govxlsx.checking.told import NO_YEAR
from govxlsx.claims import Claim
from govxlsx.report.figure import plain

_STAGES = ("received", "carried_in", "concluded", "carried_out")


def _look(case: Case) -> Iterator[Fact | Skipped]:
    if case.report.year is None:
        yield Skipped(NO_YEAR)
        return
    told: dict[str, dict[str, tuple[Passage, Claim]]] = {}
    for passage, claim in case.claims:
        _, _, stage = claim.field.rpartition(".")
        if claim.field == f"applications.{stage}" and stage in _STAGES:
            told.setdefault(passage.part, {}).setdefault(stage, (passage, claim))
    for stages in told.values():
        if len(stages) < len(_STAGES):
            continue
        received, carried_in, concluded, carried_out = (stages[each][1].value for each in _STAGES)
        left = concluded + carried_out
        if left == received + carried_in or (left == received and _within(stages["carried_in"])):
            continue
        passage, claim = stages["concluded"]
        fact = passage.fact(claim.start, claim.end)
        numbers = map(plain, (received, carried_in, concluded, carried_out))
        named = dict(zip(_STAGES, numbers, strict=True))
        words = {"in": plain(received + carried_in), "out": plain(left)}
        yield replace(
            fact,
            field=claim.field,
            found=left,
            expected=received + carried_in,
            words={**fact.words, **named, **words},
        )


def _within(carried_in: tuple[Passage, Claim]) -> bool:
    """Tell whether the carry-over is told as part of what was received: 收到 62 件（其中上年结转 3 件）."""
    passage, claim = carried_in
    return (
        re.search("含|其中|包括|[（(]", passage.text[max(0, claim.start - 5) : claim.start])
        is not None
    )


RULE = Rule(
    code="T603",
    title="文中收、转、办、结对不上",
    checks="文中收、转、办、结对得上",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附表三的勾稽关系：一加二等于三加四",
    message="文中写新收 {received}、上年结转 {carried_in}，合计 {in}；办结 {concluded}、结转下年 {carried_out}，合计 {out}，两边不等。",
    fix="请对照“三、依申请公开”改正 {cell} 等处的文字，使新收加上年结转等于办结加结转下年。",
    why="四个数都写出来了，就应当平衡。“收到”已经含上年结转的写法也算平衡。",
    bad="收到 58 件，上年结转 2 件，办结 55 件，结转下年 3 件。",
    good="收到 58 件，上年结转 2 件，办结 57 件，结转下年 3 件。",
    look=_look,
)
