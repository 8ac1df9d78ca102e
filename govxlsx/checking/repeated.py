"""One cause in many places of the text is one fact: the first place quoted, all of them counted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govxlsx.addresses import Place
from govxlsx.checking.case import Case, Passage
from govxlsx.checking.fact import Fact, Facts, Skipped
from govxlsx.checking.prose import around, matches
from govxlsx.checking.rule import Look

QuotedPlace = tuple[Passage, int, int]
"""A paragraph, and from where to where in its text."""

_MOST = 12
"""So many cells of a sheet are named; ``cells`` has all of them."""


def gathered(stretches: Sequence[QuotedPlace], **words: str) -> Fact:
    """Return one fact of all stretches, of which there is at least one, in the text's order.

    It stands at the first; ``cells`` are those of its sheet. The words ``quote``, ``context``,
    ``cell`` are of the first, ``times`` counts ("，共 3 处", "" for one), ``where`` has all cells.
    """
    passage, start, end = stretches[0]
    sheets = _by_sheet(each.paragraph.at for each, _, _ in stretches)
    given = {
        "context": around(passage.text, start, end),
        "times": _times(len(stretches)),
        "where": _where(sheets),
        **words,
    }
    cells = tuple(next(iter(sheets.values()))) if passage.paragraph.at is not None else ()
    return replace(passage.fact(start, end, **given), cells=cells)


def wherever(pattern: re.Pattern[str], **words: str) -> Look:
    """Return a look that makes one fact of all places of the text where a pattern occurs."""

    def look(case: Case) -> Iterator[Fact]:
        found = [(passage, *match.span()) for passage, match in matches(case, pattern)]
        if found:
            yield gathered(found, **words)

    return look


def folding(look: Look) -> Look:
    """Return a look that says once what another one says of several places of the text.

    What is alike but for the words ``quote``, ``cell`` and ``where`` is one fact, the first, with
    ``times`` and ``where`` as ``gathered`` has them; ``cells`` are those of the text's sheet where
    they were none.
    """

    def folded(case: Case) -> Facts:
        alike: dict[object, list[Fact]] = {}
        for each in look(case):
            if isinstance(each, Skipped):
                yield each
                continue
            said = {**each.words, "cell": "", "where": "", "quote": ""}
            key = each.field, each.found, each.expected, *said.items()
            alike.setdefault(key, []).append(each)
        yield from map(_folded, alike.values())

    return folded


def _folded(facts: Sequence[Fact]) -> Fact:
    first = facts[0]
    if len(facts) == 1:
        return first
    sheets = _by_sheet(
        Place(each.sheet, each.cell) if each.sheet and each.cell else None for each in facts
    )
    own = tuple(sheets[first.sheet]) if first.sheet in sheets else ()
    words = {**first.words, "times": _times(len(facts)), "where": _where(sheets)}
    return replace(first, words=words, cells=first.cells or (own if len(own) > 1 else ()))


def _times(count: int) -> str:
    return f"，共 {count} 处" if count > 1 else ""


def _by_sheet(places: Iterable[Place | None]) -> dict[str, dict[str, None]]:
    sheets: dict[str, dict[str, None]] = {}
    for at in places:
        if at is not None:
            sheets.setdefault(at.sheet, {})[at.cell] = None
    return sheets


def _where(sheets: dict[str, dict[str, None]]) -> str:
    """Write cells by sheet; where there is one, which the finding names, by themselves."""
    lists = [
        "、".join([*cells][:_MOST]) + (f" 等 {len(cells)} 格" if len(cells) > _MOST else "")
        for cells in sheets.values()
    ]
    named = (f"“{sheet}”的 {cells}" for sheet, cells in zip(sheets, lists, strict=True))
    return "".join(lists) if len(lists) < 2 else "，".join(named)
