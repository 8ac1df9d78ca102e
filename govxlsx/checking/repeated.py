"""One cause in many places of the text is one fact: the first place quoted, all of them counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govxlsx.checking.case import Passage
from govxlsx.checking.fact import Fact
from govxlsx.checking.prose import around

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
    sheets: dict[str, dict[str, None]] = {}
    for each, _, _ in stretches:
        if each.paragraph.at is not None:
            sheets.setdefault(each.paragraph.at.sheet, {})[each.paragraph.at.cell] = None
    given = {
        "context": around(passage.text, start, end),
        "times": f"，共 {len(stretches)} 处" if len(stretches) > 1 else "",
        "where": _where(sheets),
        **words,
    }
    cells = tuple(next(iter(sheets.values()))) if passage.paragraph.at is not None else ()
    return replace(passage.fact(start, end, **given), cells=cells)


def _where(sheets: dict[str, dict[str, None]]) -> str:
    """Write cells by sheet; where there is one, which the finding names, by themselves."""
    lists = ["、".join([*cells][:_MOST]) + _rest(len(cells)) for cells in sheets.values()]
    named = (f"“{sheet}”的 {cells}" for sheet, cells in zip(sheets, lists, strict=True))
    return "".join(lists) if len(lists) < 2 else "，".join(named)


def _rest(count: int) -> str:
    return f" 等 {count} 格" if count > _MOST else ""
