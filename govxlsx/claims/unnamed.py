"""Numbers beside which nothing stands that they can be of: 合计20件, 受理38件，审结36件."""

from govxlsx.claims import units
from govxlsx.claims.heads import together
from govxlsx.claims.model import Claim, Kind, Piece, Token
from govxlsx.claims.parts import add, in_parts, label, ours_among_all, stands_bare
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import ACCEPTED, BARE, CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.asides import ENDED


def unnamed(
    claims: list[Claim], piece: Piece, count: Token, thread: Thread, opener: str
) -> list[Claim]:
    """Return the claims of a number that names nothing; the thread goes on behind it.

    ``claims`` are what it makes as a sum of the parts before it, or of money.
    """
    add(claims, piece, thread)
    if not claims and count.unit in units.CASES:
        claims = _of_cases(piece, count, thread, opener)
    if thread.topic is Topic.PROCEEDINGS and not claims:
        thread.tell([], ())
        thread.total = _some_cases(piece, count, thread)
        return []
    if not claims:
        label(piece, count, thread)
    if _is_of_another(piece.left, thread):
        thread.leave()
    thread.tell(claims, ())
    if not claims:
        thread.total = in_parts(thread)
    return claims


def _of_cases(piece: Piece, count: Token, thread: Thread, opener: str) -> list[Claim]:
    """Return the claims of a number of cases or applications by what was told before."""
    claims: list[Claim] = []
    if thread.topic is Topic.PROCEEDINGS:
        claims = ours_among_all(piece, count, thread)
    elif piece.left and piece.left[-1].meaning in ENDED:
        claims = _ended(piece, count, thread)
    if claims or not _sums_up(piece, thread, opener):
        return claims
    place = count.start, count.end
    return [Claim(name, count.value, *place, others) for name, others in together(thread)]


def _ended(piece: Piece, count: Token, thread: Thread) -> list[Claim]:
    """Return what was concluded of the applications told right before: 受理38件，审结36件."""
    came = [each.value for each in (*thread.split, thread.total) if each is not None]
    told = set(thread.in_hand) & {RECEIVED, ACCEPTED}
    plain = all(each.kind in (Kind.PRESENT, Kind.PART) for each in piece.left[:-1])
    if thread.topic is not Topic.APPLICATIONS or not plain:
        return []
    if not told or count.value > sum(came):
        return []
    return [Claim(CONCLUDED, count.value, piece.left[-1].start, count.end)]


def _sums_up(piece: Piece, thread: Thread, opener: str) -> bool:
    """Tell whether a bare number may be of all that is listed: 合计20件; not 集中于批复（31件）."""
    listed = bool(thread.in_hand) and opener != "("
    return stands_bare(piece) and (listed or Kind.SUM in piece.kinds)


def _is_of_another(left: list[Token], thread: Thread) -> bool:
    """Tell whether a verb takes what is in no list: 纳税人申请退税1326件, 受理法律援助案件213件.

    申请 alone always does, 受理 where nothing is spoken of yet.
    """
    if len(left) < 2:
        return False
    verb, noun = left[-2:]
    if noun.kind is not Kind.UNKNOWN or noun.end - noun.start < 2 or verb.end != noun.start:
        return False
    if verb.kind is Kind.APPLICATION:
        return verb.meaning == BARE
    return thread.topic is Topic.OPEN and verb.kind in (Kind.RECEIVE, Kind.HANDLE)


def _some_cases(piece: Piece, count: Token, thread: Thread) -> Claim | None:
    """Return what is said of the next words, where it is some of the cases: 已判决2件（均驳回）.

    Of all of them where parts of them stand beside each other: 其中一审2件、二审1件，均驳回.
    """
    if thread.parted and piece.left and piece.left[0].kind is Kind.JOIN:
        return thread.cases[-1] if thread.cases else None
    if not thread.proceeding or count.unit not in units.CASES or not count.value:
        return None
    return Claim(thread.proceeding, count.value, count.start, count.end)
