"""What the text tells and what the tables hold, side by side: shared by the T6 rules."""

from dataclasses import dataclass
from decimal import Decimal

from govxlsx.checking.blank_tables import blank_tables
from govxlsx.checking.case import Case, once
from govxlsx.claims import Claim, numerals, summed
from govxlsx.patterns import regex
from govxlsx.report.added import add
from govxlsx.report.figure import Number

BASIS = "国办公开办函〔2021〕30号：年度报告应当内容准确；正文与表格说的是同一件事，数字应当一致"
NO_YEAR = "没有填写报告年度，分不清文中说的是哪一年"
_ROUNDED = regex(r"\d+(?:\.(\d+))?(亿元|万元|亿|万)(?=[^\d]*$)")
_SCALES = {"亿元": 4, "万元": 0, "亿": 8, "万": 4}
"""Powers of ten by which a word scales: money counts in 万元, all else in ones."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the tables hold for one claim field: the sum of its figures."""

    name: str
    value: Number
    fields: tuple[str, ...]


def step_of(text: str) -> Decimal | None:
    """Return the step to which a number is rounded as it is written: 258.5亿元 to 1000 (万元).

    None where it is written to the last unit.
    """
    found = _ROUNDED.search(text) if "万" in text or "亿" in text else None
    if found is None:
        return None
    return Decimal(1).scaleb(_SCALES[found[2]] - len(found[1] or ""))


def held(case: Case, name: str) -> Held | None:
    """Return what the tables hold for a claim field, None where they hold nothing to compare.

    A total left blank is read as the sum of its parts. None for a field outside the tables, for a
    figure that cannot be read, and where every figure, or the whole table is blank: other rules
    speak of those. Looked up once a case.
    """
    known = _known(case)
    if name not in known:
        found = add(case.edition, case.report.figures, summed(case.edition.id, name))
        blank = found.blank or _is_in_blank_table(case, found.fields)
        value = None if blank else found.value
        known[name] = Held(name, value, found.fields) if value is not None else None
    return known[name]


@once
def _known(_: Case) -> dict[str, Held | None]:
    return {}


def _is_in_blank_table(case: Case, fields: tuple[str, ...]) -> bool:
    blank, known = blank_tables(case), case.edition.field_by_id
    return any(known[each].table in blank for each in fields) if blank else False


def cells(case: Case, table: Held) -> tuple[str, ...]:
    """Return the cells of the figures of which a sum is made."""
    places = (case.report.figures[each].at for each in table.fields)
    return tuple(at.cell if at is not None else "" for at in places)


def fits(claim: Claim, value: Number, step: Decimal | None = None) -> bool:
    """Tell whether a claimed number is the table's; it may be rounded as it is written."""
    if step is None and isinstance(claim.value, int) and isinstance(value, int):
        return claim.value == value
    exponent = Decimal(claim.value).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    unit = step if step is not None else Decimal(1).scaleb(min(exponent, 0))
    return Decimal(claim.value) in numerals.rounded(value, unit)
