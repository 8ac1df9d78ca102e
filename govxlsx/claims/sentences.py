"""From a text to its sentences: words, then clauses, then phrases, then pieces.

Reports have many sentences in common, most of all where one was copied from the other and has its
own counts: what was made of one is kept for the next text that has it, whatever it counts.
"""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from govxlsx.claims.clauses import clauses, every
from govxlsx.claims.model import Clause, Kind, Sentence, Token
from govxlsx.claims.phrases import phrases, widened
from govxlsx.claims.pieces import COUNTS, GROUPED, pieces
from govxlsx.claims.scanning import TELLING, tokens
from govxlsx.claims.together import over_acts
from govxlsx.claims.topics import steers
from govxlsx.claims.vocabulary.applicants import PERSON
from govxlsx.claims.vocabulary.applications import NEW, TOPIC
from govxlsx.claims.vocabulary.asides import ACTS, PARTING
from govxlsx.claims.vocabulary.disclosure import ADDED, GROWN
from govxlsx.claims.vocabulary.results import DENIED, LISTED


@lru_cache(maxsize=1024)
def sentence(text: str, year: int) -> Sentence:
    """Return a sentence of a folded text of a report on a year."""
    words = tokens(text)
    found = clauses(words)
    kinds = {each.kind for each in words}
    by_whom = Kind.APPLICANT in kinds and any(map(_is_person, words))
    if TELLING.isdisjoint(kinds) and not by_whom:
        rows = (each.tokens for each in every(found))
        return Sentence([], steering=tuple(filter(steers, rows)))
    if Kind.MOVE in kinds and not kinds.isdisjoint(_ADDING):
        found = _newly_received(found)
    if kinds >= _BY_ACCESS and kinds.isdisjoint(_DEALT_WITH) and _is_by_access(words):
        found = [
            Clause(_MARKS.get(each.opener, each.opener), each.tokens, each.brackets)
            for each in found
        ]
    return _foreseen(_prepared(found, year))


def _is_person(token: Token) -> bool:
    """Tell whether a word may say of all applications who applied: 申请人均为自然人."""
    return token.kind is Kind.APPLICANT and token.meaning == PERSON


def _prepared(row: list[Clause], year: int) -> list[Clause]:
    """Return clauses with their phrases and pieces made, those in brackets too."""
    found: list[Clause] = []
    for each in _continued(row):
        words = phrases(widened(each), year)
        if words[0].kind is Kind.BRINGING and any(map(_is_over_acts, found)):
            words = over_acts(words, told=True)
        brackets = [_prepared(inner, year) for inner in each.brackets]
        found.append(Clause(each.opener, words, brackets, tuple(pieces(words))))
    return found


def _is_over_acts(clause: Clause) -> bool:
    """Tell whether a clause is on other acts: 因行政处罚被申请复议2件; 被提起诉讼1件 is so, too."""
    return any(each.meaning == ACTS for each in clause.tokens)


def _foreseen(found: list[Clause]) -> Sentence:
    """Return a sentence with what is asked of it before it is read."""
    words = [each for clause in every(found) for each in clause.tokens]
    kinds = {each.kind for each in words}
    return Sentence(
        found,
        tuple(words),
        channels=sum(map(_channels, every(found))) if Kind.CHANNEL in kinds else 0,
        concludes=not kinds.isdisjoint(_DONE),
        results=Kind.GROUP in kinds and any(map(_is_result, words)),
        ours=kinds.isdisjoint(_CASES) and any(map(_is_ours, words)),
        parting=is_parting(words[0]),
    )


_DONE = (Kind.CONCLUDE, Kind.CARRIED, Kind.APPLICANT, Kind.ITEM)
"""What tells what was done."""

_CASES = (Kind.PROCEEDING, Kind.OUTCOME)


def _channels(clause: Clause) -> int:
    """Return how many numbers of a clause are of one channel each."""
    found, channel = 0, False
    for each in clause.tokens:
        if each.kind is Kind.CHANNEL:
            channel = True
        elif each.kind in COUNTS:
            found, channel = found + channel, False
        elif each.kind is Kind.FOREIGN:
            channel = False
    return found


def _is_result(token: Token) -> bool:
    """Tell whether a word names one of the six results; 公开 does beside another one only."""
    return token.kind is Kind.GROUP and token.meaning != LISTED


def _is_ours(token: Token) -> bool:
    """Tell whether a word names applications."""
    if token.kind is Kind.APPLICATION:
        return token.meaning != TOPIC
    return token.kind is Kind.RECEIVE and token.meaning == NEW


def is_parting(token: Token) -> bool:
    """Tell whether parts of what was told follow: 其中; not 另."""
    return token.kind is Kind.PART and token.meaning in PARTING


def _continued(sentence: list[Clause]) -> list[Clause]:
    """Return the clauses, with 分别为6件和3件 joined to the clause before, which names of what.

    A clause between them that only says how these compare is passed over: 占多数.
    """
    found: list[Clause] = []
    for each in sentence:
        clause = each
        if found and _is_row(each):
            clause = _at_names(each, found)
        elif found and _is_apiece(each):
            at = len(found) - 1
            while at and _only_compares(found[at]):
                at -= 1
            names = [place for place in range(at, len(found)) if _only_names(found[place])]
            if names:
                last = found[names[0]]
                del found[names[0] :]
                tokens = [*_up_to_names(last.tokens), *each.tokens]
                clause = Clause(last.opener, tokens, each.brackets)
        found.append(clause)
    return found


def _is_row(clause: Clause) -> bool:
    """Tell whether a clause is a row of numbers: 26件、26件、1件."""
    tokens = clause.tokens
    if len(tokens) < 3 or tokens[0].kind is not Kind.QUANTITY or tokens[1].kind is not Kind.JOIN:
        return False
    counts, joins = {each.kind for each in tokens[::2]}, {each.kind for each in tokens[1::2]}
    return len(tokens) % 2 == 1 and counts == {Kind.QUANTITY} and joins == {Kind.JOIN}


def _at_names(row: Clause, found: list[Clause]) -> Clause:
    """Return a row of numbers joined to the clause that names what they are of, taken from those.

    One word may stand between: 收到申请、答复申请；数量：26件、25件.
    """
    at = len(found) - 1
    if at and [each.kind for each in found[at].tokens] == [Kind.UNKNOWN]:
        at -= 1
    last = found[at]
    joins = [sum(each.kind is Kind.JOIN for each in one.tokens) for one in (last, row)]
    if not _only_names(last) or joins[0] != joins[1]:
        return row
    del found[at:]
    start = row.tokens[0].start
    tokens = [*last.tokens, Token(Kind.EACH, start, start, "分别"), *row.tokens]
    return Clause(last.opener, tokens, row.brackets)


def _newly_received(row: list[Clause]) -> list[Clause]:
    """Return clauses with 新增 told as 新收 beside what was carried in: 新增15件，去年转来2件."""
    found = list(row)
    for at, (each, behind) in enumerate(pairwise(row)):
        words = [one for one in each.tokens if one.kind is not Kind.PRESENT]
        if [one.kind for one in words[1:]] != [Kind.QUANTITY] or words[0].meaning not in _ADDED:
            continue
        kinds = [one.kind for one in behind.tokens]
        if Kind.LAST in kinds[:1] and Kind.MOVE in kinds:
            new = replace(words[0], kind=Kind.RECEIVE, meaning=NEW)
            found[at] = Clause(each.opener, [new, words[1]], each.brackets)
    return found


def _is_by_access(words: list[Token]) -> bool:
    """Tell whether what was made is told by access to it, not what was asked for.

    主动公开信息7条，占比6.25%；依申请公开信息59条；不予公开信息46条.
    """
    return all(each.kind is not Kind.GROUP or each.meaning == DENIED for each in words)


_MARKS = {";": ","}
_BY_ACCESS = {Kind.FOREIGN, Kind.APPLICATION, Kind.GROUP}
_DEALT_WITH = Kind.of("RECEIVE HANDLE CONCLUDE MOVE CARRIED CHANNEL APPLICANT")

_ADDED = (ADDED, GROWN)
_ADDING = (Kind.ACT, Kind.COLUMN)


def _is_apiece(clause: Clause) -> bool:
    """Tell whether a clause begins with 分别, or with 本年分别."""
    kinds = (each.kind for each in clause.tokens if each.kind is not Kind.PRESENT)
    return next(kinds, None) is Kind.EACH


def _only_compares(clause: Clause) -> bool:
    """Tell whether a clause says no more than how figures compare: 同比增长5%、3%, 占多数."""
    return not clause.brackets and {each.kind for each in clause.tokens} <= _COMPARING


_COMPARING = {Kind.UNKNOWN, Kind.COMPARED, Kind.FIGURE, Kind.JOIN, Kind.LAST, Kind.YEAR}


def _up_to_names(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what is said at their end of all of them.

    So in 复议、诉讼“双下降”, 予以公开、部分公开两类, 新收、办结同上年持平.
    """
    end = len(tokens)
    while end and (
        tokens[end - 1].kind in (Kind.UNKNOWN, Kind.COMPARED)
        or tokens[end - 1].unit in GROUPED
        or (end < len(tokens) and tokens[end - 1].kind in (Kind.LAST, Kind.YEAR))
    ):
        end -= 1
    return tokens[:end]


def _only_names(clause: Clause) -> bool:
    kinds = {each.kind for each in _up_to_names(clause.tokens)}
    return not clause.brackets and kinds.isdisjoint(_TELLING) and Kind.JOIN in kinds


_TELLING = (*COUNTS, Kind.NEGATION)
