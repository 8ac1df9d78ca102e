"""Adds up what is counted, cell by cell and exactly, on one wide frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING

from govxlsx.desk.rollup.choice import Counted
from govxlsx.desk.rollup.submission import Candidate
from govxlsx.form.editions.model import Edition
from govxlsx.reading.figures import IN_YUAN, whole_if_whole
from govxlsx.report import wide
from govxlsx.report.figure import Figure, Number, plain
from govxlsx.report.interchange import Interchange, of_report
from govxlsx.report.model import WHOLE_AREA, Agency, Report

if TYPE_CHECKING:
    import pandas as pd

WIDE = Context(prec=400)
"""Sums are exact: no figure of a workbook has more digits than this."""

_YUAN, _TEN_THOUSAND = "元", "万元"
_LARGE = Decimal(100_000_000)
"""From this sum on money is told in 万元."""


@dataclass(frozen=True, slots=True)
class Unadded:
    """A cell that could not be added: it cannot be read, or its amount has no unit."""

    name: str
    field: str
    figure: Figure

    @property
    def reason(self) -> str:
        """Why it was not added, with what stands there."""
        what = "没有写单位" if self.figure.readable else "不能当作数字"
        return f"“{self.figure.raw}”{what}"


@dataclass(frozen=True)
class RolledUp:
    """The sum of what is counted.

    ``frame`` has a row for each counted submission in order, a column for each field; amounts with
    a unit of their own are there in the unit that ``units`` names. ``total`` is None where every
    body left the cell blank.
    """

    edition: Edition
    frame: pd.DataFrame
    total: Mapping[str, Number | None]
    units: Mapping[str, str]
    unadded: tuple[Unadded, ...] = ()


def add_up(edition: Edition, counted: Sequence[Counted], frame: pd.DataFrame) -> RolledUp:
    """Add up what is counted; ``frame`` holds all submissions of the edition, by their row.

    An unreadable cell, and an amount other than 0 without a unit, is not added but told of.
    """
    submissions = [each.submission for each in counted]
    own = frame.iloc[[each.row for each in submissions]].reset_index(drop=True)
    units: dict[str, str] = {}
    unadded = [
        Unadded(each.name, field, figure)
        for each in counted
        for field, figure in each.submission.odd.items()
        if not figure.readable or _lacks_unit(figure)
    ]
    with localcontext(WIDE):
        for field in edition.fields:
            if not field.unit:
                units[field.id] = _common_unit(submissions, field.id)
                own[field.id] = column(submissions, field.id, units[field.id], own)
        total = wide.total(own).to_dict() if submissions else {}
    given = {
        field.id: whole_if_whole(value) if isinstance(value, Decimal) else value
        for field in edition.fields
        for value in (total.get(field.id),)
    }
    return RolledUp(edition, own, given, units, tuple(unadded))


def _lacks_unit(figure: Figure) -> bool:
    return bool(figure.value) and not figure.unit


def _common_unit(submissions: Sequence[Candidate], field: str) -> str:
    """Return the one unit that all amounts have; 万元 where they differ or are large."""
    figures = [each.odd[field] for each in submissions]
    used = {figure.unit for figure in figures if figure.value and figure.unit}
    if len(used) > 1:
        return _TEN_THOUSAND
    if used == {_YUAN} and sum(abs(Decimal(each.value or 0)) for each in figures) >= _LARGE:
        return _TEN_THOUSAND
    return used.pop() if used else _TEN_THOUSAND


def amount(figure: Figure, unit: str) -> Number | None:
    """Return an amount in ``unit``, 0 also without; None where it is blank or its unit unknown."""
    if figure.value is None or _lacks_unit(figure):
        return None
    if not figure.value:
        return 0
    with localcontext(WIDE):
        return whole_if_whole(Decimal(figure.value) * IN_YUAN[figure.unit] / IN_YUAN[unit])


def column(
    submissions: Sequence[Candidate], field: str, unit: str, frame: pd.DataFrame
) -> pd.Series[int]:
    """Return the amounts of a field in one unit, a row for each submission."""
    import pandas as pd

    values = [amount(each.odd[field], unit) for each in submissions]
    return pd.Series(values, frame.index, dtype=object)


def filled(result: RolledUp, year: int, agency: Agency, words: Report | None) -> Interchange:
    """Return the sum as the data of a workbook; ``words`` is the report whose text it goes on with.

    A total keeps the template's formula where that gives the sum of the bodies' own totals; where
    it does not (in a draft), the sum stands there as a number, so that the check tells of it.
    """
    given = of_report(words) if words is not None else Interchange(result.edition.id)
    with localcontext(WIDE):
        figures = dict(_figures(result))
    return replace(given, edition=result.edition.id, year=year, agency=agency, figures=figures)


def agency_of(name: str, kind: str, words: Report | None) -> Agency:
    """Return the government that the sum is made for, with the contacts of its own report."""
    last = words.agency if words is not None else Agency()
    return replace(last, name=name or last.name, kind=kind or last.kind, scope=WHOLE_AREA)


def _figures(result: RolledUp) -> Iterator[tuple[str, Number | str | None]]:
    totals = result.edition.parts_of_total
    for field, value in result.total.items():
        parts = totals.get(field)
        if parts and (value or 0) == sum(result.total[each] or 0 for each in parts):
            continue
        yield field, amount_text(result, field, value)


def amount_text(result: RolledUp, field: str, value: Number | None) -> Number | str | None:
    """Return a figure as the workbook has it: an amount with a unit of its own is text."""
    unit = result.units.get(field)
    return f"{plain(value)}{unit}" if unit and value else value
