"""Sums of money: the fee for processing information, what was charged and what was bought."""

from decimal import Decimal

from govxlsx.claims import units
from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.quantities import COUNTED
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.disclosure import AMOUNT, CHARGE, CHARGED, FEE, PROCUREMENT, PROJECTS
from govxlsx.report.figure import Number


def of_money(terms: list[Token], count: Token, thread: Thread) -> list[Claim]:
    """Return the claim of a sum of money, or of a number of purchases."""
    term = terms[0] if terms else None
    plain = term is None or term.kind is not Kind.MONEY or term.meaning in (CHARGE, CHARGED)
    if plain or (term is not None and term.meaning == PROCUREMENT and _is_charged(thread)):
        return _paid(term, terms, count, thread)
    assert term is not None
    if term.meaning == PROCUREMENT:
        term = next((each for each in terms if each.meaning in (FEE, AMOUNT)), term)
    if not thread.knows(term.meaning):
        return []
    place = min(term.start, count.start), max(term.end, count.end)
    if term.meaning == PROJECTS:
        return [Claim(PROJECTS, count.value, *place)] if count.unit in COUNTED else []
    if count.unit not in units.MONEY and count.value != 0:
        return []
    if term.meaning == PROCUREMENT and PROJECTS not in thread.listed:
        return []
    return [Claim(term.meaning, _amount(term.meaning, count), *place)]


def _amount(field: str, count: Token) -> Number:
    """Return a sum in 元, that of part two in 万元."""
    yuan = count.value * units.MONEY.get(count.unit, Decimal(1))
    value = yuan / 10_000 if field == AMOUNT else yuan
    return int(value) if value == int(value) else value


def _is_charged(thread: Thread) -> bool:
    """Tell whether 金额 alone is of what was charged, named before."""
    return thread.fee is not None or thread.decision == "fees"


_OURS = (Topic.APPLICATIONS, Topic.PROCEEDINGS)
_STRANGE = (Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN)


def _is_nothing(terms: list[Token], count: Token, thread: Thread) -> bool:
    """Tell whether nothing was charged for anything: 本年度收费总额为0."""
    alone = all(each.kind in (Kind.MONEY, Kind.PRESENT) for each in terms)
    return count.value == 0 and alone and thread.topic in (Topic.OPEN, Topic.STALE)


def _is_for_applications(term: Token, terms: list[Token], count: Token, thread: Thread) -> bool:
    """Tell whether 收费 is of applications: 依申请公开共收取费用0元; not 培训费用3万元."""
    charged = term.kind is Kind.MONEY and term.meaning in (CHARGE, CHARGED)
    other = any(each.kind in _STRANGE and each.end == term.start for each in terms)
    about = thread.topic in _OURS or any(each.kind is Kind.INFO for each in terms)
    about = about or _is_nothing(terms, count, thread)
    return charged and not other and about


def _paid(term: Token | None, terms: list[Token], count: Token, thread: Thread) -> list[Claim]:
    """Return the fee that a sentence names first and tells later: 产生信息处理费2笔，合计380元."""
    if term is None and FEE in thread.in_hand:
        return []
    plain = term is None or term.kind in (Kind.SUM, Kind.MONEY, Kind.RECEIVE)
    nothing = count.value == 0 and not count.unit
    if not plain or (count.unit not in units.MONEY and not nothing):
        return []
    if thread.fee is None and term is not None and _is_for_applications(term, terms, count, thread):
        return [Claim(FEE, _amount(FEE, count), min(term.start, count.start), count.end)]
    if thread.fee is None:
        told = AMOUNT in thread.in_hand or (term or _last(thread)).kind is not Kind.MONEY
        if told or thread.topic is not Topic.DECISIONS or not _is_charged(thread):
            return []
        start = term.start if term is not None else count.start
        return [Claim(AMOUNT, _amount(AMOUNT, count), min(start, count.start), count.end)]
    return [Claim(FEE, _amount(FEE, count), thread.fee.start, count.end)]


def _last(thread: Thread) -> Token:
    """Return what the last number was of: 行政事业性收费两项，共收取12.36万元."""
    return thread.terms[0] if thread.terms else Token(Kind.UNKNOWN, 0, 0)
