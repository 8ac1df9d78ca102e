"""What a number is of: the words beside it, or what was named before it."""

from govxlsx.claims.heads import HEADS
from govxlsx.claims.model import Kind, Piece, Token
from govxlsx.claims.topics import Thread
from govxlsx.claims.vocabulary.applications import CONCLUDED
from govxlsx.claims.vocabulary.asides import WHY

_STAGES = (Kind.APPLICATION, Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)
_DATING = {Kind.PRESENT, Kind.JOIN, Kind.PART, Kind.REACHING, Kind.WHOLE, Kind.SUM}
"""What says no more than that a number is this year's: 、2024年18件."""

_LIGHT = {Kind.INFO, Kind.CLIENT, Kind.PRESENT, Kind.BRINGING, Kind.CAUSE}
_LIGHT_SUM = {*_LIGHT, Kind.SUM}
_TITLE = {Kind.PROCEEDING, Kind.INFO, Kind.PRESENT, Kind.BRINGING, Kind.CAUSE}
_OTHERWISE = Kind.of("NEGATION APPLICATION FOREIGN OBJECT QUANTITY FIGURE")
_ABOUT = {Kind.INFO, Kind.BRINGING, Kind.CAUSE}
_DONE = ("答复情况", "答复结果", "办理结果", "处理结果")


def spoken_of(piece: Piece, count: Token, thread: Thread, opener: str) -> list[Token]:
    """Return the words that a number is of, the nearest first; [] for none."""
    terms = _beside_or_before(piece, count, thread, opener)
    return _told_why(_headed(terms, thread, opener), thread) if thread.named else terms


def heads(words: tuple[Token, ...]) -> list[Token]:
    """Return what a number can be of among words."""
    return [each for each in words if each.kind in HEADS]


def _beside_or_before(piece: Piece, count: Token, thread: Thread, opener: str) -> list[Token]:
    if piece.terms and piece.terms[0].kind is not Kind.SUM:
        return piece.terms
    again = thread.dated and Kind.PRESENT in piece.kinds and piece.kinds <= _DATING
    # 申请量同比下降15%，共计34件: the number is of what the share was of.
    later = thread.compared and bool(heads(thread.named))
    if piece.terms and not (again or later):
        return piece.terms
    if piece.reached:
        # 增至83件 is of what was named before, or of what the last number was of.
        return _named_before(thread) if heads(thread.named) else list(thread.terms)
    if not again:
        alone = not count.unit and opener != ":"
        strange = not piece.kinds <= (_LIGHT_SUM if later else _LIGHT)
        behind = any(each.kind is not Kind.BRACKET for each in piece.right)
        if strange or behind or alone:
            return []
    return list(thread.terms) if again or thread.compared else _before(piece, thread, opener)


def _before(piece: Piece, thread: Thread, opener: str) -> list[Token]:
    if piece.left:
        return _case_in_title(thread)
    before = [each for each in _named_before(thread) if each.kind is not Kind.CHANNEL]
    return before or (_titled(thread.named) if opener == ":" else [])


def _named_before(thread: Thread) -> list[Token]:
    """Return what the clause before names that a number can be of, unless it is of one body."""
    before = heads(thread.named)
    if before and before[0].kind in _STAGES and any(each.meaning in _MOST for each in thread.named):
        return []
    kinds = {each.kind for each in thread.named}
    if {Kind.WHOLE, Kind.RECEIVE, Kind.APPLICANT} <= kinds:
        # 收到的申请均为自然人提出，共17件: the number is of all that was received.
        return [each for each in before if each.kind is not Kind.APPLICANT]
    about = [each for each in thread.named if each.kind in (Kind.INFO, Kind.BRINGING)]
    return [*before, *about] if before else []


_MOST = ("最多", "居首", "居首位", "居前列", "首位", "榜首", "前列", "最高")
"""What says that a number is of the one that has most: 市资源局办理申请最多，达412件."""


def _titled(named: tuple[Token, ...]) -> list[Token]:
    """Return what a title names that a number alone stands behind: 答复情况：36件."""
    title = named[0] if named else None
    if title is None or title.kind is not Kind.OBJECT or not title.meaning.startswith(_DONE):
        return []
    return [Token(Kind.CONCLUDE, title.start, title.end, CONCLUDED)]


def _headed(terms: list[Token], thread: Thread, opener: str) -> list[Token]:
    """Return the words of a number with the cases that head them: 行政复议情况：收到1起."""
    if {each.kind for each in terms if each.kind in HEADS} != {Kind.RECEIVE}:
        return terms
    cases = [each for each in thread.named if each.kind is Kind.PROCEEDING]
    return (cases if opener == ":" else _case_in_title(thread)) or terms


def _case_in_title(thread: Thread) -> list[Token]:
    """Return the case that the clause before is the title of: 行政复议方面，共4件."""
    cases = [each for each in thread.named if each.kind is Kind.PROCEEDING]
    kinds = {each.kind for each in thread.named}
    about = kinds.isdisjoint(_OTHERWISE) and not kinds.isdisjoint(_ABOUT)
    return cases if len(cases) == 1 and (about or kinds <= _TITLE) else []


def is_title(named: tuple[Token, ...]) -> bool:
    """Tell whether a clause names cases and says nothing of them: 复议诉讼方面，无."""
    return bool(named) and all(each.kind in _TITLE for each in named)


def _told_why(terms: list[Token], thread: Thread) -> list[Token]:
    """Return the words of a number with why it was: 因逾期不补正，不再处理2件."""
    group = terms[0].meaning if terms and terms[0].kind is Kind.GROUP else ""
    if not group or not any(each.meaning in WHY for each in thread.named):
        return terms
    reasons = (each for each in thread.named if each.kind is Kind.ITEM)
    return [*terms, *(each for each in reasons if each.meaning.startswith(f"{group}."))]
