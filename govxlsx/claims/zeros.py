"""The zeros that a negation claims: 未收到申请, 无行政复议、行政诉讼, 信息处理费未发生."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govxlsx.claims.denials import no_items, no_money, nothing_done
from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.topics import OF_ANOTHER, Thread, Topic
from govxlsx.claims.vocabulary.applicants import LOOSE
from govxlsx.claims.vocabulary.applications import (
    BARE,
    CARRIED_IN,
    CARRIED_OUT,
    CARRYING,
    CONCLUDED,
    NEW,
    RECEIVED,
    TOPIC,
)
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE
from govxlsx.claims.vocabulary.proceedings import LITIGATION, LOST, RECONSIDERATION

_REACH = 40
"""So many words a negation reaches over; no clause that people write is longer."""

_EMPTY = frozenset((Kind.JOIN, Kind.WHOLE, Kind.PRESENT, Kind.BRINGING, Kind.RECEIVE, Kind.BRACKET))
_NOT_OBJECTS = (Kind.GROUP, Kind.ITEM, Kind.CARRIED, Kind.MOVE, Kind.FOREIGN, Kind.OBJECT)
_STRANGE = (Kind.FOREIGN, Kind.OBJECT)


def zeros(tokens: list[Token], thread: Thread) -> list[Claim]:
    """Return the zeros of a row of words without a number."""
    found: list[Claim] = []
    places = [place for place, each in enumerate(tokens) if each.kind is Kind.NEGATION]
    for number, place in enumerate(places):
        end = places[number + 1] if number + 1 < len(places) else len(tokens)
        left = places[number - 1] + 1 if number else 0
        before = tokens[max(left, place - _REACH) : place]
        if _denied_twice(tokens, place) or _of_others(before):
            continue
        scope = _own(tokens[place + 1 : min(end, place + 1 + _REACH)], tokens[end : end + 1])
        told = _of_scope(tokens[place], before, scope, thread)
        told = told or list(_of_before(tokens[place], before, scope, thread))
        found.extend(told or _of_fee(tokens[place], scope, thread))
    return [each for each in found if thread.knows(each.field)]


def _own(scope: list[Token], behind: list[Token]) -> list[Token]:
    """Return what a negation denies of the words behind it: 零纠错、诉讼零败诉 denies no 诉讼."""
    if not behind or behind[0].meaning != "零":
        return scope
    joins = [place for place, each in enumerate(scope) if each.kind is Kind.JOIN]
    return scope[: joins[-1]] if joins else scope


def _denied_twice(tokens: list[Token], place: int) -> bool:
    """Tell whether a negation denies another one: 没有未答复的."""
    last = tokens[place - 1] if place else None
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return any(
        each is not None and each.kind in (Kind.NEGATION, Kind.UNDECIDED) for each in (last, behind)
    )


def _of_others(before: list[Token]) -> bool:
    """Tell whether what is denied is denied of the rest only, or of another year."""
    past = any(each.kind in (Kind.LAST, Kind.YEAR) for each in before)
    now = any(each.kind is Kind.PRESENT for each in before)
    rest = any(each.kind is Kind.REST for each in before)
    return rest or (past and not now and not _only_last(before))


def _only_last(before: list[Token]) -> bool:
    return bool(before) and before[-1].kind is Kind.LAST


def _of_scope(
    negation: Token, before: list[Token], scope: list[Token], thread: Thread
) -> list[Claim]:
    return [
        Claim(name, 0, negation.start, each.end)
        for place, each in enumerate(scope)
        if not (each.kind is Kind.ITEM and negation.meaning.endswith("涉及"))
        for name in _zero(each, place, before, scope, thread)
    ]


def _zero(
    token: Token, place: int, before: list[Token], scope: list[Token], thread: Thread
) -> list[str]:
    """Return the fields that a word in the scope of a negation sets to zero."""
    kind = token.kind
    found: list[str] = []
    if kind is Kind.APPLICATION:
        found = _no_application(token, place, scope, thread)
    elif kind is Kind.RECEIVE:
        found = _nothing_new(token, scope[place:], thread)
    elif kind is Kind.PROCEEDING:
        others = any(each.kind is Kind.REST for each in scope[:place])
        found = [] if others else _no_case(token, place, scope)
    elif kind is Kind.OUTCOME:
        found = _not_lost(token, [*before, *scope[:place]], thread)
    elif kind in (Kind.CARRIED, Kind.MOVE):
        found = _not_carried(token, before, thread)
    elif kind in (Kind.GROUP, Kind.ITEM, Kind.APPLICANT):
        found = _no_result(token, place, scope, thread)
    elif kind is Kind.FOREIGN:
        found = no_items(token, place, scope)
    elif kind is Kind.MONEY:
        found = no_money(token, before, scope, thread)
    elif kind in (Kind.DECISION, Kind.DOCUMENT, Kind.COLUMN, Kind.ACT):
        found = nothing_done(token, place, scope, thread)
    return found


def _nothing_new(token: Token, behind: list[Token], thread: Thread) -> list[str]:
    """Return the zero of 没有新收, which says by itself what was not received."""
    named = any(each.kind in (Kind.APPLICATION, Kind.PROCEEDING) for each in behind)
    return [RECEIVED] if token.meaning == NEW and not named and _is_ours(thread) else []


def _is_ours(thread: Thread) -> bool:
    return thread.topic is not Topic.ELSEWHERE


def _not_carried(token: Token, before: list[Token], thread: Thread) -> list[str]:
    if token.kind is Kind.CARRIED:
        return [token.meaning]
    if token.meaning not in CARRYING:
        return []
    if _only_last(before):
        return [CARRIED_IN]
    told = CONCLUDED in thread.listed or thread.topic is Topic.APPLICATIONS
    return [CARRIED_OUT] if told else []


def _no_result(token: Token, place: int, scope: list[Token], thread: Thread) -> list[str]:
    if thread.topic is Topic.ELSEWHERE or not token.meaning.startswith("applications."):
        return []
    if token.kind is Kind.APPLICANT:
        alone = sum(each.kind is Kind.APPLICANT for each in scope) == 1
        applied = any(each.kind in (Kind.APPLICATION, Kind.RECEIVE) for each in scope)
        # 没有企业就行政许可提出申请 is of other applications.
        others = any(
            each.meaning == BARE and last.kind is Kind.CAUSE for last, each in pairwise(scope)
        )
        return [token.meaning] if alone and applied and not others else []
    later = any(each.kind in (Kind.PROCEEDING, *_STRANGE) for each in scope[place + 1 :])
    return [] if later else [token.meaning]


_OTHER_MATTERS = (*_STRANGE, Kind.PROCEEDING, Kind.MONEY)
"""What is denied where it stands behind 申请; 未收到申请办理情况 denies that there were any."""

_WRITTEN = ("书面", "口头")
"""No channel among several: 没有接到书面申请 is of all."""


def _no_application(token: Token, place: int, scope: list[Token], thread: Thread) -> list[str]:
    """Return the zero of 未收到申请; not where something about applications is denied."""
    before, behind = scope[:place], scope[place + 1 :]
    received = any(each.kind is Kind.RECEIVE for each in before)
    happened = bool(before) and all(each.kind is Kind.BRINGING for each in before)
    if token.meaning == TOPIC and (behind or not (received or happened)):
        return []
    if any(each.kind in _NOT_OBJECTS for each in before):
        return []
    if _of_some(before) or _of_what(token, before, behind, received=received):
        return []
    concluded = any(each.kind in (Kind.CONCLUDE, Kind.HANDLE) for each in before)
    near = all(each.kind in _BESIDE for each in before)
    return [RECEIVED] if received or (near and not concluded) else []


_BESIDE = Kind.of("CLIENT INFO JOIN PRESENT CHANNEL BRINGING APPLICANT")
"""What may stand between 没有 and the applications that there were none of."""


def _of_some(before: list[Token]) -> bool:
    """Tell whether only one kind of applicants or one channel is spoken of."""
    clients = [each for each in before if each.kind in (Kind.APPLICANT, Kind.CLIENT)]
    if len(clients) == 1 and clients[0].kind is Kind.APPLICANT and clients[0].meaning != LOOSE:
        return True
    channels = [each.meaning for each in before if each.kind is Kind.CHANNEL]
    if any(each.endswith(("答复", "办结", "办理")) for each in channels):
        return True
    return len(channels) == 1 and channels[0] not in _WRITTEN


def _of_what(token: Token, before: list[Token], behind: list[Token], *, received: bool) -> bool:
    """Tell whether something else is denied that only has applications in its name."""
    bare = token.meaning == BARE
    if bare and before and before[-1].kind in OF_ANOTHER and before[-1].end == token.start:
        return True
    for each in behind:
        if each.kind is Kind.JOIN:
            break
        of_all = received and each is behind[-1] and each.meaning.endswith("情况")
        if each.kind in _OTHER_MATTERS and not (of_all or each.meaning.endswith("失效")):
            return True
        if each.kind is Kind.UNKNOWN and bare and not received:
            return True
    return False


def _no_case(token: Token, place: int, scope: list[Token]) -> list[str]:
    """Return the zero of 无行政复议; of 无行政诉讼败诉 that none was lost."""
    for each in scope[place + 1 :]:
        if each.kind is Kind.JOIN or each.kind is Kind.PROCEEDING:
            break
        if each.kind is Kind.OUTCOME:
            lost = each.meaning in ("corrected", LOST)
            return [f"{token.meaning}.corrected"] if lost else []
        if each.kind in _STRANGE:
            return []
    behind = [each for each in scope[place + 1 :] if each.kind is Kind.OUTCOME]
    lost = any(each.meaning in ("corrected", LOST) for each in behind)
    return [f"{token.meaning}.corrected"] if lost else [token.meaning]


def _not_lost(token: Token, before: list[Token], thread: Thread) -> list[str]:
    """Return the zero of 无被撤销或败诉案件, 复议零纠错."""
    if token.meaning not in ("corrected", LOST):
        return []
    if before and before[-1].kind is Kind.PROCEEDING:
        return [f"{before[-1].meaning}.corrected"]
    if token.meaning == LOST:
        return [f"{LITIGATION}.corrected"]
    total = thread.proceeding
    known = thread.topic is Topic.PROCEEDINGS and total in (RECONSIDERATION, LITIGATION)
    return [f"{total}.corrected"] if known else []


def _of_fee(negation: Token, scope: list[Token], thread: Thread) -> list[Claim]:
    """Return the zero of a fee named before: 信息处理费可以收取，本年度未向任何申请人收取."""
    plain = all(each.kind in _EMPTY or each.kind is Kind.CLIENT for each in scope)
    if thread.fee is None or not plain or FEE in thread.listed:
        return []
    return [Claim(FEE, 0, negation.start, scope[-1].end if scope else negation.end)]


def _of_before(
    negation: Token, before: list[Token], scope: list[Token], thread: Thread
) -> Iterator[Claim]:
    """Yield the zeros of what is named before: 行政复议、行政诉讼没有发生, 信息处理费无."""
    if not all(each.kind in _EMPTY for each in scope):
        return
    for each in reversed(before):
        if each.kind in (
            Kind.JOIN,
            Kind.WHOLE,
            Kind.PRESENT,
            Kind.INFO,
            Kind.CLIENT,
            Kind.BRINGING,
            Kind.CAUSE,
            Kind.LAST,
            Kind.EACH,
        ):
            continue
        name = _plain(each)
        if not name or thread.topic is Topic.ELSEWHERE:
            return
        yield Claim(name, 0, each.start, negation.end)


def _plain(token: Token) -> str:
    """Return the field that a word names when it stands alone, "" for none."""
    if token.kind in (Kind.PROCEEDING, Kind.GROUP, Kind.ITEM, Kind.CARRIED):
        return token.meaning if "." in token.meaning else ""
    if token.kind is Kind.MONEY:
        return token.meaning if token.meaning in (FEE, AMOUNT) else ""
    if token.kind is Kind.DECISION:
        return f"disclosure.{token.meaning}.decisions"
    return RECEIVED if token.kind is Kind.APPLICATION else ""
