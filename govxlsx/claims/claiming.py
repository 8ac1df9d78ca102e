"""From a number and the words that it is of to the claims that it makes."""

from decimal import Decimal
from itertools import pairwise

from govxlsx.claims import units
from govxlsx.claims.heads import HEADS, is_result, named
from govxlsx.claims.model import Claim, Kind, Piece, Reading, Token
from govxlsx.claims.quantities import COUNTED
from govxlsx.claims.sums import of_money
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import RECEIVED
from govxlsx.claims.vocabulary.asides import WHY
from govxlsx.claims.vocabulary.results import LISTED

_APIECE = (Kind.EACH, Kind.WHOLE)


def claims_of(piece: Piece, terms: list[Token], count: Token, thread: Thread) -> list[Claim]:
    """Return what a number claims; ``terms`` are the words that it is of, the nearest first."""
    if count.unit in units.MONEY or (terms and terms[0].kind is Kind.MONEY):
        return of_money(terms, count, thread)
    if thread.powers and count.unit == "项" and terms and terms[0].kind is Kind.DECISION:
        return []
    if isinstance(count.value, Decimal) or not terms or not _fits(count, terms, thread):
        return []
    if _only_touches(piece, terms[0], thread) if piece.behind else _are_touched(piece, terms):
        return []
    each = count.value == 0 or not (piece.behind or piece.kinds.isdisjoint(_APIECE))
    fewer = terms[0].kind is Kind.COLUMN and terms[0].meaning == "fewer"
    value = -count.value if fewer else count.value
    start, end = count.start, count.end
    for one in terms[:1] if piece.behind else terms:
        if one.kind in HEADS:
            start, end = min(start, one.start), max(end, one.end)
    readings = named(terms, thread, each=each)
    if piece.behind:
        readings = [*_cases(piece, terms, thread), *readings]
    return [
        Claim(name, value, start, end, tuple(filter(thread.knows, others)))
        for name, others in readings
        if thread.knows(name) and not _more_than_all(name, count, thread)
    ]


def _more_than_all(name: str, count: Token, thread: Thread) -> bool:
    """Tell whether more cases would have ended so than there were: of them it is not said."""
    case, _, outcome = name.rpartition(".")
    if not outcome or not case.startswith("proceedings."):
        return False
    told = [each.value for each in thread.cases if each.field == case]
    return bool(told) and count.value > told[-1]


def _fits(count: Token, terms: list[Token], thread: Thread) -> bool:
    """Tell whether a unit counts what it stands at: 申请9次, 规章1部."""
    if count.unit != "次" and count.unit in COUNTED:
        return True
    first, kinds = terms[0], {each.kind for each in terms}
    if count.unit != "次":
        return count.unit == "部" and not kinds.isdisjoint(_DOCUMENTS)
    if first.kind is Kind.DECISION:
        alone = terms[-1].kind is not Kind.JOIN or bool(thread.in_hand)
        return alone and kinds.isdisjoint(_NOT_DECIDED)
    often = count.value == 0 and first.kind in _OFTEN and first.meaning != LISTED
    often = often or (first.kind in _ENDED and thread.topic is Topic.PROCEEDINGS)
    again = first.kind is Kind.CONCLUDE and RECEIVED in thread.in_hand and kinds <= _ALONE
    return often or again or Kind.APPLICATION in kinds or first.kind is Kind.PROCEEDING


_DOCUMENTS = (Kind.DOCUMENT, Kind.ACT)


def _only_touches(piece: Piece, item: Token, thread: Thread) -> bool:
    """Tell whether it is said what applications touch on, and apart from it how they ended.

    5件涉及商业秘密，其后3件予以公开、2件不予公开.
    """
    if item.kind is not Kind.ITEM or not thread.results or any(map(is_result, thread.in_hand)):
        return False
    ends = [each.meaning for each in piece.right if each.kind is Kind.GROUP]
    if ends and piece.right[0].kind is Kind.CAUSE:
        # 2件涉及个人隐私的申请作了部分公开处理.
        return not any(item.meaning.startswith(each) for each in ends)
    if any(each.kind is Kind.GROUP or each.meaning in WHY for each in piece.right):
        return False
    why = (each.meaning for each, behind in pairwise(piece.right) if behind is item)
    return next(why, "").startswith("涉")


def _are_touched(piece: Piece, terms: list[Token]) -> bool:
    """Tell whether applications are named by what they touch on: 涉及个人隐私的7件申请."""
    if terms[0].kind is not Kind.ITEM:
        return False
    row = [each.kind for each in (*terms[:2], *piece.right)]
    why = any(each.meaning in WHY for each in piece.left)
    return row[:3] == _TOUCHED and Kind.GROUP not in row and not why


_TOUCHED = [Kind.ITEM, Kind.CAUSE, Kind.APPLICATION]

_ALONE = {Kind.CONCLUDE, Kind.WHOLE, Kind.PRESENT, Kind.JOIN}
"""What is counted in times where what came in was: 接到申请4次，答复4次."""

_ENDED = (Kind.OUTCOME, Kind.UNDECIDED)
_OFTEN = (Kind.GROUP, Kind.ITEM, Kind.OUTCOME)
"""What is counted in times, too: 不予公开0次."""

_NOT_DECIDED = (Kind.BRINGING, Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN)
"""What says that something else than a decision is counted: 行政强制12次, not 受到行政处罚1次."""


def _cases(piece: Piece, terms: list[Token], thread: Thread) -> list[Reading]:
    """Return the cases that are named between their number and their outcome: 2件复议均被维持."""
    if terms[0].kind not in (Kind.OUTCOME, Kind.UNDECIDED) or thread.parted:
        return []
    cases = [each.meaning for each in terms if each.kind is Kind.PROCEEDING]
    return [(cases[0], ())] if len(cases) == 1 and cases[0] not in thread.in_hand else []
