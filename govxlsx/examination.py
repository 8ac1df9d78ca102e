"""Checking many files: each gives a result, whatever happens to the others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govxlsx.errors import UnusableWorkbookError
from govxlsx.finding import Outcome, RuleStates
from govxlsx.reading import load, read_bytes
from govxlsx.report import Report
from govxlsx.rules import check, unusable


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
    def rules(self) -> RuleStates:
        """The state of every rule."""
        if self.outcome is not None:
            return self.outcome.rules
        return unusable(self.error.code if self.error is not None else "")


def examine(paths: Iterable[str]) -> Iterator[Result]:
    """Read and check one file after the other."""
    for path in paths:
        yield _examine(path)


def _examine(path: str) -> Result:
    sha256 = None
    try:
        data = load(Path(path))
        sha256 = hashlib.sha256(data).hexdigest()
        report = read_bytes(data, path)
    except UnusableWorkbookError as error:
        return Result(path, sha256, error=error)
    return Result(path, report.sha256, report, check(report))
