"""What a check has found: findings, and the state of every rule."""

from dataclasses import dataclass, field

from govxlsx.checking.rule import Severity
from govxlsx.report.figure import Number

SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.INFO: "说明"}
"""What the severities are called."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing. Attributes are the keys of ``check --format json``.

    A person's number in the name of ``sheet`` is masked, as in all that is shown.

    ``cells`` and ``fields`` run parallel in the form's order. ``cause`` is the one field whose
    change would mend every broken sum that holds it; ``lead`` is the sentence that heads the
    findings of one such cause, or many of one kind, where people read them; it is no part of the
    JSON.
    """

    code: str
    severity: Severity
    sheet: str | None
    cell: str | None
    field: str | None
    cells: tuple[str, ...]
    fields: tuple[str, ...]
    found: Number | str | None
    expected: Number | str | None
    message: str
    fix: str
    cause: str | None = None
    explained: str | None = None
    lead: str | None = None

    @property
    def begins(self) -> str | None:
        """The cell at which people look first: its own, else the first of those that it names."""
        return self.cell or next(iter(self.cells), None)


@dataclass(frozen=True, slots=True)
class RuleStates:
    """Every rule in one of three states; ``not_run`` gives the reasons.

    ``failed`` holds the traceback of each rule that was not run for an error of this program.
    """

    passed: tuple[str, ...]
    broken: tuple[str, ...]
    not_run: dict[str, str]
    failed: dict[str, str] = field(default_factory=dict)

    def idle(self, family: str) -> str:
        """Return why no rule of a family was run, "" where one was, or where the file is unusable.

        ``family`` is how the codes of the family begin.
        """
        if any(code.startswith(family) for code in (*self.passed, *self.broken)):
            return ""
        ran = self.passed or len(self.broken) > 1
        reasons = (why for code, why in self.not_run.items() if code.startswith(family))
        return next(reasons, "") if ran else ""


def code_and_place(code: str, sheet: str | None, cell: str | None) -> str:
    """Return a finding's code and place: ``S301 三、依申请公开!K7``."""
    return f"{code} {sheet or ''}{f'!{cell}' if cell else ''}".rstrip()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of checking one report. ``status`` is "ok" or "errors"."""

    status: str
    findings: tuple[Finding, ...]
    rules: RuleStates = field(default_factory=lambda: RuleStates((), (), {}))

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def unexplained(self) -> bool:
        """True where a warning is left that the agency has not explained."""
        return any(
            finding.severity is Severity.WARNING and finding.explained is None
            for finding in self.findings
        )
