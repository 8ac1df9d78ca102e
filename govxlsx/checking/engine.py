"""Runs the rules and makes the words: facts become findings, every rule gets its state."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from traceback import format_exc
from typing import ParamSpec, TypeVar

from govxlsx.checking import catalogue
from govxlsx.checking.budget import exceeded, text_codes
from govxlsx.checking.case import NO_PREVIOUS, Case
from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.fact import (
    Cause,
    Fact,
    Hint,
    Shifted,
    Skipped,
    Swapped,
    Together,
    TypedOver,
)
from govxlsx.checking.finding import Finding, Outcome, RuleStates
from govxlsx.checking.rule import Rule, Severity
from govxlsx.personal import masked
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain
from govxlsx.report.model import Report

UNUSABLE = "文件不可用，没有检查"
FAILED = "本程序出错，请报告"
_P = ParamSpec("_P")
_T = TypeVar("_T")


def check(
    report: Report,
    previous: Report | None = None,
    *,
    absent: str = NO_PREVIOUS,
    enrolled: Enrolled | None = None,
    tallies: tuple[Tally, ...] | None = None,
    rules: Iterable[Rule] | None = None,
) -> Outcome:
    """Check a report against the rules, by default all checks, in the catalogue's order.

    The other arguments are those of ``opened``.
    """
    case = opened(report, previous, absent=absent, enrolled=enrolled, tallies=tallies)
    return check_together((case,), rules)[0]


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
        absent = _of_another_year(report, previous)
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
        for each in courses:
            each.follow(rule)
    return [each.outcome() for each in courses]


class _Course:
    """What the rules have said of a case so far."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.explanations = {each.code: each.text for each in case.report.explanations if each.text}
        self.findings: list[Finding] = []
        self.passed: list[str] = []
        self.broken: list[str] = []
        self.not_run: dict[str, str] = {}
        self.failed: dict[str, str] = {}

    def follow(self, rule: Rule) -> None:
        """Have a rule look, and take in what it says."""
        case, code = self.case, rule.code
        found: list[Finding] = []
        reason = exceeded(case) if code in text_codes() else ""
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


def _of_another_year(report: Report, previous: Report) -> str:
    told, own = previous.year or "未写明", report.year or "本"
    return f"提供的是 {told} 年度的报告，不是 {own} 年度的上年报告"


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
            message=masked(each.message.format_map(fact.words)),
            fix=masked(_fix(each, fact)),
            cause=fact.cause.field if fact.cause is not None else None,
            explained=told,
            lead=_lead(fact),
        )


def _masked(value: Number | str | None) -> Number | str | None:
    """Return what a cell holds; no finding of any rule repeats a person's number whole."""
    if value is None:
        return None
    text = value if isinstance(value, str) else plain(value)
    shown = masked(text)
    return value if shown == text else shown


def _fix(each: Rule, fact: Fact) -> str:
    """Say what to do, the likely cause last."""
    said = each.fix.format_map(fact.words)
    if fact.blanks:
        said = (
            f"{fact.blanks} 是空白：漏填的请补上，使合计等于 {fact.cell} 的{fact.words['found']}；"
            f"没有发生的填 0，再核对 {fact.cell}。"
        )
    if fact.follows:
        said = f"各行的总计都对，先改 {fact.follows} 的问题；那里改好，这里就平了。"
    if fact.cause is not None and fact.cause.then is not None:
        said = _mending(fact.cause, fact.cause.then)
    hints = fact.hints
    if fact.first and not fact.blanks:
        said = f"先改 {fact.first} 的问题：那里与它自己的各项之和不等；改好后再核对这里。"
        hints = tuple(each for each in hints if not isinstance(each, Swapped))
    elif fact.rows and not fact.follows:
        said = f"先处理{fact.rows}（见 W117）：它没有读取，合计却可能加了它；处理好再核对这里。"
        hints = ()
    return "".join((said, *map(_hint, hints)))


def _mending(cause: Cause, then: Number) -> str:
    """Say what to do where one cell mends several sums."""
    cell = cause.at.cell if cause.at is not None else ""
    if cause.fault:
        return (
            f"请先核对{cause.name}（{cell}）：现在是 {_now(cause)}，{cause.fault}。"
            f"台账是 {plain(then)} 的，改为 {plain(then)}，与它有关的 {cause.sums} 处合计就都对了；"
            "不是的，填台账上的数，再核对合计。"
        )
    now = "空白" if cause.now is None else f" {plain(cause.now)} "
    return (
        f"改这一格即可：{cause.name}（{cell}）由{now}改为 {plain(then)}，"
        f"与它有关的 {cause.sums} 处合计就都对了。请先核对原始台账。"
    )


def _lead(fact: Fact) -> str | None:
    """Return what heads the sums that one cell mends, None where a finding stands alone.

    Where the cell holds what no such cell can hold, arithmetic does not tell what belongs there.
    """
    cause = fact.cause
    if fact.together is not None:
        return _together(fact.together)
    if cause is None or cause.at is None or cause.then is None or not cause.leads:
        return None
    cell, then = cause.at.cell, plain(cause.then)
    below = f"下面 {cause.sums} 处合计就都对了"
    if cause.fault:
        return masked(
            f"先核对 {cell}：现在是 {_now(cause)}，{cause.fault}。改为 {then} 的，{below}；"
            f"台账上不是 {then} 的，合计也要改。"
        )
    swapped = (
        _hint(each) for each in fact.hints if isinstance(each, Swapped) and each.cell == cell
    )
    return masked(
        f"改 {cell}：{_now(cause)} → {then}，{below}。请先核对原始台账。{''.join(swapped)}"
    )


def _together(many: Together) -> str:
    """Return what heads many broken sums of one kind."""
    if many.first:
        return (
            f"{many.areas} 共 {many.count} 列勾稽不平。先改 {many.first} 的问题：那里与它自己的"
            "各项之和不等；改好后再看这里。"
        )
    fill = f"，再选中 {many.fill}，按 Ctrl+{'R 向右' if many.across else 'D 向下'}填充"
    formula = f"在 {many.cell} 输入 {many.formula}{fill if many.fill else '，其余照此'}"
    told = f"{many.areas} 共 {many.count} 处总计与各项之和不等，多半是一个原因。"
    if many.blank:
        return (
            f"{told}总计填了数，各项是空白：漏填的请补上；各项确实没有的填 0，再恢复总计的公式："
            f"{formula}。"
        )
    shifted = _hint(many.shifted) if many.shifted else ""
    return (
        f"{told}{shifted}各项无误的，恢复总计的公式：{formula}；"
        "各项也不对的（例如整块数字贴错了行列），先改各项。"
    )


def _now(cause: Cause) -> str:
    return "空白" if cause.now is None else plain(cause.now)


def _hint(hint: Hint) -> str:
    """Say what the likely cause of a broken sum is."""
    match hint:
        case Swapped(cell, now, then):
            return f"{cell} 的 {now} 可能是 {then}，两位数字颠倒了。"
        case Shifted(above):
            side = "上" if above else "下"
            return f"相邻几行的总计都等于{side}一行的合计，总计这一列可能错了一行。"
        case TypedOver(cell, formula, instead):
            return f"总计{instead}；恢复公式：在 {cell} 输入 {formula}。"
