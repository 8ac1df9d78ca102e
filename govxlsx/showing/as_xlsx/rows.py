"""What a row of the operator's workbook says: one submission with its findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from govxlsx.checking.examination import Result
from govxlsx.checking.refusal import sentence
from govxlsx.checking.rule import Severity
from govxlsx.form.editions.model import Edition
from govxlsx.showing.listing import STATUS_WORDS, ReadingOrder


class ListedFinding(NamedTuple):
    """What is listed of a finding, whether a check has just found it or a register kept it."""

    code: str
    severity: str
    sheet: str | None
    cell: str | None
    message: str
    fix: str
    explained: str | None


@dataclass(frozen=True, slots=True)
class ListedSubmission:
    """One submission. ``error`` is the one sentence of an unusable file, "" for any other."""

    file: str
    agency: str
    year: int | None
    edition: str
    problems: tuple[ListedFinding, ...] = ()
    error: str = ""
    note: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(each.severity == severity for each in self.problems)

    @property
    def verdict(self) -> str:
        """How it ended, in a word."""
        if self.error:
            return STATUS_WORDS["unusable"]
        return STATUS_WORDS["errors" if self.count(Severity.ERROR) else "ok"]

    @property
    def todo(self) -> str:
        """What is to be done about it."""
        if self.error:
            return self.error
        if self.count(Severity.ERROR):
            return "改正后重新报送"
        open_ = any(
            each.severity == Severity.WARNING and not each.explained for each in self.problems
        )
        return "核对提醒，属实的作说明" if open_ else "—"


def ordered(findings: Iterable[object], edition: Edition) -> tuple[ListedFinding, ...]:
    """Return findings, of a check or a register, as people read them."""
    names, order = ListedFinding._fields, ReadingOrder(edition)
    kept = (ListedFinding(*(getattr(each, name) for name in names)) for each in findings)
    return tuple(
        sorted(kept, key=lambda each: order.of(each.severity, each.sheet, each.cell, each.code))
    )


def of_result(result: Result) -> ListedSubmission:
    """Return the row of a checked file."""
    report, outcome = result.report, result.outcome
    if report is None or outcome is None:
        told = sentence(result.error) if result.error is not None else "不能用"
        return ListedSubmission(result.path, "", None, "", error=told)
    return ListedSubmission(
        result.path,
        report.agency.name,
        report.year,
        report.edition,
        ordered(outcome.findings, report.form),
    )
