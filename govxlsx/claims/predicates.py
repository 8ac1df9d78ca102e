"""What is said behind a number of what it counts: 2件不予公开, 3件结转下年."""

from govxlsx.claims.model import Kind, Token
from govxlsx.claims.scanning import WITHIN
from govxlsx.claims.vocabulary.applications import NEW
from govxlsx.claims.vocabulary.asides import ASKING, WHY
from govxlsx.claims.vocabulary.disclosure import IN_FORCE

_PREDICATES = Kind.of("CARRIED MOVE GROUP ITEM OUTCOME UNDECIDED CONCLUDE APPLICANT PROCEEDING")
"""What may be said behind a number of what it counts."""

LOOSE_FIT = Kind.of("GROUP ITEM OUTCOME CARRIED UNDECIDED CONCLUDE APPLICANT")


def said_behind(right: list[Token], *, strange: bool) -> list[Token]:
    """Return what is said behind a number of what it counts, what tells most first."""
    if right and right[0].meaning == WITHIN:
        return []
    if len(right) > 1 and right[0].meaning == IN_FORCE and right[1].kind is Kind.DOCUMENT:
        return [right[1], right[0]]
    said = _said(right)
    fitting = LOOSE_FIT if strange else _PREDICATES
    found = [each for each in said if each.kind in fitting or _is_new(each)]
    if not found:
        return []
    first = found[0]
    if first.kind is Kind.CONCLUDE:
        first = next((each for each in found if each.kind in _FIRMER), first)
    if first.kind is Kind.PROCEEDING:
        first = next((each for each in found if each.kind in _ENDED), first)
    if first.kind is Kind.GROUP:
        items = (each for each in found if each.kind is Kind.ITEM)
        group = first.meaning
        first = next((each for each in items if each.meaning.startswith(group)), first)
    behind = right[right.index(first) + 1 :]
    if first.kind is Kind.CONCLUDE and any(each.kind in _NOUNS for each in behind):
        return []
    nouns = [each for each in said if each.kind in _ABOUT or each.kind in _HOW]
    return [first, *(each for each in found if each is not first), *nouns]


def _is_new(token: Token) -> bool:
    """Tell whether a word is 新收, which is said of numbers too: 其中11件为新收."""
    return token.kind is Kind.RECEIVE and token.meaning == NEW


def _said(right: list[Token]) -> list[Token]:
    """Return the words behind a number up to where something else is spoken of."""
    found: list[Token] = []
    why = told = False
    for each in right[1:] if right and right[0].meaning in _RESULT else right:
        why = why or (each.kind is Kind.CAUSE and each.meaning in WHY)
        if (each.kind in _OTHER and not why) or (
            each.kind is Kind.CAUSE and each.meaning.startswith(ASKING)
        ):
            return found if told else []
        if each.kind in _TIMES and not told:
            return []
        told = told or each.kind in _PREDICATES or _is_new(each)
        found.append(each)
    return found


_RESULT = ("办理结果", "处理结果", "答复结果")
"""What names behind a number that a result follows: 8件办理结果为信息不存在."""

_OTHER = (Kind.FOREIGN, Kind.OBJECT, Kind.NEGATION, Kind.MONEY)
_TIMES = (Kind.LAST, Kind.YEAR, Kind.COMPARED)
_HOW = (Kind.CLIENT, Kind.CHANNEL)
_ABOUT = (Kind.APPLICATION, Kind.RECEIVE, Kind.HANDLE)
_NOUNS = (Kind.UNKNOWN, Kind.INFO, Kind.OBJECT)
_ENDED = (Kind.OUTCOME, Kind.UNDECIDED)
_FIRMER = (Kind.ITEM, Kind.GROUP, Kind.CARRIED, Kind.UNDECIDED, Kind.OUTCOME)
