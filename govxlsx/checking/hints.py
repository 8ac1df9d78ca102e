"""The likely cause of a broken sum: two digits swapped, a column one row off, a total typed over.

Each function returns the words for its sentence, none where the cause is not plain.
"""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.checking.rule import Case
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain


def hints(case: Case, tally: Tally) -> dict[str, str]:
    """Return the words of every hint on a broken sum."""
    return {**_swapped(case, tally), **_shifted(case, tally), **_typed_over(case, tally)}


def _transposed(value: Number) -> Iterator[int]:
    """Yield a whole number with each two neighbouring digits swapped."""
    digits = str(value)
    if not isinstance(value, int) or value < 0:
        return
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second:
            yield int(digits[:place] + second + first + digits[place + 2 :])


def _swapped(case: Case, tally: Tally) -> dict[str, str]:
    """Tell where swapping two neighbouring digits of one figure mends the sum."""
    difference = (tally.found or 0) - (tally.expected or 0)
    fitting = []
    for field_id in tally.sum.fields:
        figure = case.report.figures[field_id]
        if figure.value is None or figure.at is None:
            continue
        wanted = figure.value + (-difference if field_id in tally.sum.totals else difference)
        if wanted in set(_transposed(figure.value)):
            fitting.append((figure.at.cell, plain(figure.value), plain(wanted)))
    if len(fitting) != 1:
        return {}
    cell, now, then = fitting[0]
    return {"swap_cell": cell, "swap_from": now, "swap_to": then}


def _shifted(case: Case, tally: Tally) -> dict[str, str]:
    """Tell where neighbouring totals are each the sum of the row above, or each of that below."""
    group = [each for each in case.tallies if each.sum.code == tally.sum.code]
    here = group.index(tally)

    def fits(place: int, offset: int) -> bool:
        if not (0 <= place < len(group) and 0 <= place + offset < len(group)):
            return False
        each = group[place]
        return each.computed and each.broken and each.found == group[place + offset].expected

    for offset, words in ((-1, "上"), (1, "下")):
        if fits(here, offset) and (fits(here - 1, offset) or fits(here + 1, offset)):
            return {"shift_side": words}
    return {}


def _typed_over(case: Case, tally: Tally) -> dict[str, str]:
    """Tell where a total is a typed number though the template's formula belongs there."""
    if tally.sum.totals != (tally.sum.field,) or tally.cause not in (None, tally.sum.field):
        return {}
    figure = case.report.figures[tally.sum.field]
    first = case.report.figures[tally.sum.parts[0]].at
    last = case.report.figures[tally.sum.parts[-1]].at
    if figure.calculated or figure.value is None or None in (figure.at, first, last):
        return {}
    assert first is not None and last is not None
    return {"typed_formula": f"=SUM({first.cell}:{last.cell})"}
