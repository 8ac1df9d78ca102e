"""From clauses to claims: every number goes to the words that it is of, sentence by sentence."""

from __future__ import annotations

from govxlsx.claims import units
from govxlsx.claims.clauses import every
from govxlsx.claims.counting import REMEMBERED, of_number
from govxlsx.claims.heads import HEADS
from govxlsx.claims.model import Claim, Clause, Kind, Sentence, Token
from govxlsx.claims.naming import is_title
from govxlsx.claims.pieces import Piece, pieces
from govxlsx.claims.predicates import LOOSE_FIT
from govxlsx.claims.topics import LISTED_FIELDS, Thread, Topic
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    CARRIED_IN,
    CARRIED_OUT,
    NEW,
    RECEIVED,
    TOPIC,
)
from govxlsx.claims.vocabulary.results import LISTED
from govxlsx.claims.ways import in_all_ways
from govxlsx.claims.wholes import followed
from govxlsx.claims.zeros import zeros

_FORESEEN = frozenset(
    (
        *(Kind.CONCLUDE, Kind.CARRIED, Kind.APPLICANT, Kind.ITEM, Kind.GROUP),
        *(Kind.CHANNEL, Kind.QUANTITY, Kind.FIGURE, Kind.FOREIGN),
    )
)
"""Of what a sentence is asked before it is read; the first four tell what was done."""


def heard(clauses: list[list[Token]], thread: Thread) -> Thread:
    """Return what is known behind a sentence that claims nothing, by what steers in it."""
    thread = thread.opened(channels=0, concludes=False, results=False)
    for tokens in clauses:
        thread = thread.following(tokens)
    return thread


def read(sentence: Sentence, thread: Thread) -> tuple[list[Claim], Thread]:
    """Return the claims of a sentence, and what is known behind it."""
    channels, concludes, results = _foreseen(sentence)
    parts = _is_parting(sentence[0].tokens[0])
    thread = thread.opened(channels=channels, concludes=concludes, results=results, parts=parts)
    if thread.topic is Topic.PROCEEDINGS and _of_applications(sentence):
        thread = thread._replace(topic=Topic.APPLICATIONS)
    found: list[Claim] = []
    for clause in sentence:
        claims, thread = _clause(clause, thread)
        found.extend(claims)
    if len(thread.split) > 1:
        words = [each for clause in every(sentence) for each in clause.tokens]
        found.extend(in_all_ways(thread, words))
    if thread.unsaid:
        found = [each for each in found if each.start not in thread.unsaid]
    if len(found) > 1 and found[0].field == CARRIED_IN and _are_of_these(found, sentence):
        found = found[:1]
    return found, thread


def _are_of_these(found: list[Claim], sentence: Sentence) -> bool:
    """Tell whether results are of those carried in alone: 上年结转4件，其中公开3件、不予公开1件."""
    first, *parts = found
    told = [each.value for each in parts if each.field.count(".") == 1]
    if any(each.field in (RECEIVED, ACCEPTED, CARRIED_OUT) for each in parts):
        return False
    return sum(told) <= first.value and any(
        _is_parting(each) and first.end <= each.start < parts[0].start
        for clause in sentence
        for each in clause.tokens
    )


def _foreseen(sentence: Sentence) -> tuple[int, bool, bool]:
    """Return how many numbers of a sentence are of one channel, if it tells what was done, and how.

    公开 alone is how, where another one of the six results is named too.
    """
    channels, concludes, results = 0, False, False
    for clause in every(sentence):
        channel = False
        for each in clause.tokens:
            kind = each.kind
            if kind not in _FORESEEN:
                continue
            if kind is Kind.CHANNEL:
                channel = True
            elif kind is Kind.QUANTITY or kind is Kind.FIGURE:
                channels, channel = channels + channel, False
            elif kind is Kind.FOREIGN:
                channel = False
            elif kind is Kind.GROUP:
                results = results or each.meaning != LISTED
            else:
                concludes = True
    return channels, concludes, results


def _of_applications(sentence: Sentence) -> bool:
    """Tell whether a sentence names applications and no cases."""
    words = [each for clause in every(sentence) for each in clause.tokens]
    named = any(
        (each.kind is Kind.APPLICATION and each.meaning != TOPIC)
        or (each.kind is Kind.RECEIVE and each.meaning == NEW)
        for each in words
    )
    return named and all(each.kind not in (Kind.PROCEEDING, Kind.OUTCOME) for each in words)


def _clause(clause: Clause, thread: Thread) -> tuple[list[Claim], Thread]:
    if thread.bound and clause.opener == ";":
        thread = thread._replace(topic=Topic.STALE, bound=False)
    found: list[Claim] = []
    counted = theirs = False
    done: set[int] = set()
    for piece in pieces(clause.tokens):
        thread = _turned(
            thread,
            piece,
            first=not counted and clause.opener != "(",
        )
        if piece.number is None and (theirs or piece.kinds == {Kind.BRACKET}):
            claims: list[Claim] = []
        elif piece.number is None:
            claims, thread = _uncounted(piece, clause, thread, counted=counted)
        else:
            claims, thread = of_number(piece, thread, clause.opener)
            counted = True
            theirs = piece.number.unit in units.BODIES
        found.extend(claims)
        for row in (piece.left, piece.right) if clause.brackets else ():
            for place, each in enumerate(row):
                if each.kind is Kind.BRACKET and each.start not in done:
                    done.add(each.start)
                    inside = clause.brackets[int(each.value)]
                    claims, thread = _bracket(inside, thread, _before(row, place))
                    found.extend(claims)
    return found, thread


def _turned(thread: Thread, piece: Piece, *, first: bool) -> Thread:
    """Return the thread behind the words before a number: what they speak of, and of which year."""
    left, alone = piece.left, piece.number is None
    if alone and left[0].kind is Kind.WHOLE and thread.total is not None:
        return thread
    if piece.kinds.isdisjoint(_TURNING):
        return thread.following(left)
    if Kind.PART in piece.kinds and any(map(_is_parting, left)):
        thread = thread._replace(parted=True)
    thread = thread.following(left)
    if first:
        if Kind.SINCE in piece.kinds:
            return thread._replace(past=True)
        years = [each for each in left if each.kind in _YEARS]
        if years and years[0].kind is Kind.PRESENT:
            return thread._replace(past=False) if thread.past else thread
        if alone and len(left) == 1 and left[0].kind in (Kind.YEAR, Kind.LAST):
            return thread._replace(past=True)
    return thread


def _is_parting(token: Token) -> bool:
    """Tell whether parts of what was told follow: 其中; not 另."""
    return token.kind is Kind.PART and token.meaning in _PARTING


_YEARS = (Kind.YEAR, Kind.LAST, Kind.PRESENT)
_TURNING = frozenset((*_YEARS, Kind.PART, Kind.SINCE))


def _before(row: list[Token], place: int) -> tuple[Token, ...]:
    """Return what stands right before a bracket, which may hold its number: 不掌握（9件）."""
    found: list[Token] = []
    strange = False
    for each in reversed(row[max(0, place - REMEMBERED) : place]):
        if found and each.kind in (Kind.BRACKET, Kind.PART, *_COUNTS):
            break
        if each.kind in HEADS:
            found.append(each)
        elif not found and each.kind not in _LIGHT:
            strange = True
            if each.kind is not Kind.UNKNOWN:
                return ()
    return () if strange and found and found[0].kind not in LOOSE_FIT else tuple(found)


_SAYING_NONE = (Kind.NEGATION, Kind.PRESENT, Kind.BRINGING, Kind.WHOLE)
_COUNTS = (Kind.QUANTITY, Kind.FIGURE)
_LIGHT = (Kind.INFO, Kind.BRINGING, Kind.CLIENT)
_PARTING = ("其中", "其中含", "其中包括", "包括", "包含")


def _bracket(
    clauses: list[Clause], thread: Thread, named: tuple[Token, ...]
) -> tuple[list[Claim], Thread]:
    """Return the claims of a bracket; what is spoken of in it is left behind where it closes."""
    found: list[Claim] = []
    inside = thread._replace(compared=False)
    inside = inside._replace(named=named) if named else inside
    for clause in clauses:
        claims, inside = _clause(clause, inside)
        found.extend(claims)
    listed = inside.listed if found else thread.listed
    return found, thread._replace(listed=listed, total=thread.total, unsaid=inside.unsaid)


def _uncounted(
    piece: Piece, clause: Clause, thread: Thread, *, counted: bool
) -> tuple[list[Claim], Thread]:
    """Return the claims of words without a number: zeros, and what is said of all of a total."""
    tokens, kinds = piece.left, piece.kinds
    if thread.denied and not counted:
        claims = _going_on(tokens, thread)
        if claims:
            return claims, thread
    if thread.denied:
        thread = thread._replace(denied=False)
    whole = Kind.WHOLE in kinds or not (counted or _counts_inside(clause))
    told = thread.total is not None or bool(thread.cases)
    claims = followed(tokens, thread, clause.opener) if whole and told else []
    if claims:
        listed = (*thread.listed, *(each.field for each in claims if each.field.count(".") > 1))
        return claims, thread._replace(total=None, listed=listed[-LISTED_FIELDS:])
    if Kind.NEGATION in kinds and not thread.past:
        words = tokens
        titled = clause.opener == ":" or is_title(thread.named)
        if titled and all(each.kind in _SAYING_NONE for each in tokens):
            words = [*reversed(thread.named), *tokens]
        claims = [Claim(name, 0, start, end) for name, start, end in zeros(words, thread)]
        if claims:
            listed = (*thread.listed, *(each.field for each in claims))
            topic = (
                Topic.APPLICATIONS if claims[0].field.startswith("applications.") else thread.topic
            )
            denied = claims[-1].field.startswith("proceedings.")
            return claims, thread._replace(
                listed=listed[-LISTED_FIELDS:], total=None, topic=topic, denied=denied
            )
    kept = thread.total if _still_spoken_of(thread.total, tokens) else None
    return [], thread._replace(total=kept, named=tuple(reversed(tokens[-REMEMBERED:])))


def _still_spoken_of(total: Claim | None, tokens: list[Token]) -> bool:
    """Tell whether a total is spoken of behind words that claim nothing.

    Cases are; applications are where it was told how all of them came: 均为线上申请.
    """
    if total is None:
        return False
    came = tokens[0].kind is Kind.WHOLE and any(each.kind is Kind.CHANNEL for each in tokens)
    return "proceedings" in total.field or came


def _counts_inside(clause: Clause) -> bool:
    """Tell whether the numbers of a clause stand in its brackets: 不掌握（9件）."""
    inside = (each for row in clause.brackets for one in row for each in one.tokens)
    return any(each.kind is Kind.QUANTITY for each in inside)


def _going_on(tokens: list[Token], thread: Thread) -> list[Claim]:
    """Return the zeros that a negation reaches over a comma: 无行政复议，提起行政诉讼情形发生."""
    plain = all(
        each.kind in (Kind.PROCEEDING, Kind.JOIN, Kind.BRINGING, Kind.INFO) for each in tokens
    )
    cases = [each for each in tokens if each.kind is Kind.PROCEEDING] if plain else []
    return [Claim(each.meaning, 0, each.start, each.end) for each in cases]
