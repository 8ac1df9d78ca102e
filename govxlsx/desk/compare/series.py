"""What the plots show: the applications of each year and how they were concluded."""

from collections.abc import Sequence
from dataclasses import dataclass

from govxlsx.desk.compare.figures import total_of
from govxlsx.patterns import regex
from govxlsx.report.figure import Number
from govxlsx.report.model import Report

_THROUGH = {"received": "新收申请", "concluded": "办结"}
_NO_RESULT = frozenset({"received", "carried_in", "concluded", "carried_out"})
_NUMBERING = regex("^（.）|（.*$")


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a plot: a value for each report, None where it is not told."""

    label: str
    values: tuple[Number | None, ...]


def through(reports: Sequence[Report]) -> tuple[Series, ...]:
    """Return the applications received and those concluded."""
    return _series(reports, {f"applications.{row}.total": told for row, told in _THROUGH.items()})


def results(reports: Sequence[Report]) -> tuple[Series, ...]:
    """Return the applications concluded by each group of results, in the form's order."""
    labels: dict[str, str] = {}
    for report in reports:
        for each in report.form.fields:
            group = each.row.partition(".")[0]
            total = each.table == "applications" and each.column == "total"
            if total and group not in _NO_RESULT:
                labels.setdefault(each.id, _NUMBERING.sub("", each.path[1]))
    return _series(reports, labels)


def _series(reports: Sequence[Report], labels: dict[str, str]) -> tuple[Series, ...]:
    groups: dict[str, tuple[str, ...]] = {}
    for field_id, label in labels.items():
        groups[label] = (*groups.get(label, ()), field_id)
    return tuple(
        Series(label, tuple(total_of(report, group) for report in reports))
        for label, group in groups.items()
    )
