"""Many broken sums of one kind in a table: told once, with the one mend that is likely."""

from collections.abc import Sequence
from dataclasses import replace

from govxlsx.addresses import areas_text, position, rectangles
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Fact, Shifted, Together
from govxlsx.checking.hints import formula
from govxlsx.report.arithmetic import Tally

_MANY = 4
"""So many sums are hardly broken each by itself."""


def together(case: Case, tallies: Sequence[Tally], facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts of broken sums of one kind; those of one likely cause say which it is."""
    alone = [fact for fact in facts if not (_is_led(fact) or fact.follows)]
    if len(alone) < _MANY:
        return list(facts)
    first = tallies[facts.index(alone[0])]
    if first.sum.is_total:
        found = _totals(case, first, alone)
    elif all(fact.first for fact in alone):
        before = "、".join(dict.fromkeys(fact.first for fact in alone))
        found = Together(_areas(alone), len(alone), first=before)
    else:
        return list(facts)
    return [replace(fact, together=found) if fact in alone else fact for fact in facts]


def _is_led(fact: Fact) -> bool:
    """Tell whether one cell mends a sum and others."""
    return fact.cause is not None and fact.cause.then is not None and fact.cause.leads


def _totals(case: Case, first: Tally, alone: Sequence[Fact]) -> Together:
    """Return how totals are mended that are not the template's formulas."""
    placed = [
        (each, at.cell)
        for each in case.tallies
        if each.sum.code == first.sum.code
        if (at := case.report.figures[each.sum.field].at) is not None
    ]
    fill = rectangles(position(cell) for _, cell in placed)
    whole = len(fill) == 1
    top, cell = placed[0] if whole else (first, alone[0].cell or "")
    shifted = [hint for fact in alone for hint in fact.hints if isinstance(hint, Shifted)]
    return Together(
        _areas(alone),
        len(alone),
        cell=cell,
        formula=formula(case, top),
        fill=fill[0].reference() if whole else "",
        across=whole and fill[0].top == fill[0].bottom,
        blank=all(fact.blanks for fact in alone),
        shifted=shifted[0] if len(shifted) * 2 > len(alone) else None,
    )


def _areas(facts: Sequence[Fact]) -> str:
    return areas_text(position(fact.cell) for fact in facts if fact.cell)
