"""From terms to claim fields: which figures a row of terms speaks of."""

from __future__ import annotations

import re

from govxlsx.claims.context import Subject
from govxlsx.claims.documents import documents
from govxlsx.claims.model import Reading, Role, Token
from govxlsx.claims.sentence import Sentence
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    RECEIVED,
)

_DISCLOSED = "applications.disclosed"
_NEXT_YEAR = r"下|次年|明年|来年"
_TAIL = r"(?:[^,;。()\d]{0,2}[\d〇零一二两三四五六七八九十百]*[件份宗])?(?:至|到|转)?"


def named(sentence: Sentence, terms: list[Token], *, each: bool) -> list[Reading]:
    """Return the fields that terms name, the nearest term first.

    ``each``: the number holds for every one of them (均为0件), not for all together.
    """
    first = terms[0]
    rest = terms[1:]
    if rest and _leads_back(sentence, first, rest):
        return named(sentence, rest, each=each)
    reader = _READERS.get(first.role)
    found = reader(sentence, terms, each) if reader is not None else []
    others = [term for term in rest if term.role is not first.role]
    if each and others and first.role is Role.PROCEEDING and others[0].role is Role.APPLICATION:
        found = [*found, *_stage(sentence, others, each)]
    return found


def _leads_back(sentence: Sentence, first: Token, rest: list[Token]) -> bool:
    """Tell whether the second term says more than the nearest: 不予公开的申请, 重复申请不予处理."""
    second = rest[0]
    if first.role is Role.TOTAL:
        return True
    if first.role is Role.APPLICATION:
        return second.role in (
            Role.GROUP,
            Role.ITEM,
            Role.STAGE,
            Role.CARRYING,
            Role.UNDECIDED,
            Role.APPLICANT,
        ) and (second.meaning not in (RECEIVED, CONCLUDED))
    items = [each for each in rest if each.role is Role.ITEM]
    alone = len(items) == 1 and "等" not in sentence.text[second.end : first.start]
    return alone and second.role is Role.ITEM and second.meaning.startswith(f"{first.meaning}.")


def _stage(sentence: Sentence, terms: list[Token], _: bool) -> list[Reading]:
    context, first = sentence.context, terms[0]
    noun = first.role is Role.APPLICATION
    stray = noun and not first.meaning and not sentence.bare(first)
    if stray or context.subject is Subject.ELSEWHERE or sentence.of_cases(first):
        return []
    if {RECEIVED, CARRIED_IN} <= {each.meaning for each in terms if each.role is Role.STAGE}:
        return [(ACCEPTED, ())]
    clause = sentence.clause_before(first)
    for token in (*terms, *clause):
        if token.role is Role.CARRYING:
            return carried(sentence, token)
        if token.role is Role.STAGE:
            return [(token.meaning, token.alternatives)]
        if token.role is Role.RECEIVING:
            meant = noun or _receives(sentence, token, clause)
            return [(token.meaning, token.alternatives or (ACCEPTED,))] if meant else []
    told = noun and first.meaning != "bare"
    return [(RECEIVED, (ACCEPTED, CONCLUDED))] if told else []


def _receives(sentence: Sentence, token: Token, clause: list[Token]) -> bool:
    """Tell whether 收到 or 受理 without a noun speaks of applications."""
    if any(each.role is Role.APPLICATION for each in clause):
        return True
    if token.meaning != RECEIVED or sentence.text[token.start] in "提递":
        return False
    goes_on = any(each.role is Role.STAGE and each.start > token.end for each in sentence.tokens)
    subject = sentence.context.subject
    return subject is Subject.APPLICATIONS or (subject is Subject.OPEN and goes_on)


def carried(sentence: Sentence, token: Token) -> list[Reading]:
    """Tell the direction of a bare 结转 by the years beside it."""
    year = sentence.context.year
    words = sentence.text[token.start : token.end]
    written = re.search(r"20\d\d", words)
    if written is not None:
        ahead = not words.startswith(written.group())
        beside = int(written.group()) - year
        directions = {1: CARRIED_OUT, 0: CARRIED_IN, -1: CARRIED_IN} if ahead else {-1: CARRIED_IN}
        return [(directions[beside], ())] if beside in directions else []
    index = sentence.tokens.index(token)
    before = sentence.tokens[index - 1] if index else None
    if re.match(rf"{_TAIL}(?:{year + 1}年|{_NEXT_YEAR})", sentence.text[token.end :]):
        return [(CARRIED_OUT, ())]
    if before is not None and token.start - before.end < 4:
        if before.role is Role.YEAR and before.value == year - 1:
            return [(CARRIED_IN, ())]
        if before.role is Role.PAST:
            return [(CARRIED_IN, ())]
    last = sentence.context.listed[-1] if sentence.context.listed else ""
    return [(_FOLLOWS[last], ())] if last in _FOLLOWS else []


_FOLLOWS = {RECEIVED: CARRIED_IN, CONCLUDED: CARRIED_OUT}
"""What a bare 结转 is behind what was told last: 新收56件，结转2件; 办结45件，结转3件."""


def _proceedings(sentence: Sentence, terms: list[Token], each: bool) -> list[Reading]:
    same: list[Reading] = [(term.meaning, ()) for term in terms if term.role is Role.PROCEEDING]
    kinds = {name.split(".")[1][:4] for name, _ in same}
    if len(kinds) > 1 and not each:
        sentence.context.proceeding = ""
    return same if each or len(same) == 1 else []


def _results(sentence: Sentence, terms: list[Token], each: bool) -> list[Reading]:
    context, first = sentence.context, terms[0]
    if context.subject is Subject.ELSEWHERE:
        return []
    if context.subject is Subject.PROCEEDINGS:
        context.subject = Subject.APPLICATIONS
    if first.meaning == _DISCLOSED and first.end - first.start == 2:
        beside = any(each.role is Role.GROUP and each is not first for each in sentence.tokens)
        if not beside and not {CONCLUDED, RECEIVED} & set(context.listed):
            return []
    same = [term for term in terms if term.role is first.role]
    return [(term.meaning, term.alternatives) for term in same] if each or len(same) == 1 else []


def _applicants(sentence: Sentence, terms: list[Token], each: bool) -> list[Reading]:
    context, first = sentence.context, terms[0]
    if context.subject is Subject.ELSEWHERE:
        return []
    base = [name for name in context.listed if name.count(".") == 1]
    if base and base[-1] in (ACCEPTED, CONCLUDED):
        return []
    loose = sentence.text.startswith("企业", first.start)
    split = any(name.startswith(f"{RECEIVED}.") for name in context.listed)
    same: list[Reading] = [(term.meaning, ()) for term in terms if term.role is Role.APPLICANT]
    fitting = (split or not loose) and (each or len(same) == 1)
    return same if fitting else []


def _outcomes(sentence: Sentence, terms: list[Token], _: bool) -> list[Reading]:
    context, first = sentence.context, terms[0]
    if context.subject is not Subject.PROCEEDINGS:
        pending = first.role is Role.UNDECIDED and context.subject is Subject.APPLICATIONS
        return [(CARRIED_OUT, ())] if pending else []
    at = context.proceeding
    if not at:
        return []
    name = first.meaning or "pending"
    return [(f"{at}.{name}", tuple(f"{at}.{other}" for other in first.alternatives))]


def _decisions(sentence: Sentence, terms: list[Token], each: bool) -> list[Reading]:
    context = sentence.context
    column = next((term.meaning for term in terms if term.role is Role.COLUMN), "decisions")
    same = [term for term in terms if term.role is Role.DECISION]
    if not same:
        known = context.subject is Subject.DECISIONS and context.decision
        return [(f"disclosure.{context.decision}.{column}", ())] if known else []
    if len(same) > 1 and not each:
        return []
    return [(f"disclosure.{term.meaning}.{column}", ()) for term in same]


def _rest(sentence: Sentence, _: list[Token], __: bool) -> list[Reading]:
    """Return what 其他 closes: the items, the groups, the organisations, or the outcomes."""
    context = sentence.context
    last = context.listed[-1] if context.listed else ""
    if last.startswith("proceedings.") and context.proceeding:
        return [(f"{context.proceeding}.other", ())]
    if last.startswith(f"{RECEIVED}."):
        return [(f"{RECEIVED}.other_organization", ())]
    if last.startswith("applications.other."):
        return [("applications.other.rest", ())]
    if last.startswith("applications.") and last not in (RECEIVED, CARRIED_IN, CARRIED_OUT):
        return [("applications.other", ())]
    return []


def _total(sentence: Sentence, _: list[Token], __: bool) -> list[Reading]:
    """Return what 合计 adds up: 一 and 二, or the results."""
    listed = sentence.context.listed
    stages = [name for name in listed if name.count(".") == 1]
    if sentence.context.subject is Subject.PROCEEDINGS:
        total = sentence.context.proceeding
        return [(total, ())] if listed and listed[-1].startswith(f"{total}.") else []
    if set(stages[-2:]) == {RECEIVED, CARRIED_IN}:
        return [(ACCEPTED, ())]
    results = [
        name
        for name in listed
        if name.startswith("applications.") and name not in (RECEIVED, CARRIED_IN)
    ]
    return [(CONCLUDED, ())] if len(results) > 1 else []


_READERS = {
    Role.APPLICATION: _stage,
    Role.RECEIVING: _stage,
    Role.STAGE: _stage,
    Role.CARRYING: _stage,
    Role.PROCEEDING: _proceedings,
    Role.GROUP: _results,
    Role.ITEM: _results,
    Role.APPLICANT: _applicants,
    Role.OUTCOME: _outcomes,
    Role.UNDECIDED: _outcomes,
    Role.ACT: documents,
    Role.DOCUMENT: documents,
    Role.DECISION: _decisions,
    Role.COLUMN: _decisions,
    Role.REST: _rest,
    Role.TOTAL: _total,
}
