"""The likely cause of a broken sum: two digits swapped, a column one row off, a total typed over.

Each function returns None where the cause is not plain.
"""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.checking.case import Case
from govxlsx.checking.fact import Hint, Shifted, Swapped, TypedOver
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain


def hints(case: Case, tally: Tally) -> tuple[Hint, ...]:
    """Return every hint on a broken sum."""
    found = (_swapped(case, tally), _shifted(case, tally), _typed_over(case, tally))
    return tuple(each for each in found if each is not None)


def _transposed(value: Number) -> Iterator[int]:
    """Yield a whole number with each two neighbouring digits swapped."""
    digits = str(value)
    if not isinstance(value, int) or value < 0:
        return
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second:
            yield int(digits[:place] + second + first + digits[place + 2 :])


def _swapped(case: Case, tally: Tally) -> Swapped | None:
    """Tell where swapping two neighbouring digits of one figure mends the sum."""
    difference = (tally.found or 0) - (tally.expected or 0)
    fitting = []
    for field_id in tally.sum.fields:
        figure = case.report.figures[field_id]
        if figure.value is None or figure.at is None:
            continue
        wanted = figure.value + (-difference if field_id in tally.sum.totals else difference)
        if wanted in set(_transposed(figure.value)):
            fitting.append(Swapped(figure.at.cell, plain(figure.value), plain(wanted)))
    return fitting[0] if len(fitting) == 1 else None


def _shifted(case: Case, tally: Tally) -> Shifted | None:
    """Tell where neighbouring totals are each the sum of the row above, or each of that below."""
    group = [each for each in case.tallies if each.sum.code == tally.sum.code]
    here = group.index(tally)

    def fits(place: int, offset: int) -> bool:
        if not (0 <= place < len(group) and 0 <= place + offset < len(group)):
            return False
        each = group[place]
        return each.computed and each.broken and each.found == group[place + offset].expected

    for offset in (-1, 1):
        if fits(here, offset) and (fits(here - 1, offset) or fits(here + 1, offset)):
            return Shifted(above=offset < 0)
    return None


def _typed_over(case: Case, tally: Tally) -> TypedOver | None:
    """Tell where a total is a typed number though the template's formula belongs there."""
    if tally.sum.totals != (tally.sum.field,) or tally.cause not in (None, tally.sum.field):
        return None
    figure = case.report.figures[tally.sum.field]
    first = case.report.figures[tally.sum.parts[0]].at
    last = case.report.figures[tally.sum.parts[-1]].at
    if figure.calculated or figure.value is None:
        return None
    if figure.at is None or first is None or last is None:
        return None
    return TypedOver(figure.at.cell, f"=SUM({first.cell}:{last.cell})")
