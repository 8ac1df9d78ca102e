"""From words to phrases: a 结转 with its years, a cause with what it brought about.

Each step takes a clause's tokens and returns them with several made one, or with those left out
that only tell why. A step looks at every token once.
"""

from dataclasses import replace

from govxlsx.claims import together
from govxlsx.claims.causes import caused
from govxlsx.claims.model import Clause, Kind, Token
from govxlsx.claims.together import ANSWERS, CLIENTS, RESULTS
from govxlsx.claims.vocabulary.applicants import LOOSE
from govxlsx.claims.vocabulary.applications import CARRIED_IN, CARRIED_OUT
from govxlsx.claims.vocabulary.results import BOTH, DISCLOSED, LISTED, PARTLY

_DONE = (Kind.HANDLE, Kind.CONCLUDE)
_MOVING = (Kind.MOVE, Kind.NEXT, Kind.LAST, Kind.YEAR)
_CAUSED = (Kind.APPLICATION, Kind.LAST, Kind.YEAR, Kind.PRESENT)
_ACTS = (Kind.FOREIGN, Kind.DECISION)
_COUNTS = (Kind.FIGURE, Kind.QUANTITY)
_ASKED = (Kind.CAUSE, Kind.GROUP)
_WHY = (Kind.CAUSE, Kind.BRINGING, Kind.PROCEEDING, Kind.MONEY)


def phrases(tokens: list[Token], year: int) -> list[Token]:
    """Return the phrases of a clause of a report on a year."""
    kinds = {each.kind for each in tokens}
    if Kind.YEAR in kinds:
        tokens = _timed(tokens, year)
    if Kind.PROCEEDING in kinds:
        tokens = together.cases(tokens, acts=not kinds.isdisjoint(_ACTS))
    if Kind.FOREIGN in kinds and Kind.CHANNEL in kinds:
        tokens = together.lettered(tokens)
    if Kind.OBJECT in kinds and Kind.RECEIVE in kinds:
        tokens = together.filed(tokens)
    if Kind.JOIN in kinds and not kinds.isdisjoint(CLIENTS):
        tokens = _everybody(tokens)
    if not kinds.isdisjoint(_MOVING):
        tokens = _carried(tokens)
    if tokens[0].kind is Kind.CAUSE or (Kind.APPLICATION in kinds and not kinds.isdisjoint(_ASKED)):
        tokens = together.asked(tokens)
    if not kinds.isdisjoint(_CAUSED) and not kinds.isdisjoint(_WHY):
        tokens = caused(tokens)
    if Kind.EACH in kinds and Kind.JOIN in kinds:
        tokens = together.distributed(tokens)
    if Kind.QUANTITY in kinds and Kind.JOIN in kinds and Kind.APPLICANT in kinds:
        tokens = together.counted(tokens)
    if not kinds.isdisjoint(_COUNTS) and not kinds.isdisjoint(CLIENTS):
        tokens = together.single(tokens)
    if not kinds.isdisjoint(RESULTS) and not kinds.isdisjoint((*ANSWERS, Kind.OBJECT)):
        tokens = together.answered(tokens)
    both = Kind.GROUP in kinds and Kind.JOIN in kinds and Kind.EACH not in kinds
    return together.joined(tokens) if both else tokens


def widened(clause: Clause) -> list[Token]:
    """Return the tokens of a clause with 予以公开（含部分公开） told as both groups.

    So is 公开类答复22件（全部公开17件、部分公开5件）.

    What a bracket says that all of the clause is about stands before it.
    """
    if not clause.brackets:
        return clause.tokens
    found = list(clause.tokens)
    if any(map(_tells_about, clause.brackets)):
        found.insert(0, Token(Kind.INFO, found[0].start, found[0].start))
    for place, each in enumerate(clause.tokens[1:], 1):
        if each.kind is not Kind.BRACKET:
            continue
        at = place - 2 if place > 1 and found[place - 1].kind is Kind.QUANTITY else place - 1
        at -= found[at].meaning == "类"
        group = found[at]
        if group.kind is not Kind.GROUP:
            continue
        inner = [one for part in clause.brackets[int(each.value)] for one in part.tokens]
        partly = any(one.kind is Kind.GROUP and one.meaning == PARTLY for one in inner)
        counted = any(one.kind is Kind.QUANTITY for one in inner)
        fully = any(one.kind is Kind.GROUP and one.meaning == DISCLOSED for one in inner)
        if group.meaning in (DISCLOSED, LISTED) and partly and (fully or not counted):
            found[at] = replace(group, meaning=BOTH)
    return found


def _tells_about(bracket: list[Clause]) -> bool:
    """Tell whether a bracket says of what cases are: 行政复议2件（均涉政府信息公开）."""
    kinds = {each.kind for clause in bracket for each in clause.tokens}
    return {Kind.CAUSE, Kind.INFO} <= kinds <= _ABOUT


_ABOUT = {Kind.CAUSE, Kind.INFO, Kind.WHOLE, Kind.BRINGING}


def _timed(tokens: list[Token], year: int) -> list[Token]:
    """Return the tokens with the years in digits told as this, last and next.

    2024年以来 is no more than the year where it is the report's.
    """
    kinds = {year: Kind.PRESENT, year - 1: Kind.LAST, year + 1: Kind.NEXT}
    found: list[Token] = []
    for word in tokens:
        year = word.kind is Kind.YEAR
        each = replace(word, kind=kinds.get(int(word.value), Kind.YEAR)) if year else word
        now = bool(found) and found[-1].kind is Kind.PRESENT and _is_since(found[-1], each)
        if not now:
            found.append(each)
    return found


def _is_since(year: Token, word: Token) -> bool:
    """Tell whether 以来 stands right behind a year, no more than its first day between them."""
    near = word.start - year.end <= len("01月01日")
    return near and word.kind is Kind.SINCE and word.meaning == "以来"


def _everybody(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 公民、法人和其他组织 made one: named together they are everybody."""
    found: list[Token] = []
    run: list[Token] = []
    for each in tokens:
        if each.kind in CLIENTS or (each.kind is Kind.JOIN and run):
            run.append(each)
            continue
        found.extend(_everybody_of(run))
        run = []
        found.append(each)
    return found + _everybody_of(run)


def _everybody_of(run: list[Token]) -> list[Token]:
    """Return a row of applicants as one where anybody is among them."""
    if run and run[-1].kind is Kind.JOIN:
        return [*_everybody_of(run[:-1]), run[-1]]
    if len(run) < 3 or not any(each.kind is Kind.CLIENT or each.meaning == LOOSE for each in run):
        return run
    return [Token(Kind.CLIENT, run[0].start, run[-1].end)]


def _carried(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every 结转 and the years beside it made one phrase."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        each = tokens[at]
        behind = tokens[at + 1] if at + 1 < len(tokens) else each
        if each.kind is Kind.MOVE:
            at = _moved(tokens, at, found)
        elif each.kind is Kind.NEXT and behind.kind in (*_DONE, Kind.MOVE):
            found.append(_phrase(each, behind, CARRIED_OUT))
            at += 2
        elif each.kind is Kind.LAST and behind.kind is Kind.UNDECIDED and behind.meaning == "open":
            # 上年未办结.
            found.append(_phrase(each, behind, CARRIED_IN))
            at += 2
        elif each.kind is Kind.CARRIED and found and found[-1].kind is Kind.LAST:
            found.append(_phrase(found.pop(), each, CARRIED_IN))
            at += 1
        else:
            found.append(each)
            at += 1
    return found


def _moved(tokens: list[Token], at: int, found: list[Token]) -> int:
    """Add the phrase of a 结转 to what was found; return where the tokens go on."""
    move = tokens[at]
    if len(found) > 1 and found[-1].kind is Kind.UNDECIDED and found[-2].kind is Kind.LAST:
        found.pop()
    before = _BEFORE.get(found[-1].kind, "") if found else ""
    start = found.pop() if before else move
    direction, number, last, behind = before, None, move, at + 1
    while behind < len(tokens):
        each = tokens[behind]
        ahead = not direction and number is None and _ahead(tokens, behind)
        if each.kind is Kind.MOVE and direction and _ahead(tokens, behind):
            break
        if each.kind in _TIMES:
            direction = direction or _DIRECTIONS.get(each.kind, "")
            last = each
        elif each.kind is Kind.QUANTITY and ahead:
            number = each
        elif not (each.kind is Kind.APPLICATION and ahead):
            break
        behind += 1
    if not direction:
        found.append(move)
        return at + 1
    found.append(_phrase(start, last, direction))
    if number is not None:
        found.append(number)
    return behind


_BEFORE = {Kind.LAST: CARRIED_IN, Kind.NEXT: CARRIED_OUT}
_TIMES = frozenset((Kind.NEXT, Kind.PRESENT, Kind.LAST, Kind.MOVE, *_DONE))
_DIRECTIONS = {Kind.NEXT: CARRIED_OUT, Kind.PRESENT: CARRIED_IN, Kind.LAST: CARRIED_IN}


def _ahead(tokens: list[Token], at: int) -> bool:
    """Tell whether a year stands right behind a token: 结转3件至下年."""
    kinds = (Kind.NEXT, Kind.PRESENT) if tokens[at].kind is not Kind.APPLICATION else (Kind.NEXT,)
    return at + 1 < len(tokens) and tokens[at + 1].kind in kinds


def _phrase(first: Token, last: Token, meaning: str) -> Token:
    return Token(Kind.CARRIED, min(first.start, last.start), max(first.end, last.end), meaning)
