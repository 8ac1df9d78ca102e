"""From a clause to its pieces: every number with the words that it is of."""

from collections.abc import Iterator
from itertools import pairwise

from govxlsx.claims.heads import HEADS
from govxlsx.claims.model import Kind, Piece, Token
from govxlsx.claims.predicates import LOOSE_FIT, said_behind
from govxlsx.claims.scanning import WITHIN
from govxlsx.claims.vocabulary.applications import OWN

COUNTS = frozenset((Kind.QUANTITY, Kind.FIGURE))
_SKIPPED = Kind.of(
    "WHOLE EACH PRESENT BRACKET INFO PART CLIENT JOIN BRINGING LAST REACHING CAUSE NEXT COMPARED"
)
"""What may stand between a number and what it is of."""

_STRANGE = frozenset((Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN, Kind.NEGATION))
_STRANGE_OR_BRACKET = _STRANGE | {Kind.BRACKET}
GROUPED = ("项", "类", "种", "者", "个", "方面")


def pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Yield the pieces of a clause; the last has no count where words are left over."""
    places = _counts(tokens)
    if not places:
        if tokens:
            yield Piece(tokens, {each.kind for each in tokens}, None, [], [])
        return
    if not _TALLIED.isdisjoint([tokens[place].unit for place in places]):
        tokens = _without_tallies(tokens)
        places = _counts(tokens)
    at, size = 0, len(tokens)
    for number, place in enumerate(places):
        left = tokens[at:place]
        last = number + 1 == len(places)
        end = size if last else places[number + 1]
        right = _up_to_join(tokens, place + 1, end, last=last)
        counted = number > 0 and tokens[places[number - 1]].unit not in _HEADS_COUNTED
        counted = counted and all(each.kind is Kind.APPLICATION for each in left)
        piece, used = _piece(left, tokens[place], right, counted=counted)
        yield piece
        at = place + 1 + (len(right) if _is_used_up(tokens, place, right, used) else used)
    if at < size:
        left = tokens[at:]
        yield Piece(left, {each.kind for each in left}, None, [], [])


def _is_used_up(tokens: list[Token], place: int, right: list[Token], used: int) -> bool:
    """Tell whether all up to 、 is of a number: 2件因补正后不明确无法提供、1件撤回."""
    behind = place + 1 + len(right)
    joined = behind < len(tokens) and tokens[behind].kind is Kind.JOIN
    return used > 0 and joined and all(each.kind in _REASONED for each in right[used:])


_REASONED = (Kind.GROUP, Kind.ITEM)


def _counts(tokens: list[Token]) -> list[int]:
    return [place for place, each in enumerate(tokens) if each.kind in COUNTS]


def _without_tallies(tokens: list[Token]) -> list[Token]:
    """Return the tokens without numbers that only say how many things were named: 三项均为0.

    Nor how many people stand behind the number of applications: 申请9人次9件.
    """
    named = next((at for at, each in enumerate(tokens) if each.kind is Kind.JOIN), len(tokens))
    pairs = enumerate(pairwise(tokens))
    left = [each for at, (each, behind) in pairs if not _is_tally(each, behind, several=named < at)]
    return [*left, tokens[-1]]


_HEADS_COUNTED = ("人", "人次", "名", "位", "户", "家", "批", "批次")
_TALLIED = frozenset((*GROUPED, *_HEADS_COUNTED))
_COUNTED_TOGETHER = (Kind.WHOLE, Kind.EACH, Kind.SUM)


def _is_tally(number: Token, behind: Token, *, several: bool) -> bool:
    """Tell whether a number is no figure: of what was named before, of people before a figure."""
    if number.kind not in COUNTS:
        return False
    if number.unit in _HEADS_COUNTED:
        return behind.kind is Kind.QUANTITY and behind.start == number.end
    return number.unit in GROUPED and several and behind.kind in _COUNTED_TOGETHER


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
    kinds = {each.kind for each in left}
    past, reached = (False, False) if kinds.isdisjoint(_ELSEWHEN) else _past(left, count)
    past = past or (bool(right) and right[0].kind is Kind.REACHING)
    # What stands before 、 has its own number before it: 2项行政许可、6项行政处罚.
    listed = bool(left) and left[-1].kind is Kind.JOIN and left[-1].end == count.start
    head = _NOTHING if listed or (counted and left) else _head(left, count)
    if head >= 0:
        terms, behind, used = _headed(left, kinds, count, right, head)
    elif (
        count.kind is Kind.FIGURE
        or head == _BLOCKED
        or (reached and not any(each.kind in HEADS for each in right))
    ):
        terms, behind, used = [], False, 0
    elif head == _NOTHING and _are_there(kinds, count, right):
        used = 2 if _are_parted(right) else 1
        terms, behind = [*right[:used], *left], True
    else:
        terms, behind = said_behind(right, strange=head == _STRANGE_LEFT), True
        used = right.index(terms[0]) + 1 if terms else 0
    return Piece(left, kinds, count, right, terms, behind, past, reached), used


def _headed(
    left: list[Token], kinds: set[Kind], count: Token, right: list[Token], head: int
) -> tuple[list[Token], bool, int]:
    """Return what a number is of before which a head stands, if it stands behind, and how far."""
    if left[head].kind is Kind.REST and right:
        if right[0].meaning == WITHIN:
            return [], False, 0
        if terms := said_behind(right, strange=False):
            return terms, True, right.index(terms[0]) + 1
    before = [each for each in reversed(left[:head]) if each.kind is not Kind.BRACKET]
    rest = reversed(left[head + 1 :])
    beside = [each for each in rest if each.kind not in _STRANGE_OR_BRACKET]
    terms = [left[head], *beside, *before]
    noun = _noun_behind(kinds, count, right)
    return ([right[noun], *terms], False, noun + 1) if noun >= 0 else (terms, False, 0)


def _are_there(kinds: set[Kind], count: Token, right: list[Token]) -> bool:
    """Tell whether a number is of the applications behind it, of which no more is said.

    全年共有0件依申请公开; 有2件依申请公开 without a year or in a part is of some.
    """
    if _are_parted(right) or (_are_of_some(right) and not kinds):
        return kinds <= {Kind.PRESENT}
    if [each.kind for each in right] == [Kind.DECISION]:
        return kinds <= {Kind.PRESENT, Kind.JOIN}  # 作出694宗行政许可、21宗行政处罚
    if [each.kind for each in right] != [Kind.APPLICATION] or right[0].meaning != OWN:
        return False
    return kinds == {Kind.PRESENT} or (not kinds and count.value == 0)


def _are_parted(right: list[Token]) -> bool:
    """Tell whether parts of the applications behind a number follow: 39件申请中."""
    return len(right) > 1 and right[0].kind is Kind.APPLICATION and right[1].meaning == WITHIN


def _are_of_some(right: list[Token]) -> bool:
    """Tell whether it is said who made the applications behind a number: 15件申请均来自自然人."""
    kinds = [each.kind for each in right]
    return kinds == [Kind.APPLICATION, Kind.WHOLE, Kind.APPLICANT]


SHARES = ("占", "占比")
"""What compares with a whole, not with another year: 自然人占4件."""

_BLOCKED, _STRANGE_LEFT, _NOTHING = -1, -2, -3


def _head(left: list[Token], count: Token) -> int:
    """Return the place of what stands before a number, or why there is none.

    A number may be of each of what is named, strange or not: 复议、举报均为0.
    """
    added = -1
    last = left[-1].kind if left else None
    apiece = last is Kind.EACH or (last is Kind.WHOLE and count.value == 0)
    stray = False
    for place in range(len(left) - 1, -1, -1):
        each = left[place]
        kind = each.kind
        if kind in _SKIPPED:
            if each.meaning == WITHIN:
                return added if added >= 0 else _NOTHING
            stray = stray and kind is not Kind.JOIN
            continue
        if apiece and kind in _STRANGE:
            stray = True
            continue
        if kind is Kind.SUM:
            added = place if added < 0 else added
            continue
        if kind in HEADS:
            return _BLOCKED if stray else place
        if kind is Kind.UNKNOWN:
            typo = each.end - each.start == 1 and place and left[place - 1].kind in LOOSE_FIT
            if typo:
                continue
            if each.end < count.start and place == len(left) - 1:
                return added if added >= 0 else _NOTHING
            return added if added >= 0 else _STRANGE_LEFT
        return added if added >= 0 else _BLOCKED
    return added if added >= 0 else _NOTHING


def _noun_behind(kinds: set[Kind], count: Token, right: list[Token]) -> int:
    """Return the place of the noun behind a number, -1 for none: 收到12件…, 制发3件….

    What stands before the number in the text has its own: 办结、复议分别为9件、1件.
    """
    if right and right[0].start < count.start:
        return -1
    if Kind.ACT in kinds and Kind.DOCUMENT not in kinds:
        return 0 if right and right[0].kind is Kind.DOCUMENT else -1
    if Kind.APPLICATION in kinds or kinds.isdisjoint(_TAKING):
        return -1
    for place, each in enumerate(right):
        if each.kind in _NOUNS:
            return place
        if each.kind not in _BEFORE_NOUN:
            return -1
    return -1


_TAKING = (Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)
_NOUNS = (Kind.APPLICATION, Kind.FOREIGN, Kind.PROCEEDING)
_BEFORE_NOUN = Kind.of("INFO CLIENT APPLICANT CAUSE CHANNEL UNKNOWN BRINGING")


def _past(left: list[Token], count: Token) -> tuple[bool, bool]:
    """Tell whether a number is another year's or a difference, and whether one ends in it."""
    for each in reversed(left):
        if each.kind is Kind.COMPARED and each.meaning in SHARES and count.kind is Kind.QUANTITY:
            continue
        if each.kind is Kind.REACHING:
            return False, True
        if each.kind in _ELSEWHEN:
            return True, False
    return False, False


_ELSEWHEN = frozenset((Kind.COMPARED, Kind.REACHING, Kind.LAST, Kind.YEAR, Kind.NEXT, Kind.SINCE))
