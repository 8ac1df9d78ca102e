"""The claims of the quantities: a quantity goes to the terms before it, else to the term after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govxlsx.claims.lexicon import COUNTED, MONEY
from govxlsx.claims.model import Claim, Role, Token
from govxlsx.claims.naming import named
from govxlsx.claims.sentence import Sentence
from govxlsx.claims.vocabulary.applications import CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE, PROCUREMENT, PROJECTS
from govxlsx.report.figure import Number

_EACH = re.compile(r"均|都|各|皆")
_SCALES: dict[str, Number] = {"元": 1, "万元": 10_000, "万": 10_000, "亿元": 100_000_000}
_TAKEN = re.compile(r"(?:收取|收到|合计|共计?|总计|金额|缴纳)(?:了|为|共|人民币)?$")
_CLOSED = re.compile(r"完?[毕成结了]*[,;。、()\n]|$")


def counted(sentence: Sentence, position: int) -> list[Claim]:
    """Return the claims of one quantity."""
    quantity = sentence.tokens[position]
    before, after = sentence.terms_before(position), sentence.term_after(position)
    change = bool(before) and before[0].role is Role.COLUMN
    if sentence.is_past(position) and not change:
        return []
    if before and after is not None and _takes(before[0]) and after.role is Role.APPLICATION:
        before = [after, *before]
        sentence.context.follow(after)
    terms = before
    if not terms and after is not None and _holds_after(sentence, after):
        terms = [after]
    if not terms and quantity.unit in MONEY:
        return list(_paid(sentence, position))
    found = list(_of_terms(sentence, terms, quantity)) if terms else []
    sentence.context.listed.extend(claim.field for claim in found)
    return found


def _takes(term: Token) -> bool:
    """Tell whether a term takes the noun after its number: 收到0份申请."""
    return term.role is Role.RECEIVING or (term.role is Role.STAGE and term.meaning == RECEIVED)


def _holds_after(sentence: Sentence, term: Token) -> bool:
    """Tell whether a term behind the number ends what is said: 27件已答复, not 2件答复书."""
    if term.role is Role.STAGE and term.meaning == CONCLUDED:
        return _CLOSED.match(sentence.text, term.end) is not None
    return term.role is not Role.APPLICATION or bool(term.meaning)


def _of_terms(sentence: Sentence, terms: list[Token], quantity: Token) -> Iterator[Claim]:
    start, end = min(terms[-1].start, quantity.start), max(terms[0].end, quantity.end)
    if terms[0].role is Role.TOTAL and len(terms) > 1:
        terms = terms[1:]
    if quantity.unit in MONEY or terms[0].role is Role.MONEY:
        yield from _of_money(terms[0], quantity, sentence, (start, end))
        return
    if quantity.unit not in COUNTED or isinstance(quantity.value, Decimal):
        return
    each = quantity.value == 0
    if terms[0].end <= quantity.start:
        each = each or _EACH.search(sentence.text, terms[0].end, quantity.start) is not None
    knows = sentence.context.knows
    value = -quantity.value if terms[0].meaning == "change" and _falls(terms[0]) else quantity.value
    for name, alternatives in named(sentence, terms, each=each):
        if knows(name):
            yield Claim(name, value, start, end, tuple(filter(knows, alternatives)))


def _falls(term: Token) -> bool:
    """Tell whether a change is a decrease."""
    return term.term is not None and "减少" in term.term.pattern and "增加" not in term.term.pattern


def _of_money(
    term: Token, quantity: Token, sentence: Sentence, place: tuple[int, int]
) -> Iterator[Claim]:
    if term.role is not Role.MONEY or not sentence.context.knows(term.meaning):
        return
    if term.meaning == PROJECTS:
        if quantity.unit in COUNTED:
            yield Claim(PROJECTS, quantity.value, *place)
        return
    if quantity.unit not in MONEY and quantity.value != 0:
        return
    if term.meaning == PROCUREMENT and not _of_procurement(sentence, term):
        return
    yuan = quantity.value * _SCALES.get(quantity.unit, 1)
    if term.meaning == AMOUNT:
        yield Claim(AMOUNT, _whole(Decimal(yuan) / 10_000), *place)
    elif term.meaning in (FEE, PROCUREMENT):
        yield Claim(term.meaning, _whole(yuan), *place)


def _of_procurement(sentence: Sentence, term: Token) -> bool:
    """Tell whether an amount stands behind 政府集中采购 in its sentence."""
    return any(each.meaning == PROJECTS and each.start < term.start for each in sentence.tokens)


def _whole(value: Number) -> Number:
    return int(value) if value == int(value) else value


def _paid(sentence: Sentence, position: int) -> Iterator[Claim]:
    """Yield the fee that a sentence names first and tells later: 产生信息处理费2笔，合计380元."""
    quantity = sentence.tokens[position]
    named_before = [each for each in sentence.tokens[:position] if each.meaning == FEE]
    said = sentence.text[: quantity.start]
    if named_before and _TAKEN.search(said):
        term = named_before[-1]
        yield from _of_money(term, quantity, sentence, (term.start, quantity.end))
