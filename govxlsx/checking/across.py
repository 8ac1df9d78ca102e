"""The rules that compare the reports of a batch, and what they add to each report's outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from functools import cache

from govxlsx.checking import catalogue
from govxlsx.checking.engine import FAILED, contained, phrase
from govxlsx.checking.fact import Skipped
from govxlsx.checking.finding import Finding, Outcome, RuleStates, Severity
from govxlsx.checking.likeness import Signature, Sketches, Submissions
from govxlsx.checking.rule import Rule


@cache
def _comparing() -> tuple[Rule, ...]:
    return tuple(each for each in catalogue.rules() if each.across is not None)


@dataclass(frozen=True, slots=True)
class Contrast:
    """What comparing says of one report; a rule that is in neither has passed."""

    findings: tuple[Finding, ...] = ()
    not_run: Mapping[str, str] = default(default_factory=dict)
    failed: Mapping[str, str] = default(default_factory=dict)


_SILENT = Contrast()


def contrasts(signatures: Sequence[Signature], sketches: Sketches | None = None) -> list[Contrast]:
    """Compare the reports of a batch, given in order; return what is said of each of them.

    Time and memory grow with the number of reports; ``sketches`` are those of the signatures where
    these hold only digests of them. One report alone is not compared: the outcome of its own check
    says so.
    """
    batch = Submissions(signatures, sketches)
    findings: dict[int, list[Finding]] = {}
    not_run: dict[int, dict[str, str]] = {}
    failed: dict[str, str] = {}
    for rule in _comparing():
        said, trace = contained(_said, rule, batch, signatures)
        if said is None:
            failed[rule.code] = trace
        for position, found in said or ():
            if isinstance(found, str):
                not_run.setdefault(position, {})[rule.code] = found
            else:
                findings.setdefault(position, []).extend(found)
    heard = findings.keys() | not_run.keys()
    silent = Contrast((), dict.fromkeys(failed, FAILED), failed) if failed else _SILENT
    return [
        Contrast(tuple(findings.get(each, ())), {**not_run.get(each, {}), **silent.not_run}, failed)
        if each in heard
        else silent
        for each in range(len(signatures))
    ]


def _said(
    rule: Rule, batch: Submissions, signatures: Sequence[Signature]
) -> list[tuple[int, list[Finding] | str]]:
    """Return what a rule says of reports by position: findings, or why it was not run."""
    assert rule.across is not None
    said: list[tuple[int, list[Finding] | str]] = []
    for position, seen in rule.across(batch):
        if isinstance(seen, Skipped):
            said.append((position, seen.reason))
        else:
            explained = dict(signatures[position].explained).get(rule.code)
            said.append((position, list(phrase(rule, [seen], explained))))
    return said


def merged(outcome: Outcome, contrast: Contrast) -> Outcome:
    """Return a report's outcome with what comparing it with the others has said."""
    codes = [rule.code for rule in _comparing()]
    broken = {finding.code for finding in contrast.findings}
    findings = (*outcome.findings, *contrast.findings)
    kept = {code: why for code, why in outcome.rules.not_run.items() if code not in codes}
    passed = (code for code in codes if code not in broken and code not in contrast.not_run)
    return Outcome(
        "errors" if any(each.severity is Severity.ERROR for each in findings) else "ok",
        findings,
        RuleStates(
            (*outcome.rules.passed, *passed),
            (*outcome.rules.broken, *(code for code in codes if code in broken)),
            {**kept, **contrast.not_run},
            {**outcome.rules.failed, **contrast.failed},
        ),
    )
