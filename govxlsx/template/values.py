"""What a spreadsheet program shows in each figure's cell: given, blank, or summed by a formula."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from govxlsx.form.control import BLANK, CORRECT, UNCOMPUTED, WRONG
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.report.figure import Number
from govxlsx.text import clean

Value = Number | str | None
Values = Mapping[str, Value]

PLACES = 6
"""Differences are rounded to this many decimals: what is less is floating-point noise."""

_WIDE = Context(prec=400)


def cleaned(figures: Values) -> dict[str, Value]:
    """Return figures as cells can hold them: without control characters, "" as blank."""
    return {
        field: (clean(value) or None) if isinstance(value, str) else value
        for field, value in figures.items()
    }


def add(values: Iterable[Value]) -> Number:
    """Add as SUM does: blank cells and text count nothing."""
    total: Number = 0
    for value in values:
        if isinstance(value, int):
            total += value
        elif isinstance(value, Decimal):
            total = _WIDE.add(Decimal(total), value)
    return total


def shown(edition: Edition, figures: Values) -> dict[str, Value]:
    """Return every figure's value; a total that is not given is the sum of its parts."""
    result = dict(figures)

    def value(field: str) -> Value:
        if field not in result:
            parts = edition.parts_of_total.get(field)
            result[field] = add(map(value, parts)) if parts else None
        return result[field]

    for field in edition.fields:
        value(field.id)
    return result


def difference(found: Number, expected: Number) -> Number:
    """Subtract and round as the control sheet does."""
    if isinstance(found, int) and isinstance(expected, int):
        return found - expected
    exact = _WIDE.subtract(Decimal(found), Decimal(expected))
    return exact.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP, _WIDE)


def entries(edition: Edition, each: Sum) -> tuple[str, ...]:
    """Return the figures that somebody types for a sum to come about: no total among them."""

    def typed(field: str) -> Iterable[str]:
        parts = edition.parts_of_total.get(field)
        return (field,) if parts is None else (one for part in parts for one in typed(part))

    return tuple(dict.fromkeys(one for field in each.fields for one in typed(field)))


def verdict(edition: Edition, each: Sum, values: Values) -> str:
    """Tell what the control sheet says of a sum; one with text in it is not computed.

    Nothing is said to hold where nothing is filled in.
    """
    if any(isinstance(values[field], str) for field in each.fields):
        return UNCOMPUTED
    found = add(values[field] for field in each.totals)
    expected = add(values[field] for field in each.parts)
    if difference(found, expected):
        return WRONG
    blank = all(values[field] is None for field in entries(edition, each))
    return BLANK if blank and not found else CORRECT
