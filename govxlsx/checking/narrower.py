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
    "府办|办公[厅室]|[省市县区州旗]本级|本机关(?![不未没])|代表[省市县区州旗]|涉及[省市县区州旗]?政府"
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
    report of a whole area; for parts that add up to the table's figure (不掌握1件，不存在1件); for
    what is of months, of one way or of one matter; for what was done with new applications alone.
    """
    return (
        _published(passage, claim)
        or _behind_whole(passage, claim, told)
        or _in_brackets(case, passage, claim)
        or _for_others(passage, claim)
        or _of_office(case, passage, claim)
        or _withdrawn(case, claim)
        or _adds_up(case, claim, told)
        or _of_some(case, passage, claim)
        or _with_the_rest(case, passage, claim, told)
        or _of_new(case, passage, claim)
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
        if claim.field.startswith(f"{name}."):
            continue  # 无法提供12件，其中本机关不掌握9件 is the item
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


_TIME = regex(
    r"[上下]半年|[前一二三四1-4]个?季度|(?<!\d)\d{1,2}月?份?[-—–－至到~～]{1,2}(?:[1-9]|1[01])月|截[至止][^，,。；;]{0,8}"
    r"(?<!\d)(?:[1-9]|1[01])月"
)
"""What is of a part of the year only."""
_SHORT = 14
"""A clause that only dates the next is shorter: 截至11月底，办结申请26件."""

_WAY = regex(
    "网[站络上页]|线[上下]|信函|邮[寄政件]|电子邮[件箱]|当面|现场|窗口|传真|平台|系统|门户"
)
_SEVERAL_WAYS = regex("[、和及与或/等]|各|多种|[两二三四五]种")

_MATTER = regex(
    "(?:涉及|关于|有关|针对|围绕|反映|要求公开)(?!(?:本|我|该|全)[^，,。；;]{0,8}的)"
    "(?!政?府?信息公开|政务|政府)[^，,。；;\\d]{2,24}?(?:类|方面|等)?的?(?:政府信息公开|信息公开)?申请"
)
"""What is of one matter only: 涉及公路建设的申请."""


def _of_some(case: Case, passage: Passage, claim: Claim) -> bool:
    """Tell whether a smaller number is said to be of months, of one way to apply or of one matter.

    上半年办结15件; 通过县政府网站收到申请18件. Ways that are listed are all ways.
    """
    if not claim.field.startswith(_APPLICATIONS) or not _is_smaller(case, claim):
        return False
    *_, opening, clause = ["", *re.split("[，,。；;：:（）()\n]", _before(passage, claim.end))]
    dated = len(opening) < _SHORT and _TIME.search(opening)
    if dated or _TIME.search(clause) or _MATTER.search(clause):
        return True
    ways = [each.span() for each in _WAY.finditer(clause)]
    if not ways:
        return False
    return not _SEVERAL_WAYS.search(clause, ways[0][0], min(len(clause), ways[-1][1] + 1))


def _is_smaller(case: Case, claim: Claim) -> bool:
    tables = (held(case, name) for name in _readings(claim))
    return all(each is not None and claim.value < each.value for each in tables)


_APPLICATIONS = "applications."
_CARRIED_IN, _CONCLUDED = f"{_APPLICATIONS}carried_in", f"{_APPLICATIONS}concluded"
_ASIDE = "另"
_REST_BEHIND = regex(r"[^。；;\n]{0,24}?另(?:有|外)?[^。；;\n\d]{0,12}(\d{1,9})\s*[件宗份]")
_NEW = regex("上年|上一年|去年|结转|新收|新增|新的|到期|期满")
_NEW_NEAR = 80


def _with_the_rest(case: Case, passage: Passage, claim: Claim, told: PassageClaims) -> bool:
    """Tell whether what is told aside makes up the whole: 办结26件，另有3件为上年结转后办结."""
    behind = _REST_BEHIND.match(passage.text, claim.end)
    rest = numerals.whole(behind[1]) if behind is not None else None
    aside = _ASIDE in re.split("[。；;\n]", _before(passage, claim.start))[-1]
    if rest is None and not aside:
        return False
    tables = ((held(case, name), told.sums[name]) for name in _readings(claim))
    return any(
        table is not None and table.value in (summed, claim.value + (rest or 0))
        for table, summed in tables
    )


def _of_new(case: Case, passage: Passage, claim: Claim) -> bool:
    """Tell whether what was concluded of the year's own applications is told: 新收的已办结26件.

    That is what came in less what is carried on, where all that was carried in is concluded.
    """
    if claim.field != _CONCLUDED:
        return False
    near = passage.text[max(0, claim.start - _NEW_NEAR) : claim.end + _NEW_NEAR]
    done, carried = held(case, _CONCLUDED), held(case, _CARRIED_IN)
    if done is None or carried is None or not carried.value or not _NEW.search(near):
        return False
    return claim.value + carried.value == done.value
