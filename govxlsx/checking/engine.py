"""Runs the rules: facts become findings, every rule gets its state."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from traceback import format_exc
from typing import ParamSpec, TypeVar

from govxlsx.checking import catalogue
from govxlsx.checking.case import NO_PREVIOUS, Case
from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.fact import Fact, Skipped
from govxlsx.checking.finding import Finding, Outcome, RuleStates
from govxlsx.checking.mending import fix, lead, worded
from govxlsx.checking.rule import Rule, Severity
from govxlsx.personal import masked
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain
from govxlsx.report.model import Report

UNUSABLE = "文件不可用，没有检查"
FAILED = "本程序出错，请报告"
MOST = 300_000
"""Characters of text beyond which the rules on text are not run: each of them looks at a character
a bounded number of times. The longest published narratives have a tenth of that."""

_FAMILIES = ("T6", "N7", "P8")
_ALONE = ("Y505", "Y507")
_P = ParamSpec("_P")
_T = TypeVar("_T")


def check(
    report: Report,
    previous: Report | None = None,
    *,
    enrolled: Enrolled | None = None,
    rules: Iterable[Rule] | None = None,
) -> Outcome:
    """Check a report against the rules, by default all checks, in the catalogue's order.

    The other arguments are those of ``opened``.
    """
    return check_together((opened(report, previous, enrolled=enrolled),), rules)[0]


def opened(
    report: Report,
    previous: Report | None = None,
    *,
    absent: str = NO_PREVIOUS,
    enrolled: Enrolled | None = None,
    tallies: tuple[Tally, ...] | None = None,
) -> Case:
    """Return the case of a report that is to be checked.

    ``previous`` is last year's report; without it the rules that need it are not run, and
    ``absent`` says why. ``enrolled`` is what the roster says of the agency. ``tallies`` are the
    report's sums where they are added up already.
    """
    if previous is not None and (report.year is None or previous.year != report.year - 1):
        told, own = previous.year or "未写明", report.year or "本"
        absent = f"提供的是 {told} 年度的报告，不是 {own} 年度的上年报告"
        previous = None
    case = Case(report, previous, absent, enrolled)
    if tallies is not None:
        case.tallies = tallies
    return case


def check_together(cases: Sequence[Case], rules: Iterable[Rule] | None = None) -> list[Outcome]:
    """Check several reports, one rule after the other.

    What a rule needs is then in the processor's cache for all but the first of them: file by file,
    the same takes a fifth more of the time.
    """
    courses = [_Course(each) for each in cases]
    for rule in catalogue.checks() if rules is None else rules:
        on_text = rule.code in text_codes()
        for each in courses:
            each.follow(rule, each.too_long if on_text else "")
    return [each.outcome() for each in courses]


class _Course:
    """What the rules have said of a case so far."""

    def __init__(self, case: Case) -> None:
        self.case, self.too_long = case, exceeded(case)
        self.explanations = {each.code: each.text for each in case.report.explanations if each.text}
        self.findings: list[Finding] = []
        self.passed: list[str] = []
        self.broken: list[str] = []
        self.not_run: dict[str, str] = {}
        self.failed: dict[str, str] = {}

    def follow(self, rule: Rule, reason: str) -> None:
        """Have a rule look, and take in what it says; ``reason`` tells why it may not look."""
        case, code = self.case, rule.code
        found: list[Finding] = []
        if rule.needs and not rule.applies_to(case.edition):
            reason = f"只用于 {'、'.join(rule.editions)} 版的表"
        seen, trace = ([], "") if reason else contained(rule.look, case)
        if seen:
            found, reason, trace = _phrased(rule, seen, self.explanations.get(code))
        if trace:
            self.failed[code], reason = trace, FAILED
        if found:
            self.findings += found
            self.broken.append(code)
        elif reason:
            self.not_run[code] = reason
        else:
            self.passed.append(code)

    def outcome(self) -> Outcome:
        """Return what all of them said."""
        wrong = any(each.severity is Severity.ERROR for each in self.findings)
        return Outcome(
            "errors" if wrong else "ok",
            tuple(self.findings),
            RuleStates(tuple(self.passed), tuple(self.broken), self.not_run, self.failed),
        )


def _phrased(
    each: Rule, seen: Sequence[Fact | Skipped], explained: str | None
) -> tuple[list[Finding], str, str]:
    """Return the findings of what a rule has seen, what it could not look at, and a traceback."""
    facts = [one for one in seen if isinstance(one, Fact)]
    reasons = "；".join(one.reason for one in seen if isinstance(one, Skipped))
    found, trace = contained(phrase, each, facts, explained) if facts else ([], "")
    return found, reasons, trace


def contained(
    look: Callable[_P, Iterable[_T]], *given: _P.args, **named: _P.kwargs
) -> tuple[list[_T], str]:
    """Return what a rule says to what is ``given``, and ""; where it fails, [] and the traceback.

    An error of this program costs the result of one rule: not the file, not the batch. It is the
    only place where whatever may be raised is caught.
    """
    try:
        return list(look(*given, **named)), ""
    except Exception:  # noqa: BLE001
        return [], format_exc()


def unusable(code: str) -> RuleStates:
    """Return the states of the rules for a file that cannot be used, refused under ``code``."""
    known = catalogue.check_codes()
    assert code in known, code
    return RuleStates((), (code,), {each: UNUSABLE for each in known if each != code})


def phrase(each: Rule, facts: Iterable[Fact], explained: str | None) -> Iterator[Finding]:
    """Make findings of a rule's facts; ``explained`` is the agency's explanation, if any."""
    told = masked(explained) if explained and each.severity is Severity.WARNING else None
    for fact in facts:
        yield Finding(
            code=each.code,
            severity=each.severity,
            sheet=None if fact.sheet is None else masked(fact.sheet),
            cell=fact.cell,
            field=fact.field,
            cells=fact.cells,
            fields=fact.fields,
            found=_masked(fact.found),
            expected=_masked(fact.expected),
            message=masked(worded(each.message, fact.words)),
            fix=masked(fix(each, fact)),
            cause=fact.cause.field if fact.cause is not None else None,
            explained=told,
            lead=lead(fact),
        )


def _masked(value: Number | str | None) -> Number | str | None:
    """Return what a cell holds; no finding of any rule repeats a person's number whole."""
    if value is None:
        return None
    text = value if isinstance(value, str) else plain(value)
    shown = masked(text)
    return value if shown == text else shown


@cache
def text_codes() -> frozenset[str]:
    """Return the codes of the rules that look through the text of a report."""
    return frozenset(
        each for each in catalogue.codes() if each.startswith(_FAMILIES) or each in _ALONE
    )


def exceeded(case: Case) -> str:
    """Return why rules on text are not run on a report with too much of it; "" where they are."""
    size = len(case.wording)
    if size <= MOST:
        return ""
    return f"文字共 {size:,} 个字，超过 {MOST:,} 个字的上限，没有检查文字；请删去不属于报告的文字"
