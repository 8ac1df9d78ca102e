"""What a row of the operator's workbook says: one submission with its findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS, Severity
from govxlsx.checking.refusal import sentence
from govxlsx.form.editions.model import Edition
from govxlsx.showing.listing import ReadingOrder


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One finding. ``places`` tells where it is, ``found`` and ``expected`` as they are shown."""

    code: str
    severity: Severity
    sheet: str
    places: str
    message: str
    fix: str = ""
    explained: str = ""


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
            return "不能用"
        return "有错误" if self.count(Severity.ERROR) else "没有错误"

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


def ordered(problems: Iterable[ListedFinding], edition: Edition) -> tuple[ListedFinding, ...]:
    """Return findings as people read them: errors, then warnings, then notes, by their places."""
    order = ReadingOrder(edition)
    return tuple(sorted(problems, key=lambda each: order.of(each, each.places)))


def of_result(result: Result) -> ListedSubmission:
    """Return the row of a checked file."""
    report, outcome = result.report, result.outcome
    if report is None or outcome is None:
        told = sentence(result.error) if result.error is not None else "不能用"
        return ListedSubmission(result.path, "", None, "", error=told)
    problems = (
        ListedFinding(
            code=each.code,
            severity=each.severity,
            sheet=each.sheet or "",
            places=each.cell or "",
            message=each.message,
            fix=each.fix,
            explained=each.explained or "",
        )
        for each in outcome.findings
    )
    return ListedSubmission(
        result.path,
        report.agency.name,
        report.year,
        report.edition,
        ordered(problems, report.form),
    )


def severity_word(problem: ListedFinding) -> str:
    """Return what the severity is called."""
    return SEVERITY_WORDS[problem.severity]
