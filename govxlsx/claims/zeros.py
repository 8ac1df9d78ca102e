"""The zeros that a negation claims: 未收到申请, 无行政复议、行政诉讼, 信息处理费未发生."""

from collections.abc import Iterator

from govxlsx.claims.denials import Denial, denied
from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import RECEIVED
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE

_REACH = 40
"""So many words a negation reaches over; no clause that people write is longer."""

_EMPTY = Kind.of("JOIN WHOLE PRESENT BRINGING RECEIVE BRACKET")
_BETWEEN = Kind.of("JOIN WHOLE PRESENT INFO CLIENT BRINGING CAUSE LAST EACH")


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
    beside = (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2])
    return any(each.kind in (Kind.NEGATION, Kind.UNDECIDED) for each in beside)


def _of_others(before: list[Token]) -> bool:
    """Tell whether what is denied is denied of the rest only, or of another year."""
    kinds = [each.kind for each in before if each.kind is not Kind.PART]
    past = Kind.LAST in kinds or Kind.YEAR in kinds
    return Kind.REST in kinds or (past and Kind.PRESENT not in kinds and kinds[-1] is not Kind.LAST)


def _of_scope(
    negation: Token, before: list[Token], scope: list[Token], thread: Thread
) -> list[Claim]:
    """Return the zeros of the words behind a negation."""
    return [
        Claim(name, 0, negation.start, each.end)
        for at, each in enumerate(scope)
        if not (each.kind is Kind.ITEM and negation.meaning.endswith("涉及"))
        for name in denied(Denial(negation, each, before, scope[:at], scope[at + 1 :], thread))
    ]


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
        if each.kind in _BETWEEN:
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
