"""What a negation denies of part two and of the fee: 未作出行政强制决定, 没有收取费用."""

from __future__ import annotations

from govxlsx.claims.heads import ACTS
from govxlsx.claims.model import Kind, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.disclosure import (
    AMOUNT,
    CHARGE,
    CHARGED,
    DECISIONS,
    FEE,
    GROWN,
    ITEMS_CHARGED,
)

_DOING = (Kind.BRINGING, Kind.HANDLE)


def no_items(token: Token, place: int, scope: list[Token]) -> list[str]:
    """Return the zero of 无行政事业性收费项目: where none is, nothing was charged or decided."""
    if token.meaning == ITEMS_CHARGED:
        return [AMOUNT] if place == 0 else []
    if token.meaning not in DECISIONS:
        return []
    listed = all(each.kind in (Kind.DECISION, Kind.JOIN) for each in scope[:place])
    done = listed or any(each.kind in _DOING for each in scope)
    return [f"disclosure.{token.meaning}.decisions"] if done else []


def nothing_done(token: Token, place: int, scope: list[Token], thread: Thread) -> list[str]:
    """Return the zeros of part two: 未作出行政强制决定, 未制发规章，无废止."""
    if token.kind is Kind.DECISION:
        listed = all(each.kind in (Kind.DECISION, Kind.JOIN) for each in scope[:place])
        done = listed or any(each.kind in _DOING for each in scope)
        return [f"disclosure.{token.meaning}.decisions"] if done else []
    if token.kind is Kind.COLUMN:
        change = token.meaning in ("change", GROWN) and thread.decision
        return [f"disclosure.{thread.decision}.change"] if change else []
    document = token.meaning
    if token.kind is Kind.ACT:
        document = thread.document if {each.kind for each in scope} == {Kind.ACT} else ""
    acts = [each.meaning for each in scope if each.kind is Kind.ACT]
    names = (f"disclosure.{document}.{act}" for one in acts for act in ACTS.get(one, (one,)))
    return [name for name in names if thread.knows(name)]


def no_money(token: Token, before: list[Token], scope: list[Token], thread: Thread) -> list[str]:
    """Return the zero of 没有收取费用: of the fee where applications or disclosure are named."""
    if token.meaning in (FEE, AMOUNT):
        return [token.meaning]
    if token.meaning not in (CHARGE, CHARGED):
        return []
    words = {each.kind for each in (*before, *scope)}
    if not words.isdisjoint((Kind.APPLICATION, Kind.INFO)):
        return [FEE]
    ours = thread.topic in (Topic.APPLICATIONS, Topic.PROCEEDINGS) or thread.fee is not None
    ours = ours or _is_of_nobody_else(token, before, scope, thread)
    named = token.meaning == CHARGED or Kind.CLIENT in words
    return [FEE] if (named or ours) and thread.topic is not Topic.ELSEWHERE else []


def _is_of_nobody_else(
    token: Token, before: list[Token], scope: list[Token], thread: Thread
) -> bool:
    """Tell whether 全年未收费 begins a sentence, or stands alone behind words on charges.

    Or behind the title of part six: 其他需要报告的事项：本年度未收费.
    """
    if scope != [token] or {each.kind for each in before} != {Kind.PRESENT}:
        return False
    named = {each.kind for each in thread.named}
    on_charges = Kind.MONEY in named and not named.isdisjoint((Kind.NEGATION, Kind.INFO))
    return on_charges or not named or Kind.REST in named
