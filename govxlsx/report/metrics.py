"""Shares that offices publish of their reports, each with both counts and what it is a share of.

A share of what is said with every one: 宿迁 2023 is 43.57 % of 办结 and 43.26 % of 新收, which are
the same 1519 applications. Under 30 cases a share is shown and not ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.report.added import add
from govxlsx.report.figure import Figure, Number, plain

if TYPE_CHECKING:
    from govxlsx.report.model import Report

FEWEST = 30
"""Under so many cases a share says little; it is not ranked."""

_DISCLOSED = ("disclosed", "partly_disclosed")
_PROCEEDINGS = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
_LITIGATION = _PROCEEDINGS[1:]
_CONCLUDED = ("upheld", "corrected", "other")


@dataclass(frozen=True, slots=True)
class Metric:
    """One share. ``above`` and ``below`` are field ids, ``basis`` says what it tells."""

    id: str
    name: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A metric of one report. The counts are None where a figure of theirs cannot be read.

    ``computed`` tells that a blank total was added up from its parts.
    """

    metric: Metric
    numerator: Number | None
    denominator: Number | None
    computed: bool = False

    @property
    def share(self) -> Decimal | None:
        """The share from 0 on, None where it cannot be told, or of nothing."""
        if self.numerator is None or not self.denominator:
            return None
        return Decimal(self.numerator) / Decimal(self.denominator)

    @property
    def percent(self) -> Decimal | None:
        """The share as it is shown, in per cent with two decimals."""
        if self.share is None:
            return None
        return (self.share * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def ranked(self) -> bool:
        """True where there are enough cases to compare with others."""
        return self.share is not None and (self.denominator or 0) >= FEWEST

    @property
    def text(self) -> str:
        """The share with both counts: 43.57%（1519/3486）; "—" where it cannot be told."""
        if self.numerator is None or self.denominator is None:
            return "—"
        counts = f"{plain(self.numerator)}/{plain(self.denominator)}"
        if self.percent is None:
            return f"—（{counts}）"
        mark = "，合计为空白，由各项相加" if self.computed else ""
        return f"{self.percent}%（{counts}{mark}）"


def _totals(edition_id: str, *groups: str) -> tuple[str, ...]:
    """Return the totals of the rows of part three that begin with one of the groups."""
    return tuple(
        each.id
        for each in edition_by_id(edition_id).fields
        if each.table == "applications"
        and each.column == "total"
        and each.row.partition(".")[0] in groups
    )


def _cases(groups: Iterable[str], outcomes: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"proceedings.{group}.{each}" for group in groups for each in outcomes)


@cache
def catalogue(edition_id: str) -> tuple[Metric, ...]:
    """Return the metrics of an edition, in the order in which they are told."""

    def totals(*groups: str) -> tuple[str, ...]:
        return _totals(edition_id, *groups)

    disclosed, denied = totals(*_DISCLOSED), totals("denied")
    concluded, carried_out = totals("concluded"), totals("carried_out")
    taken = (*totals("received"), *totals("carried_in"))
    persons = ("applications.received.natural_person",)
    reviewed = _cases(_PROCEEDINGS[:1], _CONCLUDED)
    judged = _cases(_LITIGATION, _CONCLUDED)
    disputes = tuple(f"proceedings.{group}.total" for group in _PROCEEDINGS)
    return (
        Metric("disclosed_of_concluded", "公开率（办结）", disclosed, concluded, "予以公开与部分公开之和，占本年度办理结果总计"),
        Metric("disclosed_of_decided", "公开率（公开＋不予公开）", disclosed, (*disclosed, *denied), "予以公开与部分公开之和，占它们与不予公开之和"),
        Metric("denied_of_concluded", "不予公开率", denied, concluded, "不予公开各项之和，占本年度办理结果总计"),
        Metric("unavailable_of_concluded", "无法提供占比", totals("unavailable"), concluded, "无法提供各项之和，占本年度办理结果总计"),
        Metric("not_processed_of_concluded", "不予处理占比", totals("not_processed"), concluded, "不予处理各项之和，占本年度办理结果总计"),
        Metric("carried_out_of_taken", "结转率", carried_out, taken, "结转下年度继续办理，占本年新收与上年结转之和"),
        Metric("natural_persons_of_received", "自然人占比", persons, totals("received"), "自然人的申请，占本年新收总计"),
        Metric("reconsideration_corrected", "复议纠错率（审结）", ("proceedings.reconsideration.corrected",), reviewed, "结果纠正，占行政复议已审结的件数（不含尚未审结）"),
        Metric("litigation_corrected", "诉讼纠错率（审结）", _cases(_LITIGATION, ("corrected",)), judged, "结果纠正，占行政诉讼已审结的件数（不含尚未审结）"),
        Metric("disputes_of_concluded", "复议诉讼发生率", disputes, concluded, "行政复议和行政诉讼的总计，与本年度办理结果总计之比"),
    )  # fmt: skip


def metrics(report: Report) -> tuple[Measured, ...]:
    """Return every metric of a report; blank figures count as 0."""
    return measured(report.form, report.figures)


def measured(form: Edition, figures: Mapping[str, Figure]) -> tuple[Measured, ...]:
    """Return every metric of figures by field id: of a report, or of a sum of reports."""
    return tuple(_measured(each, form, figures) for each in catalogue(form.id))


def _measured(metric: Metric, form: Edition, figures: Mapping[str, Figure]) -> Measured:
    above, below = add(form, figures, metric.above), add(form, figures, metric.below)
    return Measured(metric, above.value, below.value, above.computed or below.computed)
