"""Whether a claimed number that no table fits is of something narrower than the tables count."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.checking.case import Case, Passage
from govxlsx.checking.told import fits, held
from govxlsx.claims import Claim, numerals
from govxlsx.patterns import regex
from govxlsx.report.figure import Number
from govxlsx.report.model import GOVERNMENTS, OWN

_PART = regex("其中|[（(]|含|涉及[省市县区州旗]?政府|本级|本机关|代表|府办|办公[厅室]|政府名义")
"""What turns from a whole to a part of it."""

_FOR_OTHERS = regex("委托|协助|协查|协办|配合|交办|会办")
"""What speaks of applications that another body answers."""

_SPLIT = regex(r"(\d{1,18})[件宗份][（(](?:其中|含|包括)[^（）()]{0,200}$", needs=("（", "("))
"""A number whose parts stand in brackets: 规章18件（含新制定4件，修改14件）."""

_BODY = regex(
    "府办|办公[厅室]|[省市县区州旗]本级|本机关|代表[省市县区州旗]|涉及[省市县区州旗]?政府"
)
"""The government itself or its office, where the tables may count all bodies of the area."""

_REST = "applications.other.rest"


@dataclass(frozen=True, slots=True)
class PassageClaims:
    """What a passage claims, looked through once for all of its numbers.

    ``wholes`` are the first claims that the tables bear out, by the field that they fit as;
    ``sums`` what the claims of one field add up to; ``turns`` where the words begin that turn from
    a whole to a part of it.
    """

    wholes: dict[str, Claim]
    sums: dict[str, Number]
    turns: tuple[int, ...]


def beside(case: Case, passage: Passage, claims: Iterable[Claim]) -> PassageClaims:
    """Return what the claims of a passage say to one another."""
    wholes: dict[str, Claim] = {}
    sums: dict[str, Number] = {}
    for claim in claims:
        for name in _readings(claim):
            sums[name] = sums.get(name, 0) + claim.value
            table = held(case, name) if name not in wholes else None
            if table is not None and fits(claim, table.value):
                wholes[name] = claim
    turns = tuple(each.start() for each in _PART.finditer(passage.text))
    return PassageClaims(wholes, sums, turns)


def is_narrower(case: Case, passage: Passage, claim: Claim, told: PassageClaims) -> bool:
    """Tell whether a number is a part of what the tables count, so that they can't contradict it.

    ``told``: what its passage claims. True for a smaller number behind the whole, where the words
    between them say so (收到申请1850件，其中市政府办公室120件); for the office's own number in the
    report of a whole area; for parts that add up to the table's figure (不掌握1件，不存在1件).
    """
    return (
        _published(passage, claim)
        or _behind_whole(passage, claim, told)
        or _in_brackets(case, passage, claim)
        or _for_others(passage, claim)
        or _of_office(case, passage, claim)
        or _withdrawn(case, claim)
        or _adds_up(case, claim, told)
    )


_WINDOW = 400
"""So far before a number its sentence is looked through: none that people write is longer."""


def _before(passage: Passage, end: int) -> str:
    """Return what stands before a place, as far as its sentence may reach back."""
    return passage.text[max(0, end - _WINDOW) : end]


def _readings(claim: Claim) -> tuple[str, ...]:
    return (claim.field, *claim.alternatives)


def _published(passage: Passage, claim: Claim) -> bool:
    """Tell whether a number is of decisions that were published, not of all that were made.

    公示行政许可结果124条 says nothing of the 23,011 decisions of the table.
    """
    if not claim.field.startswith(_DECISIONS):
        return False
    said = re.split("[。；;\n]", passage.text[max(0, claim.start - _REACH) : claim.end])[-1]
    return any(_DONE.findall(said)[-1:])


_DECISIONS = ("disclosure.licensing.", "disclosure.penalties.", "disclosure.coercion.")
_REACH = 60
_DONE = regex(
    "(公示|公开|公布|发布|归集|上传|录入|更新|推送|报送|信息|结果)"
    "|作出|办理|办结|实施|下达|制发|制定|出台|印发"
)
"""What tells that something was shown, in a group, or else that it was done."""


def _behind_whole(passage: Passage, claim: Claim, told: PassageClaims) -> bool:
    for name in _readings(claim):
        whole = told.wholes.get(name)
        if whole is not None and whole.value > claim.value:
            start = max(whole.end, passage.text.rfind("。", whole.end, claim.start))
            turn = bisect_left(told.turns, start)
            if told.turns[turn : bisect_left(told.turns, claim.end)]:
                return True
    return False


def _for_others(passage: Passage, claim: Claim) -> bool:
    clause = re.split("[，,。；;（）()]", _before(passage, claim.end))[-1]
    return _FOR_OTHERS.search(clause) is not None


def _in_brackets(case: Case, passage: Passage, claim: Claim) -> bool:
    split = _SPLIT.search(_before(passage, claim.start))
    tables = [held(case, name) for name in _readings(claim)] if split is not None else []
    return split is not None and any(
        each is not None and numerals.whole(split[1]) == each.value for each in tables
    )


def _of_office(case: Case, passage: Passage, claim: Claim) -> bool:
    agency = case.report.agency
    if agency.scope == OWN or agency.kind not in GOVERNMENTS:
        return False
    return _BODY.search(re.split("[。；！\n]", _before(passage, claim.end))[-1]) is not None


def _withdrawn(case: Case, claim: Claim) -> bool:
    """Tell whether the withdrawn are told, which the form counts among others in （六）."""
    others = held(case, "applications.other") if claim.field == _REST else None
    return others is not None and claim.value <= others.value


def _adds_up(case: Case, claim: Claim, told: PassageClaims) -> bool:
    """Tell whether several results of one kind add up to the table's figure."""
    if claim.field.count(".") < 2 and claim.field != "applications.unavailable":
        return False
    for name in _readings(claim):
        table = held(case, name)
        if table is not None and told.sums[name] == table.value:
            return True
    return False
