"""From the words beside a number to the figures that it is of: one module a kind of words."""

from collections.abc import Callable

from govxlsx.claims.heads.applicants import applicants
from govxlsx.claims.heads.cases import decides, is_of_any_kind, outcomes, proceedings
from govxlsx.claims.heads.closing import rest, together
from govxlsx.claims.heads.published import ACTS, decisions, documents
from govxlsx.claims.heads.results import results
from govxlsx.claims.heads.sharing import BETWEEN, joined
from govxlsx.claims.heads.stages import carried_over, is_result, is_with_others, moved, stage
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.disclosure import ADDED, OTHER_SERVICES
from govxlsx.claims.vocabulary.results import LISTED

__all__ = [
    "ACTS",
    "HEADS",
    "decides",
    "is_of_any_kind",
    "is_result",
    "is_with_others",
    "named",
    "together",
]


def named(terms: list[Token], thread: Thread, *, each: bool) -> list[Reading]:
    """Return the fields that the words before a number name; ``terms`` are they, the nearest first.

    ``each``: the number holds for every one of them (均为0件), not for all together.
    """
    if not terms:
        return []
    head = terms[0]
    if head.meaning == ADDED and any(each.kind in _ADDED_TO for each in terms):
        terms = terms[1:]
        head = next(each for each in terms if each.kind in _ADDED_TO)
        if head.meaning == OTHER_SERVICES:
            return [(f"disclosure.{OTHER_SERVICES}.change", ())]
    if head.kind is Kind.RECEIVE and thread.topic is Topic.PROCEEDINGS:
        head = next((each for each in terms if each.kind is Kind.PROCEEDING), head)
        terms = [head, *(one for one in terms if one is not head)]
    if head.kind is Kind.APPLICATION and (better := _telling(terms)) is not None:
        head = better
        terms = [head, *(one for one in terms if one is not head)]
    reader = _READERS.get(head.kind)
    found = reader(head, terms, thread, each) if reader is not None else []
    return [*found, *_beside(terms, thread)] if each and found else found


_ADDED_TO = (Kind.DECISION, Kind.APPLICATION, Kind.PROCEEDING)
"""What 新增 says nothing more of: 行政处罚新增12件."""


def _telling(terms: list[Token]) -> Token | None:
    """Return what says more of 申请 than that it was received: 不予公开的申请, 自然人申请."""
    for each in terms[1:]:
        if each.kind in (Kind.RECEIVE, Kind.JOIN, Kind.CONCLUDE, Kind.HANDLE):
            return None
        if each.kind in (Kind.GROUP, Kind.ITEM, Kind.CARRIED, Kind.UNDECIDED):
            return None if each.meaning == LISTED else each
        if each.kind in (Kind.APPLICANT, Kind.REST):
            return each
    return None


def _beside(terms: list[Token], thread: Thread) -> list[Reading]:
    """Return what stands beside the words that share a number: 申请、复议、诉讼均为0件."""
    rest = terms[terms.index(joined(terms)[-1]) + 1 :]
    nouns = [one for one in rest if one.kind not in (*BETWEEN, Kind.APPLICATION)]
    pair = (terms[0].kind, nouns[0].kind if nouns else Kind.UNKNOWN)
    if pair != _LAST_OF_ALL:
        nouns = [one for one in rest if one.kind not in BETWEEN]
        pair = (terms[0].kind, nouns[0].kind if nouns else Kind.UNKNOWN)
    if pair in _NEIGHBOURS and any(one.kind is Kind.JOIN for one in rest):
        return _READERS[nouns[0].kind](nouns[0], nouns, thread, True)
    return []


_LAST_OF_ALL = (Kind.REST, Kind.APPLICANT)

_NEIGHBOURS = ((Kind.PROCEEDING, Kind.APPLICATION), _LAST_OF_ALL)
"""What may share a number with what stands before it."""

_READERS: dict[Kind, Callable[[Token, list[Token], Thread, bool], list[Reading]]] = {
    **dict.fromkeys((Kind.APPLICATION, Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE), stage),
    Kind.CARRIED: carried_over,
    Kind.MOVE: moved,
    Kind.PROCEEDING: proceedings,
    **dict.fromkeys((Kind.GROUP, Kind.ITEM), results),
    Kind.APPLICANT: applicants,
    **dict.fromkeys((Kind.OUTCOME, Kind.UNDECIDED), outcomes),
    **dict.fromkeys((Kind.ACT, Kind.DOCUMENT), documents),
    **dict.fromkeys((Kind.DECISION, Kind.COLUMN), decisions),
    Kind.REST: rest,
    Kind.SUM: lambda head, terms, thread, each: together(thread),
}

HEADS = frozenset((*_READERS, Kind.MONEY, Kind.CHANNEL))
"""What a number can be of."""
