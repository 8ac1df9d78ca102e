"""From terms to the figures on 规章 and 规范性文件."""

from __future__ import annotations

import re

from govxlsx.claims.context import Subject
from govxlsx.claims.model import Reading, Role, Token
from govxlsx.claims.sentence import Sentence


def documents(sentence: Sentence, terms: list[Token], _: bool) -> list[Reading]:
    """Return the field of a number of documents: what was done with which of them."""
    context = sentence.context
    if context.subject is not Subject.DOCUMENTS:
        return []
    act = next((each.meaning for each in terms if each.role is Role.ACT), "")
    if not act:
        near = [each for each in sentence.clause_before(terms[0]) if each.role is Role.ACT]
        going_on = _goes_on(sentence, terms[-1])
        act = near[0].meaning if near else (context.act if going_on else "")
    kinds = (each.meaning for each in terms if each.role is Role.DOCUMENT)
    document = next(kinds, context.document)
    names = (f"disclosure.{document}.{each}" for each in ACTS.get(act, (act,)))
    found: list[Reading] = [(name, ()) for name in names if act and context.knows(name)]
    return found[:1]


ACTS = {"issued": ("issued", "produced")}
"""制发 is the form's 制发 in one edition and its 新制作 in the other."""


def _goes_on(sentence: Sentence, term: Token) -> bool:
    """Tell whether a term goes on with the list of the quantity before it: 规章2件、文件5件.

    Behind 规章3件、废止5件 it is open which of the two goes on.
    """
    last = next((each for each in reversed(sentence.tokens) if each.end <= term.start), None)
    listed = sentence.context.listed
    if last is None or last.role is not Role.QUANTITY or not listed:
        return False
    between = sentence.text[last.end : term.start]
    behind = sentence.clause_before(last)
    return (
        any(each.role is Role.DOCUMENT for each in behind)
        and listed[-1].startswith("disclosure.")
        and re.fullmatch("[、,和及以]*", between) is not None
    )
