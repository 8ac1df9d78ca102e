"""From a text to its sentences: words, then clauses, then phrases.

Reports have many sentences in common: what was made of one is kept for the next text that has it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from govxlsx.claims.clauses import clauses, every, moved
from govxlsx.claims.model import Clause, Kind, Sentence, Token
from govxlsx.claims.phrases import phrases, widened
from govxlsx.claims.pieces import COUNTS, GROUPED
from govxlsx.claims.scanning import TELLING, tokens
from govxlsx.claims.topics import steers

_KEPT = 1024
"""So many sentences are kept."""


@lru_cache(maxsize=_KEPT)
def silent(sentence: str) -> list[list[Token]]:
    """Return the words of the clauses that tell of what a sentence speaks, which claims nothing."""
    found = every(clauses(tokens(sentence, 0, len(sentence))))
    return [each.tokens for each in found if steers(each.tokens)]


def telling(text: str, start: int, end: int, year: int) -> Sentence | None:
    """Return a sentence of a text of a report on a year, None where nothing in it may claim."""
    kept, key = _kept(), (text[start:end], year)
    found = kept.get(key)
    if found is None:
        if len(kept) >= _KEPT:
            kept.clear()
        words = tokens(text, start, end)
        tells = not TELLING.isdisjoint([each.kind for each in words])
        found = kept[key] = start, _prepared(clauses(words), year) if tells else None
    begun, sentence = found
    return sentence if sentence is None or begun == start else moved(sentence, start - begun)


@cache
def _kept() -> dict[tuple[str, int], tuple[int, Sentence | None]]:
    """Return the sentences met before, each with where it stood then."""
    return {}


def _prepared(sentence: Sentence, year: int) -> Sentence:
    """Return a sentence with the phrases of its clauses made, those in brackets too."""
    return [
        Clause(
            each.opener,
            phrases(widened(each), year),
            [_prepared(inner, year) for inner in each.brackets],
        )
        for each in _continued(sentence)
    ]


def _continued(sentence: Sentence) -> list[Clause]:
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
