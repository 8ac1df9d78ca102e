"""Whether a claimed number that no table fits is of something narrower than the tables count."""

from __future__ import annotations

import re

from govxlsx.checking.prose import sentence
from govxlsx.checking.rule import Case, Passage
from govxlsx.checking.told import Held, fits, held
from govxlsx.claims import Claim
from govxlsx.report.figure import Number
from govxlsx.report.model import GOVERNMENTS, OWN

_PART = re.compile(
    "其中|[（(]|含|涉及[省市县区州旗]?政府|本级|本机关|代表|府办|办公[厅室]|政府名义"
)
"""What turns from a whole to a part of it."""

_FOR_OTHERS = re.compile("委托|协助|协查|协办|配合|交办|会办")
"""What speaks of applications that another body answers."""

_SPLIT = re.compile(r"(\d+)[件宗份][（(](?:其中|含|包括)[^（）()]*$")
"""A number whose parts stand in brackets: 规章18件（含新制定4件，修改14件）."""

_BODY = re.compile(
    "府办|办公[厅室]|[省市县区州旗]本级|本机关|代表[省市县区州旗]|涉及[省市县区州旗]?政府"
)
"""The government itself or its office, where the tables may count all bodies of the area."""

_REST = "applications.other.rest"


def is_narrower(
    case: Case, passage: Passage, claim: Claim, told: list[tuple[Passage, Claim]]
) -> bool:
    """Tell whether a number is a part of what the tables count, so that they can't contradict it.

    ``told``: every claim of the text. True for a smaller number behind the whole, where the words
    between them say so (收到申请1850件，其中市政府办公室120件); for the office's own number in the
    report of a whole area; for parts that add up to the table's figure (不掌握1件，不存在1件).
    """
    beside = [each for where, each in told if where is passage]
    return (
        _behind_whole(case, passage, claim, beside)
        or _in_brackets(case, passage, claim)
        or _FOR_OTHERS.search(clause(passage.text, claim.end)) is not None
        or _of_office(case, passage, claim)
        or _withdrawn(case, claim)
        or _adds_up(case, claim, beside)
    )


def clause(text: str, end: int) -> str:
    """Return the clause that ends at a place."""
    return re.split("[，,。；;（）()]", text[:end])[-1]


def _readings(claim: Claim) -> tuple[str, ...]:
    return (claim.field, *claim.alternatives)


def _fitting(case: Case, claim: Claim, names: tuple[str, ...]) -> Held | None:
    """Return what the tables hold that a claim fits, read as one of the names."""
    tables = (held(case, name) for name in names if name in _readings(claim))
    return next((each for each in tables if each is not None and fits(claim, each.value)), None)


def _behind_whole(case: Case, passage: Passage, claim: Claim, beside: list[Claim]) -> bool:
    for whole in beside:
        if whole.start >= claim.start or whole.value <= claim.value:
            continue
        start = passage.text.rfind("。", 0, claim.start) + 1
        between = passage.text[max(start, whole.end) : claim.end]
        if _fitting(case, whole, _readings(claim)) is not None and _PART.search(between):
            return True
    return False


def _in_brackets(case: Case, passage: Passage, claim: Claim) -> bool:
    split = _SPLIT.search(passage.text, 0, claim.start)
    tables = [held(case, name) for name in _readings(claim)] if split is not None else []
    return split is not None and any(
        each is not None and int(split[1]) == each.value for each in tables
    )


def _of_office(case: Case, passage: Passage, claim: Claim) -> bool:
    agency = case.report.agency
    if agency.scope == OWN or agency.kind not in GOVERNMENTS:
        return False
    said = sentence(passage.text, claim.start)
    start = passage.text.find(said)
    return _BODY.search(said, 0, max(0, claim.end - start)) is not None


def _withdrawn(case: Case, claim: Claim) -> bool:
    """Tell whether the withdrawn are told, which the form counts among others in （六）."""
    others = held(case, "applications.other") if claim.field == _REST else None
    return others is not None and claim.value <= others.value


def _adds_up(case: Case, claim: Claim, beside: list[Claim]) -> bool:
    """Tell whether several results of one kind add up to the table's figure."""
    if claim.field.count(".") < 2 and claim.field != "applications.unavailable":
        return False
    for name in _readings(claim):
        parts: list[Number] = [each.value for each in beside if name in _readings(each)]
        table = held(case, name)
        if len(parts) > 1 and table is not None and sum(parts, start=0) == table.value:
            return True
    return False
