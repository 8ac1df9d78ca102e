"""From a text to its sentences: words, then clauses, then phrases, then pieces.

Reports have many sentences in common: what was made of one is kept for the next text that has it.
"""

from __future__ import annotations

from functools import lru_cache

from govxlsx.claims.clauses import clauses, every
from govxlsx.claims.model import Clause, Kind, Sentence, Token
from govxlsx.claims.phrases import phrases, widened
from govxlsx.claims.pieces import COUNTS, GROUPED, pieces
from govxlsx.claims.scanning import TELLING, tokens
from govxlsx.claims.topics import steers
from govxlsx.claims.vocabulary.applications import NEW, TOPIC
from govxlsx.claims.vocabulary.asides import PARTING
from govxlsx.claims.vocabulary.results import LISTED


@lru_cache(maxsize=1024)
def sentence(text: str, year: int) -> Sentence:
    """Return a sentence of a folded text of a report on a year."""
    words = tokens(text)
    found = clauses(words)
    if TELLING.isdisjoint([each.kind for each in words]):
        rows = (each.tokens for each in every(found))
        return Sentence([], steering=tuple(filter(steers, rows)))
    return _foreseen(_prepared(found, year))


def _prepared(row: list[Clause], year: int) -> list[Clause]:
    """Return clauses with their phrases and pieces made, those in brackets too."""
    found = []
    for each in _continued(row):
        words = phrases(widened(each), year)
        brackets = [_prepared(inner, year) for inner in each.brackets]
        found.append(Clause(each.opener, words, brackets, tuple(pieces(words))))
    return found


def _foreseen(found: list[Clause]) -> Sentence:
    """Return a sentence with what is asked of it before it is read.

    公开 alone is how something ended, where another one of the six results is named too.
    """
    channels, kinds, results, named = 0, set[Kind](), False, False
    words: list[Token] = []
    for clause in every(found):
        channel = False
        words += clause.tokens
        for each in clause.tokens:
            kind = each.kind
            if kind not in _FORESEEN:
                continue
            kinds.add(kind)
            if kind is Kind.CHANNEL:
                channel = True
            elif kind is Kind.QUANTITY or kind is Kind.FIGURE:
                channels, channel = channels + channel, False
            elif kind is Kind.FOREIGN:
                channel = False
            elif kind is Kind.GROUP:
                results = results or each.meaning != LISTED
            elif kind is Kind.APPLICATION:
                named = named or each.meaning != TOPIC
            elif kind is Kind.RECEIVE:
                named = named or each.meaning == NEW
    return Sentence(
        found,
        tuple(words),
        channels=channels,
        concludes=not kinds.isdisjoint(_DONE),
        results=results,
        ours=named and kinds.isdisjoint(_CASES),
        parting=is_parting(words[0]),
    )


_DONE = (Kind.CONCLUDE, Kind.CARRIED, Kind.APPLICANT, Kind.ITEM)
"""What tells what was done."""

_CASES = (Kind.PROCEEDING, Kind.OUTCOME)
_NAMING = (Kind.APPLICATION, Kind.RECEIVE, Kind.GROUP, Kind.CHANNEL, Kind.FOREIGN)
_FORESEEN = frozenset((*_DONE, *_CASES, *_NAMING, *COUNTS))


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
        if found and _is_apiece(each):
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


def _is_apiece(clause: Clause) -> bool:
    """Tell whether a clause begins with 分别, or with 本年分别."""
    for each in clause.tokens:
        if each.kind is not Kind.PRESENT:
            return each.kind is Kind.EACH
    return False


def _only_compares(clause: Clause) -> bool:
    """Tell whether a clause says no more than how figures compare: 同比增长5%、3%, 占多数."""
    return not clause.brackets and {each.kind for each in clause.tokens} <= _COMPARING


_COMPARING = {Kind.UNKNOWN, Kind.COMPARED, Kind.FIGURE, Kind.JOIN, Kind.LAST, Kind.YEAR}


def _up_to_names(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what is said at their end of all of them.

    So in 复议、诉讼“双下降”, 予以公开、部分公开两类.
    """
    end = len(tokens)
    while end and (
        tokens[end - 1].kind in (Kind.UNKNOWN, Kind.COMPARED) or tokens[end - 1].unit in GROUPED
    ):
        end -= 1
    return tokens[:end]


def _only_names(clause: Clause) -> bool:
    kinds = {each.kind for each in _up_to_names(clause.tokens)}
    return not clause.brackets and kinds.isdisjoint(_TELLING) and Kind.JOIN in kinds


_TELLING = (*COUNTS, Kind.NEGATION)
