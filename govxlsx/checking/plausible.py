"""What can stand in a figure's cell: a count is whole, not below 0, and no telephone number."""

from decimal import Decimal

from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import FigureKind
from govxlsx.report.figure import Number

_MOST = {"disclosure": 1_000_000_000, "applications": 10_000_000, "proceedings": 1_000_000}
"""From here on a figure is doubted; a whole city's largest is some 11 million (行政许可)."""

SURE = min(_MOST.values())
"""A whole number from 0 to below this one can stand in any cell."""


def too_large(edition: Edition, field_id: str, value: Number) -> bool:
    """Tell whether a figure is larger than any agency's."""
    most = _MOST[edition.field_by_id[field_id].table]
    return not -most < value < most


def is_negative(edition: Edition, field_id: str, value: Number) -> bool:
    """Tell whether a figure is below 0, but for the signed 本年增/减."""
    return value < 0 and edition.field_by_id[field_id].kind is not FigureKind.SIGNED


def is_fraction(edition: Edition, field_id: str, value: Number) -> bool:
    """Tell whether a figure is a fraction where the form counts."""
    if not isinstance(value, Decimal) or value == value.to_integral_value():
        return False
    return edition.field_by_id[field_id].kind is not FigureKind.DECIMAL


def fault(edition: Edition, field_id: str, value: Number) -> str:
    """Return why a value cannot stand in a figure's cell, "" where it can."""
    if value < 0:
        return "不能是负数"
    if is_fraction(edition, field_id, value):
        return "件数应当是整数"
    return "大得不合常理" if too_large(edition, field_id, value) else ""
