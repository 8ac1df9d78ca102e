"""From a number with its words to the claims that it makes, and what is known behind it."""

from collections.abc import Sequence

from govxlsx.claims.claiming import claims_of
from govxlsx.claims.heads import HEADS, decides, is_of_any_kind, is_result, is_with_others
from govxlsx.claims.model import Claim, Kind, Piece, Token
from govxlsx.claims.naming import heads, spoken_of
from govxlsx.claims.parts import add, is_part, is_theirs, of_bodies, ours_among_others, unsay, whole
from govxlsx.claims.sentences import is_parting
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.unnamed import unnamed
from govxlsx.claims.vocabulary.applications import CARRIED_OUT, CONCLUDED, NEW, RECEIVED
from govxlsx.claims.vocabulary.asides import WHY
from govxlsx.claims.zeros import zeros


def of_number(piece: Piece, count: Token, thread: Thread, opener: str) -> list[Claim]:
    """Return the claims of a number; the thread goes on behind it."""
    _go_on(piece, count, thread)
    terms = spoken_of(piece, count, thread, opener)
    before = thread.named
    thread.named, thread.compared = (), False
    if Kind.NEGATION in piece.kinds and _denied(piece.left):
        # 未收到1件申请, 零复议、诉讼零发生.
        return zeros([*piece.left, *piece.right], thread) if count.value in (0, 1) else []
    if _decided(piece, terms, count, thread):
        thread.tell([], thread.terms)
        thread.leave()
        thread.decided = True
        return []
    thread.decided = False
    kind = terms[0].kind if terms else Kind.UNKNOWN
    past = thread.past or (piece.past and kind is not Kind.COLUMN)
    if count.kind is Kind.FIGURE or (past and kind is not Kind.CARRIED):
        terms = terms or [each for each in reversed(piece.left) if each.kind in HEADS]
        _pass(piece, count, terms or heads(before), thread, past=past)
        return []
    thread.dated = False
    told = thread.is_parted() or thread.split or Kind.APPLICATION in piece.kinds
    if told and of_bodies(piece, count, thread):
        thread.apart = thread.in_hand
        return []
    any_kind = kind is Kind.PROCEEDING and is_of_any_kind(terms, thread)
    claims = _counted(piece, count, terms, thread, opener)
    if any_kind:
        unsay(thread, claims)
    return claims


def _pass(piece: Piece, count: Token, terms: list[Token], thread: Thread, *, past: bool) -> None:
    """Go on behind a number that is no claim: another year's, a share, a difference."""
    thread.compared = not piece.kinds.isdisjoint(_COMPARING) or count.unit == "倍"
    named = tuple(terms[:REMEMBERED])
    thread.terms = named or thread.terms
    if not thread.compared:
        on = thread.dated and piece.kinds == {Kind.JOIN}
        thread.total, thread.dated = None, past or on or Kind.EACH in piece.kinds
        return
    thread.dated = False
    if count.kind is Kind.FIGURE and count.unit in _SHARES:
        thread.named = named


def _counted(
    piece: Piece, count: Token, terms: list[Token], thread: Thread, opener: str
) -> list[Claim]:
    """Return the claims of a number of this year."""
    added = whole(piece, count, thread)
    claims = added or claims_of(piece, terms, count, thread)
    ours = ours_among_others(claims, terms, thread)
    split = terms and claims and thread.split and not thread.parted
    if split and is_theirs(claims, piece, thread):
        thread.apart = thread.in_hand
        return []
    if (thread.apart and _is_told_apart(claims, thread)) or (
        not (added or ours) and _is_of_less(claims, piece, thread, opener)
    ):
        return []
    if not terms:
        return unnamed(claims, piece, count, thread, opener)
    if is_part(claims, terms, piece, count, thread, opener):
        return []
    add(claims, piece, thread)
    kind = terms[0].kind
    if kind is Kind.APPLICATION and not claims and is_with_others(terms):
        thread.tell([], thread.terms)
        thread.leave()
        thread.matter = True
        return []
    if kind is Kind.RECEIVE and not claims and thread.topic is Topic.OPEN:
        thread.leave()
    if kind is Kind.PROCEEDING and not claims:
        thread.proceeding = ""
    thread.tell(claims, tuple(terms[:REMEMBERED]))
    return claims


def _go_on(piece: Piece, count: Token, thread: Thread) -> None:
    """Go on behind the words that stand behind a number and are of it."""
    if piece.behind:
        thread.follow([each for each in reversed(piece.terms) if each.kind is not Kind.CARRIED])
    elif piece.terms and piece.terms[0].start > count.start:
        thread.follow([*piece.left, piece.terms[0]])


def _decided(piece: Piece, terms: list[Token], count: Token, thread: Thread) -> bool:
    """Tell whether a number is of the cases that a body decides, not of those against it."""
    if thread.decided and piece.left and piece.left[0].kind is Kind.JOIN:
        return True
    if count.value == 0 or not decides(terms):
        return False
    return all(not each.startswith("proceedings.") for each in thread.in_hand)


def _again(claims: list[Claim], piece: Piece, thread: Thread, opener: str) -> bool:
    """Tell whether a total is told again behind 其中: 办结15件，其中当场答复3件 are a part.

    So is what stands behind a semicolon: 全区收到633件；区政府本级收到71件. This year's number is
    no part of what came in over many: 累计收到3件，其中2021年收到1件. Nor is more than the whole.
    """
    if not (thread.parted or opener == ";"):
        return False
    if thread.parted and Kind.PRESENT in piece.kinds:
        return False
    if _is_new(piece.left) and not _is_new(thread.terms):
        return False
    told = thread.in_hand
    more = thread.parted and any(
        one.field == each.field and one.value < each.value
        for one in thread.split
        for each in claims
    )
    return not more and all(each.field in told and _is_whole(each, thread) for each in claims)


def _is_of_less(claims: list[Claim], piece: Piece, thread: Thread, opener: str) -> bool:
    """Tell whether a number is of less than all: a part, what was taken in, one channel's."""
    if not claims:
        return False
    among = bool(piece.left and piece.terms) and not piece.behind and is_parting(piece.left[-1])
    if among or _again(claims, piece, thread, opener):  # 承办其中7件
        thread.apart = thread.in_hand
        return True
    if _taken_in(claims, piece, thread):
        return True
    return _is_of_channel(claims, thread)


def _is_told_apart(claims: list[Claim], thread: Thread) -> bool:
    """Tell whether it is told of a part what became of it, as it was of all before."""
    field = claims[0].field if claims else ""
    return field in thread.apart and (is_result(field) or field in (CONCLUDED, CARRIED_OUT))


def _taken_in(claims: list[Claim], piece: Piece, thread: Thread) -> bool:
    """Tell whether fewer were taken in than came: 收到申请60件，受理58件."""
    came = thread.came
    if came is None or [each.field for each in claims] != [RECEIVED]:
        return False
    taken = Kind.RECEIVE in piece.kinds and piece.kinds <= _TAKEN
    new = any(each.meaning == NEW for each in piece.left)
    fewer = thread.in_hand[-1:] == (RECEIVED,) and claims[0].value < came.value
    return taken and fewer and not new


def _is_of_channel(claims: list[Claim], thread: Thread) -> bool:
    """Tell whether what was done is of one channel: 线上受理65件，办结62件，线下受理9件，办结8件.

    So is what is told of the last one: the thread has one more to come.
    """
    told = [each.field for each in claims] == [CONCLUDED] and RECEIVED not in thread.in_hand
    if not told or not 0 < len(thread.split) < thread.channels:
        return False
    thread.channels += 1
    return True


_TAKEN = {Kind.RECEIVE, Kind.JOIN}


def _is_whole(claim: Claim, thread: Thread) -> bool:
    """Tell whether a number told again is a part: of applications, or of documents behind 其中."""
    documents = thread.parted and claim.field.startswith("disclosure.")
    return documents or claim.field in _WHOLES


def _is_new(words: Sequence[Token]) -> bool:
    """Tell whether words tell what came in this year, and of nobody: 受理3件，其中新收2件."""
    told = [each.meaning for each in words if each.kind in (Kind.RECEIVE, Kind.UNKNOWN)]
    return NEW in told and all(each.kind is not Kind.UNKNOWN for each in words)


def _denied(left: list[Token]) -> bool:
    """Tell whether words are denied, and not only why: 未…, but not 因未制作不能提供."""
    why = (each for each in left if each.kind is Kind.NEGATION or each.meaning in WHY)
    return next(why).kind is Kind.NEGATION


REMEMBERED = 8
"""So many words of what was spoken of are remembered."""

_WHOLES = (RECEIVED, CONCLUDED)
_SHARES = ("%", "成")
_COMPARING = (Kind.COMPARED, Kind.REACHING)
