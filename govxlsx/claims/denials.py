"""Which figure a negation says is zero by a word behind it: 未收到申请, 无复议, 没有收取费用."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from govxlsx.claims.heads import ACTS
from govxlsx.claims.model import Kind, Token
from govxlsx.claims.topics import OF_ANOTHER, Thread, Topic
from govxlsx.claims.vocabulary import disclosure
from govxlsx.claims.vocabulary.applicants import LOOSE
from govxlsx.claims.vocabulary.applications import (
    BARE,
    CARRIED_IN,
    CARRIED_OUT,
    CARRYING,
    NEW,
    RECEIVED,
    TOPIC,
)
from govxlsx.claims.vocabulary.proceedings import LITIGATION, LOST, RECONSIDERATION


class Denial(NamedTuple):
    """A word that is denied, and the words beside it.

    ``before`` stand before the negation, ``inside`` between it and the word, ``behind`` behind the
    word as far as the negation reaches.
    """

    negation: Token
    token: Token
    before: list[Token]
    inside: list[Token]
    behind: list[Token]
    thread: Thread


def denied(denial: Denial) -> list[str]:
    """Return the fields that a word sets to zero, [] where that is no figure."""
    reader = _READERS.get(denial.token.kind)
    return reader(denial) if reader is not None else []


_NOT_OBJECTS = (Kind.GROUP, Kind.ITEM, Kind.CARRIED, Kind.MOVE, Kind.FOREIGN, Kind.OBJECT)
_STRANGE = (Kind.FOREIGN, Kind.OBJECT)
_OTHER_MATTERS = (*_STRANGE, Kind.PROCEEDING, Kind.MONEY)
"""What is denied where it stands behind 申请; 未收到申请办理情况 denies that there were any."""

_WRITTEN = ("书面", "口头")
"""No channel among several: 没有接到书面申请 is of all."""

_BESIDE = Kind.of("CLIENT INFO JOIN PRESENT CHANNEL BRINGING APPLICANT")
"""What may stand between 没有 and the applications that there were none of."""


def _no_application(denial: Denial) -> list[str]:
    """Return the zero of 未收到申请; not where something about applications is denied."""
    inside = denial.inside
    received = any(each.kind is Kind.RECEIVE for each in inside)
    happened = all(each.kind is Kind.BRINGING for each in inside)
    happened = happened and (bool(inside) or denial.negation.meaning.endswith("涉及"))
    if denial.token.meaning == TOPIC and (denial.behind or not (received or happened)):
        return []
    whose = [each for each in denial.before[-1:] if each.kind is Kind.APPLICANT]
    if _of_some(inside) or _of_some(whose) or _of_what(denial, received=received):
        return []
    beside = received and all(each.kind not in _NOT_OBJECTS for each in inside)
    return [RECEIVED] if beside or all(each.kind in _BESIDE for each in inside) else []


def _of_some(inside: list[Token]) -> bool:
    """Tell whether only one kind of applicants or one channel is spoken of."""
    clients = [each for each in inside if each.kind in (Kind.APPLICANT, Kind.CLIENT)]
    if len(clients) == 1 and clients[0].kind is Kind.APPLICANT and clients[0].meaning != LOOSE:
        return True
    channels = [each.meaning for each in inside if each.kind is Kind.CHANNEL]
    return len(channels) == 1 and channels[0] not in _WRITTEN


def _of_what(denial: Denial, *, received: bool) -> bool:
    """Tell whether something else is denied that only has applications in its name."""
    token, inside, behind = denial.token, denial.inside, denial.behind
    bare = token.meaning == BARE
    if bare and inside and inside[-1].kind in OF_ANOTHER and inside[-1].end == token.start:
        return True
    for each in behind:
        if each.kind is Kind.JOIN:
            break
        of_all = received and each is behind[-1] and each.meaning.endswith("情况")
        if each.kind in (Kind.CARRIED, Kind.MOVE):
            return True  # 无申请件结转到下一年度
        if each.kind in _OTHER_MATTERS and not (of_all or each.meaning.endswith("失效")):
            return True
        if each.kind is Kind.UNKNOWN and bare and not received:
            return True
    return False


def _nothing_new(denial: Denial) -> list[str]:
    """Return the zero of 没有新收, which says by itself what was not received."""
    named = any(each.kind in (Kind.APPLICATION, Kind.PROCEEDING) for each in denial.behind)
    new = denial.token.meaning == NEW and not named
    return [RECEIVED] if new and _is_ours(denial) else []


def _not_carried(denial: Denial) -> list[str]:
    """Return the zero of 无结转下年, 无结转; of 上年无结转 that nothing was carried in."""
    token = denial.token
    if token.kind is Kind.CARRIED:
        return [token.meaning]
    if token.meaning not in CARRYING:
        return []
    before = [each.kind for each in denial.before if each.kind is not Kind.PART]
    if before[-1:] == [Kind.LAST]:
        return [CARRIED_IN]
    return [CARRIED_OUT] if denial.thread.topic is Topic.APPLICATIONS else []


def _no_result(denial: Denial) -> list[str]:
    """Return the zero of 无不予公开."""
    later = any(each.kind in (Kind.PROCEEDING, *_STRANGE) for each in denial.behind)
    named = denial.token.meaning.startswith("applications.")
    return [denial.token.meaning] if named and not later and _is_ours(denial) else []


def _is_ours(denial: Denial) -> bool:
    return denial.thread.topic is not Topic.ELSEWHERE


def _no_applicant(denial: Denial) -> list[str]:
    """Return the zero of 没有企业提出申请; 没有企业就行政许可提出申请 is of other applications."""
    scope = [*denial.inside, denial.token, *denial.behind]
    alone = sum(each.kind is Kind.APPLICANT for each in scope) == 1
    applied = any(each.kind in (Kind.APPLICATION, Kind.RECEIVE) for each in scope)
    others = any(each.meaning == BARE and last.kind is Kind.CAUSE for last, each in pairwise(scope))
    known = denial.token.meaning != LOOSE and _is_ours(denial)
    return [denial.token.meaning] if known and alone and applied and not others else []


def _no_case(denial: Denial) -> list[str]:
    """Return the zero of 无行政复议; of 无行政诉讼败诉 that none was lost."""
    if any(each.kind is Kind.REST for each in denial.inside):
        return []
    name = denial.token.meaning
    for last, each in pairwise([denial.token, *denial.behind]):
        if last.kind is Kind.JOIN and each.kind is Kind.OUTCOME:
            return [name]  # 无复议或败诉
        if last.kind is Kind.JOIN or each.kind is Kind.PROCEEDING:
            break
        if each.kind is Kind.OUTCOME:
            return [f"{name}.corrected"] if _is_lost(each) else []
        if each.kind in _STRANGE:
            return []
    return [f"{name}.corrected"] if any(map(_is_lost, denial.behind)) else [name]


def _is_lost(token: Token) -> bool:
    return token.kind is Kind.OUTCOME and token.meaning in ("corrected", LOST)


def _not_lost(denial: Denial) -> list[str]:
    """Return the zero of 无被撤销或败诉案件, 复议零纠错."""
    if not _is_lost(denial.token):
        return []
    both = [each.meaning for each in (*denial.before, *denial.inside)[-2:]]
    if both == [RECONSIDERATION, LITIGATION] and denial.token.meaning != LOST:
        return [f"{each}.corrected" for each in both]  # 复议诉讼未出现被纠错
    if both[-1:] in ([RECONSIDERATION], [LITIGATION]):
        # 复议零纠错, 没有答复被法院撤销.
        return [f"{both[-1]}.corrected"]
    if denial.token.meaning == LOST:
        return [f"{LITIGATION}.corrected"]
    total = denial.thread.proceeding
    known = denial.thread.topic is Topic.PROCEEDINGS and total in (RECONSIDERATION, LITIGATION)
    return [f"{total}.corrected"] if known else []


def _no_items(denial: Denial) -> list[str]:
    """Return the zero of 无行政事业性收费项目: where none is, nothing was charged or decided."""
    if denial.token.meaning == disclosure.ABOUT_DOCUMENTS:
        acts = [each for each in denial.inside if each.kind is not Kind.JOIN]
        alone = all(each.kind is Kind.ACT for each in acts)  # 未制发、废止、修改规范性文件
        return _not_done(acts, "normative_documents", denial.thread) if alone else []
    if denial.token.meaning == disclosure.ITEMS_CHARGED:
        return [] if denial.inside else [disclosure.AMOUNT]
    return _no_decision(denial) if denial.token.meaning in disclosure.DECISIONS else []


def _no_decision(denial: Denial) -> list[str]:
    """Return the zero of 未作出行政强制决定."""
    listed = all(each.kind in (Kind.DECISION, Kind.JOIN) for each in denial.inside)
    done = any(each.kind in _DOING for each in (*denial.inside, *denial.behind))
    return [f"disclosure.{denial.token.meaning}.decisions"] if listed or done else []


_DOING = (Kind.BRINGING, Kind.HANDLE)


def _no_change(denial: Denial) -> list[str]:
    """Return the zero of a column: 行政许可本年无增减."""
    change = denial.token.meaning in ("change", disclosure.GROWN) and denial.thread.decision
    return [f"disclosure.{change}.change"] if change else []


def _no_document(denial: Denial) -> list[str]:
    """Return the zeros of 未制发规章，无废止."""
    scope = [*denial.inside, denial.token, *denial.behind]
    document = denial.token.meaning
    if denial.token.kind is Kind.ACT:
        alone = {each.kind for each in scope} == {Kind.ACT}
        document = denial.thread.document if alone else ""
    acts = [each for each in scope if each.kind is Kind.ACT]
    return _not_done(acts, document, denial.thread)


def _not_done(acts: list[Token], document: str, thread: Thread) -> list[str]:
    """Return the fields of what was not done with documents."""
    words = [each.meaning for each in acts]
    names = (f"disclosure.{document}.{act}" for one in words for act in ACTS.get(one, (one,)))
    return [name for name in names if thread.knows(name)]


def _no_money(denial: Denial) -> list[str]:
    """Return the zero of 没有收取费用: of the fee where applications or disclosure are named."""
    token, thread = denial.token, denial.thread
    if token.meaning in (disclosure.FEE, disclosure.AMOUNT):
        return [token.meaning]
    if token.meaning not in (disclosure.CHARGE, disclosure.CHARGED):
        return []
    words = {each.kind for each in (*denial.before, *denial.inside, *denial.behind)}
    if not words.isdisjoint((Kind.APPLICATION, Kind.INFO)):
        return [disclosure.FEE]
    ours = thread.topic in (Topic.APPLICATIONS, Topic.PROCEEDINGS) or thread.fee is not None
    named = token.meaning == disclosure.CHARGED or Kind.CLIENT in words
    known = (named or ours or _is_of_nobody_else(denial)) and _is_ours(denial)
    return [disclosure.FEE] if known else []


def _is_of_nobody_else(denial: Denial) -> bool:
    """Tell whether 全年未收费 begins a sentence, or stands alone behind words on charges.

    Or behind the title of part six: 其他需要报告的事项：本年度未收费.
    """
    if denial.inside or denial.behind or {each.kind for each in denial.before} != {Kind.PRESENT}:
        return False
    named = {each.kind for each in denial.thread.named}
    on_charges = Kind.MONEY in named and not named.isdisjoint((Kind.NEGATION, Kind.INFO))
    return on_charges or not named or Kind.REST in named


_READERS: dict[Kind, Callable[[Denial], list[str]]] = {
    Kind.APPLICATION: _no_application,
    Kind.RECEIVE: _nothing_new,
    **dict.fromkeys((Kind.CARRIED, Kind.MOVE), _not_carried),
    **dict.fromkeys((Kind.GROUP, Kind.ITEM), _no_result),
    Kind.APPLICANT: _no_applicant,
    Kind.PROCEEDING: _no_case,
    Kind.OUTCOME: _not_lost,
    Kind.FOREIGN: _no_items,
    Kind.DECISION: _no_decision,
    Kind.COLUMN: _no_change,
    **dict.fromkeys((Kind.DOCUMENT, Kind.ACT), _no_document),
    Kind.MONEY: _no_money,
}
