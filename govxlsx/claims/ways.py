"""Numbers told for every way in which applications came: 线上收到0件，线下收到1件."""

from collections.abc import Iterable

from govxlsx.claims.model import Claim, Kind, Piece, Token
from govxlsx.claims.pieces import COUNTS
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import ACCEPTED, CONCLUDED, RECEIVED

_FEWEST = 2
"""One way is not all."""


def of_one_way(terms: list[Token], piece: Piece, count: Token, thread: Thread) -> Claim:
    """Return a part without a field; what came in one way says so by its alternative."""
    if not _came(terms, piece, thread):
        return Claim("", count.value, count.start, count.end)
    start = min(each.start for each in terms if each.kind in _TOLD)
    return Claim("", count.value, start, count.end, (RECEIVED,))


def came_one_way(part: Claim) -> bool:
    """Tell whether a part is of what came in one way."""
    return bool(part.alternatives) and not part.field


def _came(terms: list[Token], piece: Piece, thread: Thread) -> bool:
    """Tell whether a number is of the applications that were received in one way: 网上收到3件.

    So is one beside such a number: 收到邮件4封、网上申请7件.
    """
    if thread.topic not in (Topic.APPLICATIONS, Topic.OPEN) or thread.parted:
        return False
    kinds = {each.kind for each in (*terms, *piece.left)}
    ways = [each.meaning for each in terms if each.kind is Kind.CHANNEL]
    if not ways or not kinds <= _WAYS or any(each.endswith(_NO_WAYS) for each in ways):
        return False
    return Kind.RECEIVE in kinds or any(each.alternatives for each in thread.split[-1:])


_TOLD = (Kind.CHANNEL, Kind.RECEIVE, Kind.APPLICATION)
_WAYS = {*_TOLD, Kind.CLIENT, Kind.JOIN, Kind.PRESENT, Kind.INFO, Kind.BRACKET}
_NO_WAYS = ("季度", "半年", "审", "当场", "办理", "办结", "答复")
"""What stands as a way among others, and is when or how applications were answered."""


def in_all_ways(thread: Thread, words: Iterable[Token]) -> list[Claim]:
    """Return what was received where it is told only for every way: 线上收到0件，线下收到1件."""
    ways = [each for each in thread.split if came_one_way(each)]
    rest = [each for each in thread.split if each not in ways]
    if len(ways) < _FEWEST or RECEIVED in thread.listed or not _is_asked(words, thread):
        return []
    start, end = ways[0].start, ways[-1].end
    counts = [each for each in words if each.kind in COUNTS and start < each.start < end]
    more = any(each.kind is Kind.RECEIVE and each.start > end for each in words)
    if more or len(counts) != len(ways) or thread.channels != len(ways):
        return []
    if any(each.field != CONCLUDED for each in rest):
        return []
    total = sum(int(each.value) for each in ways)
    return [Claim(RECEIVED, total, start, end, (ACCEPTED,))]


def _is_asked(words: Iterable[Token], thread: Thread) -> bool:
    """Tell whether applications are spoken of: before, by their noun, or by 依申请公开栏目."""
    return thread.topic is Topic.APPLICATIONS or any(
        each.kind is Kind.APPLICATION
        or (each.kind is Kind.OBJECT and each.meaning.startswith(_ON_APPLICATION))
        for each in words
    )


_ON_APPLICATION = ("依申请公开", "政府信息公开申请")
