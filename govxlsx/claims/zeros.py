"""The zeros that a negation claims: 未收到申请, 无行政复议、行政诉讼, 信息处理费未发生."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.context import Subject
from govxlsx.claims.documents import ACTS
from govxlsx.claims.model import Claim, Role, Token
from govxlsx.claims.naming import carried
from govxlsx.claims.sentence import Sentence
from govxlsx.claims.vocabulary.applications import CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.disclosure import FEE

_DONE = re.compile("作出|实施|产生|发生|办理")
_ALONE = re.compile("(?:发生|产生|收取|出现|涉及|收到|有|记录)?(?:情况|情形)?")
_NOT_TAKEN = re.compile("[^,;。]{0,14}收取(?:任何)?(?:费用)?(?=[,;。\n]|$)")
_LOST = re.compile("(?:案件?)?被?(?:败诉|纠错|纠正|撤销|确认违法|责令)")
"""What is denied of cases, not that there are any: 无行政诉讼败诉情形."""
_LAST_YEAR = re.compile(r"(?:上一?年度?|去年)(?:也|亦|均)?$")
_NOT_OBJECTS = frozenset(
    (Role.STAGE, Role.GROUP, Role.ITEM, Role.CARRYING, Role.PROCEEDING, Role.APPLICANT)
)


def zeros(sentence: Sentence, position: int) -> list[Claim]:
    """Return the zeros of one negation."""
    negation = sentence.tokens[position]
    end = sentence.clause_end(negation.end)
    scope = []
    for each in sentence.tokens[position + 1 :]:
        ended = each.start >= end or each.role in (Role.QUANTITY, Role.FIGURE, Role.NEGATION)
        if ended:
            break
        scope.append(each)
    carrying = any(each.role is Role.CARRYING for each in scope)
    if _doubled(sentence, position) or (sentence.is_past(position) and not carrying):
        return []
    found = list(_of_scope(sentence, negation, scope, end))
    if not found:
        found = list(_of_terms_before(sentence, negation, end))
    sentence.context.listed.extend(each.field for each in found)
    return found


def _doubled(sentence: Sentence, position: int) -> bool:
    """Tell whether a negation denies another one: 没有未答复的."""
    if not position:
        return False
    last, negation = sentence.tokens[position - 1], sentence.tokens[position]
    between = sentence.text[last.end : negation.start]
    return last.role is Role.NEGATION and len(between) < 3 and not set(between) & set("、,")


def _of_scope(sentence: Sentence, negation: Token, scope: list[Token], end: int) -> Iterator[Claim]:
    for token in scope:
        for name in _zero(sentence, token, negation, scope, end):
            if sentence.context.knows(name):
                yield Claim(name, 0, negation.start, token.end)
    if sentence.text.startswith("增减", negation.end) and sentence.context.decision:
        yield Claim(f"disclosure.{sentence.context.decision}.change", 0, negation.start, end)
    fee = any(each.role is Role.MONEY and each.meaning == FEE for each in sentence.tokens)
    money = any(each.role is Role.MONEY for each in scope)
    if fee and not money and _NOT_TAKEN.match(sentence.text, negation.end):
        yield Claim(FEE, 0, negation.start, end)


def _of_terms_before(sentence: Sentence, negation: Token, end: int) -> Iterator[Claim]:
    """Yield the zeros of what is named before: 行政复议、行政诉讼没有发生, 信息处理费无."""
    if not _ALONE.fullmatch(sentence.text, negation.end, end):
        return
    for token in sentence.joined_before(negation):
        name = _plain_zero(token)
        if name and sentence.context.knows(name):
            yield Claim(name, 0, token.start, negation.end)


def _plain_zero(token: Token) -> str:
    """Return the field that a term names when it stands alone, "" for none."""
    if token.role in (Role.PROCEEDING, Role.MONEY, Role.GROUP, Role.APPLICANT):
        return token.meaning
    if token.role is Role.STAGE and token.meaning in (CARRIED_IN, CARRIED_OUT):
        return token.meaning
    if token.role is Role.APPLICATION and token.meaning == RECEIVED:
        return RECEIVED
    return ""


def _zero(
    sentence: Sentence, token: Token, negation: Token, scope: list[Token], end: int
) -> list[str]:
    """Return the fields that a term in the scope of a negation sets to zero."""
    context, role = sentence.context, token.role
    if role is Role.APPLICATION:
        return _no_application(sentence, token, negation, scope)
    if role is Role.CARRYING:
        return [name for name, _ in carried(sentence, token)] or _bare_carrying(sentence, negation)
    if role is Role.DECISION:
        done = _DONE.search(sentence.text, negation.end, end)
        return [f"disclosure.{token.meaning}.decisions"] if done else []
    if role is Role.DOCUMENT:
        acts = [each.meaning for each in scope if each.role is Role.ACT]
        names = (
            f"disclosure.{token.meaning}.{act}" for said in acts for act in ACTS.get(said, (said,))
        )
        return [name for name in names if context.knows(name)]
    lost = role is Role.PROCEEDING and _LOST.match(sentence.text, token.end) is not None
    plain = "" if lost else _plain_zero(token)
    return [plain] if plain else []


def _no_application(
    sentence: Sentence, token: Token, negation: Token, scope: list[Token]
) -> list[str]:
    if not token.meaning and not sentence.bare(token):
        return []
    others = [
        each
        for each in scope
        if each.start < token.start
        and each.role in _NOT_OBJECTS
        and each.meaning not in (RECEIVED, CONCLUDED)
    ]
    behind = token.end
    goes_on = any(each.role is Role.PROCEEDING and each.start - behind < 1 for each in scope)
    received = any(
        each.role is Role.RECEIVING or (each.role is Role.STAGE and each.meaning == RECEIVED)
        for each in scope
    )
    near = token.start - negation.end <= 3
    if others or goes_on or not (received or near):
        return []
    sentence.context.subject = Subject.APPLICATIONS
    return [RECEIVED]


def _bare_carrying(sentence: Sentence, negation: Token) -> list[str]:
    """Return what 无结转 denies: last year's where that stands before it, else the next year's."""
    if _LAST_YEAR.search(sentence.text[: negation.start]):
        return [CARRIED_IN]
    return [CARRIED_OUT] if CONCLUDED in sentence.context.listed else []
