"""A prescribed sum, as 校验 computes it."""

from __future__ import annotations

from govxlsx.form.control import BLANK, CORRECT, UNCOMPUTED, WRONG
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.template.computation import Computation, Computed
from govxlsx.template.positions import cells, references, sheet_of
from govxlsx.template.values import PLACES, Values, add, entries, verdict


def summed(edition: Edition, each: Sum, values: Values) -> Computation:
    """Return how a sum is computed; ``values`` are the figures as shown."""
    sheet = sheet_of(edition, each.field)
    found, expected = (
        Computed(
            f"SUM({references(cells(edition, fields), sheet)})",
            add(values[field] for field in fields),
        )
        for fields in (each.totals, each.parts)
    )
    whole = references(cells(edition, each.fields), sheet)
    typed = references(cells(edition, entries(edition, each)), sheet)
    formula = (
        f'IF(COUNTA({whole})<>COUNT({whole}),"{UNCOMPUTED}",'
        f'IF(ROUND({found.formula}-{expected.formula},{PLACES})<>0,"{WRONG}",'
        f'IF(AND(COUNT({typed})=0,{found.formula}=0),"{BLANK}","{CORRECT}")))'
    )
    return Computation(formula, verdict(edition, each, values), found, expected)
