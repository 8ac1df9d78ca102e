"""The rules that compare the reports of a batch, and what they add to each report's outcome."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from functools import cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from govxlsx.checking import catalogue
from govxlsx.checking.engine import FAILED, contained, phrase
from govxlsx.checking.fact import Skipped
from govxlsx.checking.finding import Finding, Outcome, RuleStates
from govxlsx.checking.likeness.signature import Signature
from govxlsx.checking.likeness.submissions import Submissions
from govxlsx.checking.rule import Rule, Severity

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@cache
def _comparing() -> tuple[Rule, ...]:
    return tuple(each for each in catalogue.rules() if each.across is not None)


@dataclass(frozen=True, slots=True)
class Contrast:
    """What comparing says of one report. A rule of ``codes`` that is told of nowhere has passed."""

    codes: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    not_run: Mapping[str, str] = default(default_factory=dict)
    failed: Mapping[str, str] = default(default_factory=dict)


def contrasts(
    signatures: Sequence[Signature], sketches: npt.NDArray[np.uint32] | None = None
) -> Iterator[Contrast]:
    """Compare the reports of a batch, given in order; yield what is said of each of them.

    Time and memory grow with the number of reports; ``sketches`` has those of the signatures, a row
    for each, where these hold only digests of them. What is said is not held: the rules are gone
    through twice, as one that fails has said nothing. One report alone is not compared: the outcome
    of its own check says so.
    """
    batch = Submissions(signatures, sketches)
    failed: dict[str, str] = {}
    for rule in _comparing():
        _, trace = contained(deque, _said(rule, batch), 0)
        if trace:
            failed[rule.code] = trace
    sound = [_said(rule, batch) for rule in _comparing() if rule.code not in failed]
    stopped = dict.fromkeys(failed, FAILED)
    codes = tuple([rule.code for rule in _comparing()])
    every = ((position, "", "") for position in range(len(signatures)))
    for _, said in groupby(merge(every, *sound, key=itemgetter(0)), itemgetter(0)):
        seen = [(code, found) for _, code, found in said if code]
        findings = [found for _, found in seen if not isinstance(found, str)]
        not_run = {code: found for code, found in seen if isinstance(found, str)}
        yield Contrast(codes, tuple(findings), {**not_run, **stopped}, failed)


def _said(rule: Rule, batch: Submissions) -> Iterator[tuple[int, str, Finding | str]]:
    """Yield by position what a rule says of reports: its code and a finding, or why it did not."""
    assert rule.across is not None
    last = 0
    for position, seen in rule.across(batch):
        assert position >= last, position
        last = position
        if isinstance(seen, Skipped):
            yield position, rule.code, seen.reason
        else:
            explained = dict(batch.signatures[position].explained).get(rule.code)
            for finding in phrase(rule, [seen], explained):
                yield position, rule.code, finding


def merged(outcome: Outcome, contrast: Contrast) -> Outcome:
    """Return a report's outcome with what comparing it with the others has said."""
    codes = contrast.codes
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
