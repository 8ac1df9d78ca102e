"""Numbers told in parts, and the whole that adds them up: 网上申请3件，信函申请5件，合计8件."""

from __future__ import annotations

from govxlsx.claims import units
from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.pieces import Piece
from govxlsx.claims.scanning import BODY
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import ACCEPTED, CONCLUDED, RECEIVED
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
    """Tell whether a number stands alone, so that it may be the sum of its parts: 共20件."""
    return piece.kinds <= _BARE and not piece.right


_BARE = {Kind.SUM, Kind.PRESENT}


def whole(piece: Piece, count: Token, thread: Thread) -> list[Claim]:
    """Return the claim of a bare number that adds up the parts before it."""
    if len(thread.split) < _FEWEST or not stands_bare(piece):
        return []
    parts = _adding_up(count.value, thread.split)
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


def as_part(
    claims: list[Claim], terms: list[Token], piece: Piece, thread: Thread, opener: str
) -> Thread | None:
    """Return the thread behind a number that is only a part, None where it is none."""
    count = piece.number
    assert count is not None
    if not claims and _is_of_some(terms, thread):
        thread = thread._replace(total=_still_spoken_of(piece, thread))
        return _remembering(thread, of_one_way(terms, piece, count, thread))
    if _stands_beside(claims, piece, thread, opener):
        first = thread.split[-1:]
        return _remembering(_unsaying(thread, first), claims[0])
    return None


def labelled(piece: Piece, count: Token, thread: Thread) -> Thread:
    """Return the thread behind a number whose label is in no list: 征地类8件、规划类5件.

    It may be a part of what came in, where applications are spoken of and none are told yet.
    """
    label = piece.left[-1].kind if piece.left else Kind.MARK
    plain = label in (Kind.UNKNOWN, Kind.BRINGING) and count.unit in units.CASES
    if not plain or thread.topic is not Topic.APPLICATIONS:
        return thread
    part = Claim("", count.value, count.start, count.end)
    if thread.parted:
        return _remembering(thread, part) if thread.split else thread
    return thread if thread.listed[thread.begun :] else _remembering(thread, part)


def of_bodies(piece: Piece, count: Token, thread: Thread) -> Thread | None:
    """Return the thread behind a part that other bodies had, None where they had none."""
    if all(each.kind is not Kind.FOREIGN or each.meaning != BODIES for each in piece.left):
        return None
    if count.unit not in units.CASES or not thread.split:
        return thread._replace(total=None)
    thread = _remembering(thread, Claim("", count.value, count.start, count.end))
    return thread._replace(total=in_parts(thread))


def in_parts(thread: Thread) -> Claim | None:
    """Return what came in, of which 均 tells behind its parts where these are told in full.

    收到申请19件，其中市局7件、县局12件，均由自然人提出.
    """
    if not thread.parted or len(thread.split) <= _FEWEST:
        return None
    told = next((at for at, each in enumerate(thread.split) if each.field), len(thread.split))
    every = thread.split[told:][:1]
    parts = thread.split[told + 1 :]
    if not every or every[0].field != RECEIVED or any(each.field for each in parts):
        return None
    return every[0] if sum(each.value for each in parts) == every[0].value else None


def as_theirs(claims: list[Claim], piece: Piece, thread: Thread) -> Thread | None:
    """Return the thread behind a number of one body beside another's, None where it is none.

    公安分局受理9件，住建局受理31件: neither is of all.
    """
    if claims[0].field not in _IN_PARTS or not _is_of_body(piece, thread):
        return None
    before = [each for each in thread.split if each.field == claims[0].field]
    if not before or before[-1].value == claims[0].value:
        return None
    others = tuple(each for each in thread.theirs if each.field == claims[0].field)
    thread = _unsaying(thread, others)._replace(theirs=(*thread.theirs, claims[0])[-_REMEMBERED:])
    return _remembering(thread, claims[0])


def _is_of_body(piece: Piece, thread: Thread) -> bool:
    """Tell whether a number is of one body: named before it, or before the last: 、办结8件."""
    goes_on = bool(piece.left) and piece.left[0].kind is Kind.JOIN
    return _is_led(piece) or (goes_on and thread.split[-1:] == thread.theirs[-1:] != ())


def _is_led(piece: Piece) -> bool:
    """Tell whether a body stands right before what was done: 住建局受理, 住建局今年收到."""
    if piece.kinds.isdisjoint(_VERBS):
        return False
    last = None
    for each in piece.left:
        if last is not None and last.meaning in _BODIES and each.kind in _VERBS:
            return True
        last = last if each.kind is Kind.PRESENT else each
    return False


_BODIES = (BODY, "中心")
_VERBS = (Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)


def _still_spoken_of(piece: Piece, thread: Thread) -> Claim | None:
    """Return the total of which 均 may tell behind a part: of all, where several parts are told."""
    if not thread.parted or thread.topic is not Topic.PROCEEDINGS:
        return thread.total
    several = bool(piece.left) and piece.left[0].kind is Kind.JOIN
    return thread.cases[-1] if several and thread.cases else None


def added(claims: list[Claim], piece: Piece, thread: Thread) -> Thread:
    """Return the thread with a claim remembered as a part, or with its parts unsaid by it.

    So is what came in over many years, where this year's part is told: 其中2021年收到1件.
    """
    if not claims or claims[0].field not in _IN_PARTS:
        return thread
    if thread.parted and Kind.PRESENT in piece.kinds:
        before = tuple(each for each in thread.split if each.field == RECEIVED)
        thread = _unsaying(thread, before) if claims[0].field == RECEIVED else thread
    if _is_of_body(piece, thread):
        thread = thread._replace(theirs=(*thread.theirs, claims[0])[-_REMEMBERED:])
    parts = _adding_up(claims[0].value, thread.split)
    if parts and claims[0].field == CONCLUDED and all(map(came_one_way, parts)):
        return thread
    if parts:
        return _unsaying(thread, parts)._replace(split=())
    return _remembering(thread, claims[0])


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
    told = RECEIVED in thread.listed[thread.begun :] or bool(thread.split)
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


def _remembering(thread: Thread, part: Claim) -> Thread:
    return thread._replace(split=(*thread.split, part)[-_REMEMBERED:])


def _unsaying(thread: Thread, parts: tuple[Claim, ...]) -> Thread:
    starts = (each.start for each in parts if each.field)
    return thread._replace(unsaid=(*thread.unsaid, *starts))


def ours_among_all(piece: Piece, count: Token, thread: Thread) -> tuple[list[Claim], Thread] | None:
    """Return the cases over disclosure among all cases, which are no claim: 其中涉及信息公开1件.

    Not where those told before are said to be over disclosure already.
    """
    name = thread.proceeding
    if not thread.cases:
        return None
    every = thread.cases[-1]
    if thread.listed[thread.begun :][-1:] != (name,) or every.field != name:
        return None
    if any(each.kind is Kind.INFO for each in thread.terms) or count.value > every.value:
        return None
    words = [each for each in (piece.left or piece.right) if each.kind is not Kind.PART]
    if not any(each.kind is Kind.INFO for each in words):
        words = piece.right
    kinds = {each.kind for each in words}
    part = thread.parted or Kind.CAUSE in kinds
    if Kind.INFO not in kinds or not part or not kinds <= _OVER:
        return None
    told = [Claim(name, count.value, count.start, count.end)]
    return told, _unsaying(thread, (every,))


_OVER = {Kind.INFO, Kind.CAUSE, Kind.BRINGING, Kind.PRESENT, Kind.WHOLE}
"""What says no more than that cases are over disclosure."""
