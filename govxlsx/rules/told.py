"""What the text tells and what the tables hold, side by side: shared by the T6 rules."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from govxlsx.claims import Claim, summed
from govxlsx.figure import Number
from govxlsx.rules.model import Case

BASIS = "国办公开办函〔2021〕30号：年度报告应当内容准确；正文与表格说的是同一件事，数字应当一致"
NO_YEAR = "没有填写报告年度，分不清文中说的是哪一年"


@dataclass(frozen=True, slots=True)
class Held:
    """What the tables hold for one claim field: the sum of its figures, and where they stand."""

    name: str
    value: Number
    fields: tuple[str, ...]
    cells: tuple[str, ...]


def held(case: Case, name: str) -> Held | None:
    """Return what the tables hold for a claim field, None where they hold nothing to compare.

    None for a field outside the tables, for a figure that cannot be read, and where every figure
    is blank: other rules speak of those.
    """
    fields = summed(case.edition.id, name)
    figures = [case.report.figures[each] for each in fields]
    values = [each.value for each in figures if each.value is not None]
    if not values or not all(each.readable for each in figures):
        return None
    value: Number = sum(values)
    cells = tuple(each.at.cell if each.at is not None else "" for each in figures)
    return Held(name, value, fields, cells)


def fits(claim: Claim, value: Number) -> bool:
    """Tell whether a claimed number is the table's; money may be rounded as it is written."""
    if isinstance(claim.value, int) and isinstance(value, int):
        return claim.value == value
    exponent = Decimal(claim.value).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    step = Decimal(1).scaleb(min(exponent, 0))
    rounded = Decimal(value).quantize(step, ROUND_HALF_UP)
    return Decimal(claim.value) in (rounded, Decimal(value).quantize(step, "ROUND_DOWN"))
