"""From tokens to clauses: what stands between two commas, what is in brackets beside it."""

from collections.abc import Iterator

from govxlsx.claims.model import Clause, Kind, Token

_DEEPEST = 3
"""Brackets in brackets in brackets are read as commas."""


def clauses(tokens: list[Token]) -> list[Clause]:
    """Return the clauses of a sentence; a bracket is part of the clause that it stands in."""
    found, _ = _row(iter(tokens), "", 0)
    return found


def _row(
    tokens: Iterator[Token], opener: str, end: int, depth: int = 0
) -> tuple[list[Clause], int]:
    """Return the clauses up to the bracket that closes them or to the end, and where they end."""
    found: list[Clause] = []
    words: list[Token] = []
    brackets: list[list[Clause]] = []
    for token in tokens:
        end = token.end
        if token.kind is not Kind.MARK:
            words.append(token)
            continue
        if token.meaning == "(" and depth < _DEEPEST:
            inner, end = _row(tokens, "(", end, depth + 1)
            words.append(Token(Kind.BRACKET, token.start, end, value=len(brackets)))
            brackets.append(inner)
            continue
        if token.meaning == ")" and depth:
            break
        if words:
            found.append(Clause(opener, words, brackets))
            words, brackets = [], []
        opener = token.meaning
    if words:
        found.append(Clause(opener, words, brackets))
    return found, end


def every(sentence: list[Clause]) -> Iterator[Clause]:
    """Yield the clauses of a sentence and of its brackets, in the order of the text."""
    for clause in sentence:
        yield clause
        for inner in clause.brackets:
            yield from every(inner)
