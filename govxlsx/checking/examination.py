"""Checking many files: each gives a result, whatever happens to the others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from govxlsx.checking import unusable
from govxlsx.checking.case import NO_PREVIOUS, Case
from govxlsx.checking.engine import check_together, opened
from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.finding import Outcome, RuleStates
from govxlsx.checking.refusal import sentence
from govxlsx.errors import UnusableWorkbookError
from govxlsx.reading import load, opening
from govxlsx.report.arithmetic import Tally, tally_all
from govxlsx.report.model import Report
from govxlsx.stages import Staged, at_one_go, together
from govxlsx.workbook import LARGE

if TYPE_CHECKING:
    from govxlsx.reading.assembly import Opened


class LastYear(Protocol):
    """Where last year's reports are looked up."""

    def of(self, report: Report) -> tuple[Report | None, str]:
        """Return last year's report of the same agency, or None and the reason."""


class Enrolment(Protocol):
    """Where the bodies that owe a report are looked up: a roster."""

    def enrolled(self, report: Report) -> Enrolled:
        """Return what is known of the body that a report names."""


@dataclass(frozen=True, slots=True)
class Result:
    """One file: either a report with its outcome, or the error that made it unusable."""

    path: str
    sha256: str | None
    report: Report | None = None
    outcome: Outcome | None = None
    error: UnusableWorkbookError | None = None

    @property
    def status(self) -> str:
        """One of ok, errors, unusable."""
        return "unusable" if self.outcome is None else self.outcome.status

    @property
    def refusal(self) -> str:
        """Why the file cannot be used, a sentence; "" for one that can."""
        return sentence(self.error) if self.error is not None else ""

    @property
    def rules(self) -> RuleStates:
        """The state of every rule."""
        if self.outcome is not None:
            return self.outcome.rules
        return unusable(self.error.code if self.error is not None else "")


def examine_together(
    paths: Sequence[str],
    previous: LastYear | None = None,
    root: str = "",
    roster: Enrolment | None = None,
) -> list[Result]:
    """Open several files, read them, check them, stage by stage; their sums are one operation.

    Relative paths start from the folder ``root``.
    """
    books = together(_opening(path, root) for path in paths)
    read = together(map(_reading, books))
    reports = [each.report for each in read if each.report is not None]
    tallies = _tallies(reports)
    cases = [_case(each, previous, roster, tallies[id(each)]) for each in reports]
    outcomes = iter(check_together(cases))
    return [each if each.report is None else replace(each, outcome=next(outcomes)) for each in read]


def _opening(path: str, root: str) -> Staged[Opened | Result]:
    """Open a workbook; a large one is read at once, so that few cells are held."""
    data = None
    try:
        data = load(Path(root, path))
        found = yield from opening(data, path)
    except UnusableWorkbookError as error:
        sha256 = None if data is None else hashlib.sha256(data).hexdigest()
        return Result(path, sha256, error=_fact(error))
    return found if found.book.size < LARGE else at_one_go(_reading(found))


def _reading(book: Opened | Result) -> Staged[Result]:
    """Read a workbook that was opened; one that was read is done."""
    if isinstance(book, Result):
        return book
    try:
        return Result(book.name, book.sha256, (yield from book.reading()))
    except UnusableWorkbookError as error:
        return Result(book.name, book.sha256, error=_fact(error))


def _fact(error: UnusableWorkbookError) -> UnusableWorkbookError:
    """Return what an error says without where it was raised: that holds the bytes of the file."""
    return UnusableWorkbookError(error.code, error.case, error.words)


def _tallies(reports: Sequence[Report]) -> dict[int, tuple[Tally, ...]]:
    """Return the sums of each report by its identity; one operation for each edition."""
    found: dict[int, tuple[Tally, ...]] = {}
    for edition in {report.edition for report in reports}:
        alike = [report for report in reports if report.edition == edition]
        found.update(zip(map(id, alike), tally_all(alike), strict=True))
    return found


def _case(
    report: Report,
    previous: LastYear | None,
    roster: Enrolment | None,
    tallies: tuple[Tally, ...],
) -> Case:
    last, absent = previous.of(report) if previous is not None else (None, NO_PREVIOUS)
    enrolled = roster.enrolled(report) if roster is not None else None
    return opened(report, last, absent=absent, enrolled=enrolled, tallies=tallies)
