"""From a clause to its pieces: every number with the words that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from govxlsx.claims.heads import HEADS
from govxlsx.claims.model import Kind, Token
from govxlsx.claims.predicates import LOOSE_FIT, said_behind
from govxlsx.claims.scanning import WITHIN
from govxlsx.claims.vocabulary.applications import OWN

COUNTS = (Kind.QUANTITY, Kind.FIGURE)
_SKIPPED = frozenset(
    (
        Kind.WHOLE,
        Kind.EACH,
        Kind.PRESENT,
        Kind.BRACKET,
        Kind.INFO,
        Kind.PART,
        Kind.CLIENT,
        Kind.JOIN,
        Kind.BRINGING,
        Kind.LAST,
        Kind.REACHING,
        Kind.CAUSE,
        Kind.NEXT,
        Kind.COMPARED,
    )
)
"""What may stand between a number and what it is of."""

_STRANGE = (Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN, Kind.NEGATION)
GROUPED = ("项", "类", "种", "者", "个", "方面")


class Piece(NamedTuple):
    """A number with the words before it and behind it, the number itself None at a clause's end.

    ``terms`` are what it is of, the nearest first; ``past`` where it is another year's or a
    difference; ``reached`` where a comparison ends in it (增至83件).
    """

    left: list[Token]
    number: Token | None
    right: list[Token]
    terms: list[Token]
    behind: bool = False
    past: bool = False
    reached: bool = False


def pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Yield the pieces of a clause; the last has no count where words are left over."""
    if all(each.kind not in COUNTS for each in tokens):
        if tokens:
            yield Piece(tokens, None, [], [])
        return
    tokens = _without_tallies(tokens)
    at, size = 0, len(tokens)
    places = [place for place, each in enumerate(tokens) if each.kind in COUNTS]
    for number, place in enumerate(places):
        left = tokens[at:place]
        last = number + 1 == len(places)
        end = size if last else places[number + 1]
        right = _up_to_join(tokens, place + 1, end, last=last)
        counted = number > 0 and all(each.kind is Kind.APPLICATION for each in left)
        piece, used = _piece(left, tokens[place], right, counted=counted)
        yield piece
        at = place + 1 + used
    if at < size:
        left = tokens[at:]
        yield Piece(left, None, [], [])


def _without_tallies(tokens: list[Token]) -> list[Token]:
    """Return the tokens without numbers that only say how many things were named: 三项均为0.

    Nor how many people stand behind the number of applications: 申请9人次9件.
    """
    if all(each.unit not in _TALLIED for each in tokens[:-1]):
        return tokens
    pairs = pairwise(tokens)
    left = [each for at, (each, behind) in enumerate(pairs) if not _is_tally(each, behind, at)]
    return [*left, tokens[-1]]


_HEADS_COUNTED = ("人", "人次", "名", "位", "户", "家", "批", "批次")
_TALLIED = frozenset((*GROUPED, *_HEADS_COUNTED))
_COUNTED_TOGETHER = (Kind.WHOLE, Kind.EACH, Kind.SUM)


def _is_tally(number: Token, behind: Token, at: int) -> bool:
    """Tell whether a number is no figure: of what was named before, of people before a figure."""
    if number.kind not in COUNTS:
        return False
    if number.unit in _HEADS_COUNTED:
        return behind.kind is Kind.QUANTITY and behind.start == number.end
    return number.unit in GROUPED and at > 0 and behind.kind in _COUNTED_TOGETHER


def _up_to_join(tokens: list[Token], start: int, end: int, *, last: bool) -> list[Token]:
    """Return the words behind a number up to 、 or 和 where the next number's begin."""
    if last:
        return tokens[start:end]
    if start < end and tokens[end - 1].kind is Kind.CONCLUDE and _is_of_next(tokens, start, end):
        end -= 1
    for place in range(start, end):
        if tokens[place].kind is Kind.JOIN:
            return tokens[start:place]
    return tokens[start:end]


def _is_of_next(tokens: list[Token], start: int, end: int) -> bool:
    """Tell whether 办结 between two numbers is of the second: 19件申请已办结18件."""
    noun = tokens[start : end - 1]
    near = tokens[end].start - tokens[end - 1].end <= 1
    return near and all(each.kind is Kind.APPLICATION for each in noun)


def _piece(
    left: list[Token], count: Token, right: list[Token], *, counted: bool
) -> tuple[Piece, int]:
    """Return the piece of a number, and how many of the words behind it belong to it.

    ``counted``: the noun before it has its own number: 15件申请中的6件予以公开.
    """
    past, reached = _past(left, count)
    past = past or (bool(right) and right[0].kind is Kind.REACHING)
    head = _NOTHING if counted and left else _head(left, count)
    if head >= 0:
        if left[head].kind is Kind.REST and right and right[0].meaning == WITHIN:
            return Piece(left, count, right, [], False, past, reached), 0
        if left[head].kind is Kind.REST and (terms := said_behind(right, strange=False)):
            return Piece(left, count, right, terms, True, past, reached), right.index(terms[0]) + 1
        before = [each for each in reversed(left[:head]) if each.kind is not Kind.BRACKET]
        light = (*_STRANGE, Kind.BRACKET)
        beside = [each for each in reversed(left[head + 1 :]) if each.kind not in light]
        terms = [left[head], *beside, *before]
        used = 0
        noun = _noun_behind(left, right)
        if noun >= 0:
            terms, used = [right[noun], *terms], noun + 1
        return Piece(left, count, right, terms, False, past, reached), used
    if (
        count.kind is Kind.FIGURE
        or head == _BLOCKED
        or (reached and not any(each.kind in HEADS for each in right))
    ):
        return Piece(left, count, right, [], False, past, reached), 0
    if head == _NOTHING and _are_there(left, count, right):
        return Piece(left, count, right, [right[0], *left], True, past, reached), 1
    terms = said_behind(right, strange=head == _STRANGE_LEFT)
    used = right.index(terms[0]) + 1 if terms else 0
    return Piece(left, count, right, terms, True, past, reached), used


def _are_there(left: list[Token], count: Token, right: list[Token]) -> bool:
    """Tell whether a number is of the applications behind it, of which no more is said.

    全年共有0件依申请公开; 有2件依申请公开 without a year or in a part is of some.
    """
    if [each.kind for each in right] != [Kind.APPLICATION] or right[0].meaning != OWN:
        return False
    kinds = {each.kind for each in left}
    return kinds == {Kind.PRESENT} or (not kinds and count.value == 0)


SHARES = ("占", "占比")
"""What compares with a whole, not with another year: 自然人占4件."""

_BLOCKED, _STRANGE_LEFT, _NOTHING = -1, -2, -3


def _head(left: list[Token], count: Token) -> int:
    """Return the place of what stands before a number, or why there is none."""
    added = -1
    apiece, stray = _is_apiece(left, count), False
    for place in range(len(left) - 1, -1, -1):
        each = left[place]
        if each.kind in _SKIPPED:
            if each.meaning == WITHIN:
                return added if added >= 0 else _NOTHING
            stray = stray and each.kind is not Kind.JOIN
            continue
        if apiece and each.kind in _STRANGE:
            stray = True
            continue
        if each.kind is Kind.SUM:
            added = place if added < 0 else added
            continue
        if each.kind in HEADS:
            return _BLOCKED if stray else place
        if each.kind is Kind.UNKNOWN:
            typo = each.end - each.start == 1 and place and left[place - 1].kind in LOOSE_FIT
            if typo:
                continue
            if each.end < count.start and place == len(left) - 1:
                return added if added >= 0 else _NOTHING
            return added if added >= 0 else _STRANGE_LEFT
        return added if added >= 0 else _BLOCKED
    return added if added >= 0 else _NOTHING


def _is_apiece(left: list[Token], count: Token) -> bool:
    """Tell whether a number is of each of what is named, strange or not: 复议、举报均为0."""
    if not left or left[-1].kind not in (Kind.EACH, Kind.WHOLE):
        return False
    return left[-1].kind is Kind.EACH or count.value == 0


def _noun_behind(left: list[Token], right: list[Token]) -> int:
    """Return the place of the noun behind a number, -1 for none: 收到12件…, 制发3件…."""
    kinds = {each.kind for each in left}
    if Kind.ACT in kinds and Kind.DOCUMENT not in kinds:
        return 0 if right and right[0].kind is Kind.DOCUMENT else -1
    if Kind.APPLICATION in kinds or kinds.isdisjoint(_TAKING):
        return -1
    for place, each in enumerate(right):
        if each.kind in (Kind.APPLICATION, Kind.FOREIGN, Kind.PROCEEDING):
            return place
        if each.kind not in (
            Kind.INFO,
            Kind.CLIENT,
            Kind.APPLICANT,
            Kind.CAUSE,
            Kind.CHANNEL,
            Kind.UNKNOWN,
            Kind.BRINGING,
        ):
            return -1
    return -1


_TAKING = (Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)


def _past(left: list[Token], count: Token) -> tuple[bool, bool]:
    """Tell whether a number is another year's or a difference, and whether one ends in it."""
    for each in reversed(left):
        if each.kind is Kind.COMPARED and each.meaning in SHARES and count.kind is Kind.QUANTITY:
            continue
        if each.kind is Kind.REACHING:
            return False, True
        if each.kind in (Kind.COMPARED, Kind.LAST, Kind.YEAR, Kind.NEXT, Kind.SINCE):
            return True, False
    return False, False
