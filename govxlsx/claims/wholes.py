"""What is said of all of a total, without a number: 行政复议2件，均获维持; 3件，均由自然人提出."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.claims.model import Claim, Role, Token
from govxlsx.claims.sentence import Sentence
from govxlsx.claims.vocabulary.applications import RECEIVED

_INSIDE = r"(?:[^,;。()]|(?<=\d),(?=\d{3}))*"
_SAID = re.compile(
    rf"(?:\((?=[^()]*\d){_INSIDE}(?:[,;]{_INSIDE})*\))?(?P<opens>[,(])(?P<said>{_INSIDE})"
)
_CHANNELS = re.compile(rf",?其中(?:{_INSIDE},)?{_INSIDE}\d件,(?=均)")
_PARTLY = re.compile("其中|部分(?!答复)|另|也")
_ALL = re.compile("均|全部|都|皆|[为系属]")


def followed(sentence: Sentence, position: int, found: list[Claim]) -> Iterator[Claim]:
    """Yield the claims that the clause behind a total makes of all of it."""
    claim, quantity = found[0], sentence.tokens[position]
    if len(found) > 1 or not quantity.value:
        return
    told = max(quantity.end, claim.end)
    clause = _SAID.match(sentence.text, told)
    if clause is None:
        return
    start, end = clause.span("said")
    inside = [each for each in sentence.tokens if start <= each.start and each.end <= end]
    if any(each.role in (Role.QUANTITY, Role.FIGURE, Role.PAST) for each in inside):
        yield from _behind_channels(sentence, claim, told)
        return
    if _PARTLY.search(clause["said"]):
        return
    if any(each.role is Role.NEGATION for each in inside):
        yield from _denied(claim, inside)
        return
    whole = clause["opens"] == "(" or _ALL.search(clause["said"]) is not None
    yield from _of_all(sentence, claim, inside, whole=whole)


def _behind_channels(sentence: Sentence, claim: Claim, told: int) -> Iterator[Claim]:
    """Yield what is said of all behind a split by channels: 6件，其中信函2件，均由自然人提出."""
    split = _CHANNELS.match(sentence.text, told)
    if split is None or claim.field != RECEIVED:
        return
    end = sentence.clause_end(split.end())
    inside = [each for each in sentence.tokens if split.end() <= each.start and each.end <= end]
    if not any(each.role is Role.QUANTITY for each in inside):
        yield from _of_all(sentence, claim, inside, whole=True)


def _of_all(
    sentence: Sentence, claim: Claim, inside: list[Token], *, whole: bool
) -> Iterator[Claim]:
    for token in inside:
        name = _said_of(claim.field, token, whole=whole)
        if name and sentence.context.knows(name):
            others = token.alternatives if token.role is Role.OUTCOME else ()
            alternatives = tuple(f"{claim.field}.{each}" for each in others)
            yield Claim(name, claim.value, claim.start, token.end, alternatives)
            return


def _said_of(total: str, token: Token, *, whole: bool) -> str:
    if total.startswith("proceedings.") and total.count(".") == 1:
        if token.role is Role.OUTCOME:
            return f"{total}.{token.meaning}"
        if token.role is Role.UNDECIDED:
            return f"{total}.pending"
    if whole and token.role is Role.ITEM and token.meaning.startswith(f"{total}."):
        return token.meaning
    if whole and total == RECEIVED and token.role is Role.APPLICANT:
        return token.meaning
    return ""


def _denied(claim: Claim, inside: list[Token]) -> Iterator[Claim]:
    """Yield the zero in 该案未被复议机关纠错."""
    total = claim.field.startswith("proceedings.") and claim.field.count(".") == 1
    for token in inside:
        if total and token.role is Role.OUTCOME:
            yield Claim(f"{claim.field}.{token.meaning}", 0, claim.start, token.end)
            return
