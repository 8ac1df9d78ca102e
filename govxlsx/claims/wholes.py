"""What is said of all of a total, without a number: 行政复议2件，均获维持; 3件，均由自然人提出."""

from __future__ import annotations

from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.topics import Thread
from govxlsx.claims.vocabulary.applicants import LOOSE
from govxlsx.claims.vocabulary.applications import CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.proceedings import AFTER, DIRECT, LOST
from govxlsx.claims.vocabulary.results import LISTED, REST

_OTHERS = {"dismissed": ("upheld", ("other",)), LOST: ("corrected", ())}


def followed(tokens: list[Token], thread: Thread, *, bracket: bool) -> list[Claim]:
    """Return the claims that a clause without a number makes of the total told before it."""
    claim = thread.total
    if claim is None or any(each.kind is Kind.PART for each in tokens):
        return []
    cases = claim.field.startswith("proceedings.") and claim.field.count(".") == 1
    if any(each.kind is Kind.NEGATION for each in tokens):
        return _denied(claim, tokens) if cases else []
    if thread.parted and claim.field in (DIRECT, AFTER) and not bracket:
        return []
    whole = bracket or any(each.kind is Kind.WHOLE for each in tokens)
    for each in tokens:
        name, others = _said_of(claim.field, each, cases=cases, whole=whole)
        if name and thread.knows(name):
            alternatives = tuple(f"{claim.field}.{other}" for other in others)
            return [Claim(name, claim.value, claim.start, each.end, alternatives)]
    return []


def _said_of(total: str, token: Token, *, cases: bool, whole: bool) -> tuple[str, tuple[str, ...]]:
    name, kind = "", token.kind
    if cases and kind is Kind.OUTCOME:
        name, others = _OTHERS.get(token.meaning, (token.meaning, ()))
        return f"{total}.{name}", others
    if cases and kind is Kind.UNDECIDED:
        name = f"{total}.pending"
    elif cases and kind is Kind.ITEM and token.meaning == REST:
        name = f"{total}.other"
    elif (kind is Kind.ITEM and token.meaning.startswith(f"{total}.")) or (
        whole and (total, kind) in _OF_ALL and token.meaning not in (LISTED, LOOSE)
    ):
        name = token.meaning
    return name, ()


_OF_ALL = ((CONCLUDED, Kind.GROUP), (RECEIVED, Kind.APPLICANT))
"""Of which totals words with 均 tell how all of them were."""


def _denied(claim: Claim, tokens: list[Token]) -> list[Claim]:
    """Return the zero in 该案未被复议机关纠错."""
    for each in tokens:
        if each.kind is Kind.OUTCOME and each.meaning in ("corrected", LOST):
            return [Claim(f"{claim.field}.corrected", 0, claim.start, each.end)]
    return []
