"""Numbers told in parts, and the whole that adds them up: 网上申请3件，信函申请5件，合计8件."""

from collections.abc import Iterable
from itertools import pairwise

from govxlsx.claims import units
from govxlsx.claims.model import Claim, Kind, Piece, Token
from govxlsx.claims.scanning import BODY
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import ACCEPTED, BARE, CONCLUDED, NEW, OWN, RECEIVED
from govxlsx.claims.vocabulary.asides import BODIES
from govxlsx.claims.ways import came_one_way, of_one_way
from govxlsx.report.figure import Number

_REMEMBERED = 8
"""So many parts are added up at most."""

_FEWEST = 2
"""One number is no sum."""

_IN_PARTS = (RECEIVED, CONCLUDED)
"""What is told in parts at times, and added up behind them."""


def stands_bare(piece: Piece) -> bool:
    """Tell whether a number may be the sum of its parts: 共20件, 共20件申请."""
    return piece.kinds <= _BARE and all(each.kind is Kind.APPLICATION for each in piece.right)


_BARE = {Kind.SUM, Kind.PRESENT}


def _is_of_all_bodies(piece: Piece, thread: Thread) -> bool:
    """Tell whether a number may be of what was told by bodies: 各县区办结6件，全市共办结9件."""
    ours = Kind.RECEIVE in piece.kinds or Kind.CONCLUDE in piece.kinds
    bodies = thread.topic is Topic.ELSEWHERE and not thread.split[-1].field
    return ours and bodies and piece.kinds <= _VERBS_AND_NOUN and not piece.right


_VERBS_AND_NOUN = {*_BARE, Kind.RECEIVE, Kind.CONCLUDE, Kind.APPLICATION}


def whole(piece: Piece, count: Token, thread: Thread) -> list[Claim]:
    """Return the claim of a bare number that adds up the parts before it."""
    if len(thread.split) < _FEWEST or not (stands_bare(piece) or _is_of_all_bodies(piece, thread)):
        return []
    parts = _adding_up(count.value, thread.split) or _told_wrong(piece, count, thread)
    fields = {each.field for each in parts} - {""}
    if not parts or len(fields) > 1:
        return []
    start = min(each.start for each in (*piece.left, count))
    plain = RECEIVED if thread.topic is not Topic.PROCEEDINGS else thread.proceeding
    name = fields.pop() if fields else plain
    if not name:
        return []
    others = (ACCEPTED, CONCLUDED) if name == RECEIVED else ()
    return [Claim(name, count.value, start, count.end, others)]


def _told_wrong(piece: Piece, count: Token, thread: Thread) -> tuple[Claim, ...]:
    """Return the parts that a sum does not make: 网络申请3件、信函申请5件，合计9件 is of all."""
    bare = Kind.SUM in piece.kinds and thread.topic is Topic.APPLICATIONS and not thread.in_hand
    if not bare or any(each.field for each in thread.split):
        return ()
    return thread.split if count.value > max(each.value for each in thread.split) else ()


def is_part(
    claims: list[Claim], terms: list[Token], piece: Piece, count: Token, thread: Thread, opener: str
) -> bool:
    """Tell whether a number is only a part; the thread remembers it as one."""
    if not claims and _is_of_some(terms, thread):
        thread.total = _still_spoken_of(piece, thread)
        _remember(thread, of_one_way(terms, piece, count, thread))
        return True
    if _stands_beside(claims, piece, thread, opener):
        unsay(thread, thread.split[-1:])
        _remember(thread, claims[0])
        return True
    return False


def label(piece: Piece, count: Token, thread: Thread) -> None:
    """Remember a number whose label is in no list: 征地类8件、规划类5件.

    It may be a part of what came in, where applications are spoken of and none are told yet.
    """
    kind = piece.left[-1].kind if piece.left else Kind.MARK
    plain = kind in (Kind.UNKNOWN, Kind.BRINGING) and count.unit in units.CASES
    if not plain or thread.topic is not Topic.APPLICATIONS:
        return
    if thread.split if thread.parted else not thread.in_hand:
        _remember(thread, Claim("", count.value, count.start, count.end))


def of_bodies(piece: Piece, count: Token, thread: Thread) -> bool:
    """Tell whether a number is a part that other bodies had; the thread remembers it."""
    if all(each.kind is not Kind.FOREIGN or each.meaning != BODIES for each in piece.left):
        return False
    thread.total = None
    first = not thread.in_hand and Kind.APPLICATION in piece.kinds
    if count.unit in units.CASES and (thread.split or first):
        _remember(thread, Claim("", count.value, count.start, count.end))
        thread.total = in_parts(thread)
    return True


def in_parts(thread: Thread) -> Claim | None:
    """Return what came in, of which 均 tells behind its parts where these are told in full.

    收到申请19件，其中市局7件、县局12件，均由自然人提出.
    """
    if not thread.parted or len(thread.split) <= _FEWEST:
        return None
    told = [each for each in thread.split if each.field]
    if len(told) != 1 or told[0].field != RECEIVED:
        return None
    parts = thread.split[thread.split.index(told[0]) + 1 :]
    return told[0] if sum(each.value for each in parts) == told[0].value else None


def is_theirs(claims: list[Claim], piece: Piece, thread: Thread) -> bool:
    """Tell whether a number is of one body beside another's; the thread remembers it.

    公安分局受理9件，住建局受理31件: neither is of all.
    """
    first = claims[0]
    if first.field not in _IN_PARTS or not _is_of_body(piece, thread):
        return False
    before = [each for each in thread.split if each.field == first.field]
    if not before or before[-1].value == first.value:
        return False
    unsay(thread, tuple(each for each in thread.theirs if each.field == first.field))
    thread.theirs = (*thread.theirs, first)[-_REMEMBERED:]
    _remember(thread, first)
    return True


def _is_of_body(piece: Piece, thread: Thread) -> bool:
    """Tell whether a number is of one body: named before it, or before the last: 、办结8件."""
    goes_on = bool(piece.left) and piece.left[0].kind is Kind.JOIN
    return _is_led(piece) or (goes_on and thread.split[-1:] == thread.theirs[-1:] != ())


def _is_led(piece: Piece) -> bool:
    """Tell whether a body stands right before what was done: 住建局受理, 住建局今年收到."""
    if piece.kinds.isdisjoint(_VERBS):
        return False
    words = [each for each in piece.left if each.kind is not Kind.PRESENT]
    return any(last.meaning in _BODIES and each.kind in _VERBS for last, each in pairwise(words))


_BODIES = (BODY, "中心")
_VERBS = (Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)


def _still_spoken_of(piece: Piece, thread: Thread) -> Claim | None:
    """Return the total of which 均 may tell behind a part: of all, where several parts are told."""
    if not thread.parted or thread.topic is not Topic.PROCEEDINGS:
        return thread.total
    several = bool(piece.left) and piece.left[0].kind is Kind.JOIN
    return thread.cases[-1] if several and thread.cases else None


def add(claims: list[Claim], piece: Piece, thread: Thread) -> None:
    """Remember a claim as a part, or its parts as unsaid by it.

    So is what came in over many years, where this year's part is told: 其中2021年收到1件. Not where
    it is told what of it is new: 受理9件，其中本年新收8件、上年结转1件.
    """
    first = claims[0] if claims else None
    if first is None or first.field not in _IN_PARTS:
        return
    new = any(each.meaning == NEW for each in piece.left)
    if thread.parted and Kind.PRESENT in piece.kinds and first.field == RECEIVED and not new:
        unsay(thread, tuple(each for each in thread.split if each.field == RECEIVED))
    if _is_of_body(piece, thread):
        thread.theirs = (*thread.theirs, first)[-_REMEMBERED:]
    parts = _adding_up(first.value, thread.split)
    if not parts:
        _remember(thread, first)
    elif first.field != CONCLUDED or not all(map(came_one_way, parts)):
        unsay(thread, parts)
        thread.split = ()


def _adding_up(value: Number, parts: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the last parts that make a value, two of them at least; () where none do."""
    rest = value
    for at in range(len(parts) - 1, -1, -1):
        rest -= parts[at].value
        if rest == 0 and len(parts) - at >= _FEWEST:
            return parts[at:]
    return ()


def _is_of_some(terms: list[Token], thread: Thread) -> bool:
    """Tell whether a number is of some applications: of one channel, on one matter."""
    kinds = {each.kind for each in terms}
    told = RECEIVED in thread.in_hand or bool(thread.split)
    return Kind.CHANNEL in kinds or (told and Kind.APPLICATION in kinds)


def _stands_beside(claims: list[Claim], piece: Piece, thread: Thread, opener: str) -> bool:
    """Tell whether a number is a part beside the last one: 征地申请11件、规划申请3件.

    So are those of one body after the other: 教育局：申请9件；民政局：申请2件.
    """
    if opener == ":" and claims and thread.split:
        last = thread.split[-1]
        return last.field == claims[0].field == RECEIVED and last.value != claims[0].value
    if thread.listed[-1:] != (RECEIVED,) or [each.field for each in claims] != [RECEIVED]:
        return False
    parallel = bool(piece.left) and piece.left[0].kind is Kind.JOIN
    return parallel and Kind.RECEIVE not in piece.kinds


def _remember(thread: Thread, part: Claim) -> None:
    thread.split = (*thread.split, part)[-_REMEMBERED:]


def unsay(thread: Thread, parts: Iterable[Claim]) -> None:
    """Let the thread know that numbers are no claims after all."""
    thread.unsaid = (*thread.unsaid, *(each.start for each in parts if each.field))


def ours_among_all(piece: Piece, count: Token, thread: Thread) -> list[Claim]:
    """Return the cases over disclosure among all cases, which are no claim: 其中涉及信息公开1件.

    Not where those told before are said to be over disclosure already.
    """
    name = thread.proceeding
    if not thread.cases:
        return []
    every = thread.cases[-1]
    if thread.in_hand[-1:] != (name,) or every.field != name:
        return []
    if any(each.kind is Kind.INFO for each in thread.terms) or count.value > every.value:
        return []
    words = [each for each in (piece.left or piece.right) if each.kind is not Kind.PART]
    if not any(each.kind is Kind.INFO for each in words):
        words = piece.right
    kinds = {each.kind for each in words}
    part = thread.parted or Kind.CAUSE in kinds
    if Kind.INFO not in kinds or not part or not kinds <= _OVER:
        return []
    unsay(thread, (every,))
    return [Claim(name, count.value, count.start, count.end)]


def ours_among_others(claims: list[Claim], terms: list[Token], thread: Thread) -> bool:
    """Tell whether those before were of any kind: 各类申请32件，其中信息公开申请9件.

    The thread then knows that they are no claim.
    """
    parted = thread.parted and thread.in_hand[-1:] == (RECEIVED,)
    if not parted or [each.field for each in claims] != [RECEIVED]:
        return False
    nouns = [each for each in (*terms, *thread.terms) if each.kind is Kind.APPLICATION]
    if [each.meaning for each in nouns] != [OWN, BARE] or not {
        each.kind for each in terms
    } <= _OURS:
        return False
    if nouns[0].end - nouns[0].start <= len("有效申请"):
        return False
    unsay(thread, tuple(each for each in thread.split if each.field == RECEIVED))
    return True


_OURS = {Kind.APPLICATION, Kind.RECEIVE, Kind.PART, Kind.PRESENT}

_OVER = {Kind.INFO, Kind.CAUSE, Kind.BRINGING, Kind.PRESENT, Kind.WHOLE}
"""What says no more than that cases are over disclosure."""
