"""The likely cause of a broken sum: two digits swapped, a column one row off, a total typed over.

Each function returns None where the cause is not plain.
"""

from collections.abc import Iterator

from govxlsx.addresses import position, rectangles
from govxlsx.checking.case import Case
from govxlsx.checking.fact import Hint, Instead, Shifted, Swapped, TypedOver
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain


def hints(case: Case, tally: Tally) -> tuple[Hint, ...]:
    """Return every hint on a broken sum."""
    found = (_swapped(case, tally), _shifted(case, tally), _typed_over(case, tally))
    return tuple(each for each in found if each is not None)


def _transposed(value: Number) -> Iterator[int]:
    """Yield a whole number with each two neighbouring digits swapped."""
    digits = str(value)
    if not digits.isdecimal():
        return
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second and (place or second != "0"):
            yield int(digits[:place] + second + first + digits[place + 2 :])


def _swapped(case: Case, tally: Tally) -> Swapped | None:
    """Tell where swapping two neighbouring digits of one figure mends the sum."""
    fitting = []
    for field_id in tally.sum.fields:
        figure = case.report.figures[field_id]
        if figure.value is None or figure.at is None or figure.calculated:
            continue  # nobody typed what a formula says
        wanted = figure.value + (-tally.gap if field_id in tally.sum.totals else tally.gap)
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
        each, other = group[place], group[place + offset]
        return each.broken and other.computed and each.found == other.expected

    for offset in (-1, 1):
        if fits(here, offset) and (fits(here - 1, offset) or fits(here + 1, offset)):
            return Shifted(above=offset == -1)
    return None


def _typed_over(case: Case, tally: Tally) -> TypedOver | None:
    """Tell where a total is something else than the template's formula, which belongs there."""
    field_id = tally.sum.field
    if not tally.sum.is_total or tally.cause not in (None, field_id):
        return None
    figure = case.report.figures[field_id]
    if figure.at is None or case.edition.parts_of_total[field_id] != tally.sum.parts:
        return None
    instead = Instead.FORMULA if figure.calculated else Instead.NUMBER
    if figure.value is None:
        instead = Instead.NOTHING
    return TypedOver(figure.at.cell, formula(case, tally), instead)


def formula(case: Case, tally: Tally) -> str:
    """Return the template's formula for a total, for where its parts stand."""
    places = (case.report.figures[each].at for each in tally.sum.parts)
    areas = rectangles(position(at.cell) for at in places if at is not None)
    return f"=SUM({','.join(each.reference() for each in areas)})"
