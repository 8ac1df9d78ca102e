"""How a line of 校验 is computed: formulas, and what they give now; those of a prescribed sum."""

from dataclasses import dataclass

from govxlsx.form.control import BLANK, CORRECT, UNCOMPUTED, WRONG
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.report.figure import Number
from govxlsx.template.positions import cells, references, sheet_of
from govxlsx.template.values import PLACES, Values, add, entries, verdict


@dataclass(frozen=True, slots=True)
class Computed:
    """A formula without its equals sign, and the number that it gives now."""

    formula: str
    value: Number


@dataclass(frozen=True, slots=True)
class Computation:
    """A line's verdict: ``formula`` gives it, ``result`` is what it gives now.

    ``found`` and ``expected`` are None where the line compares no numbers.
    """

    formula: str
    result: str
    found: Computed | None = None
    expected: Computed | None = None


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
