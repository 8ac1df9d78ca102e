"""One file's part of the page: how it stands, its findings, its tables, the checks."""

from collections.abc import Iterator, Sequence

from govxlsx.checking.catalogue import rules
from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS, RuleStates
from govxlsx.checking.rule import Severity
from govxlsx.report.identity import name_told
from govxlsx.showing.listing import checked
from govxlsx.showing.page import findings, summary, tables, words
from govxlsx.showing.page.markup import Element, tag
from govxlsx.showing.page.subject import Subject


def section(result: Result, number: int, only: Severity | None = None, files: int = 1) -> Element:
    """Return what is told of one of the ``files`` of a page; ``only`` those of one severity."""
    anchor = summary.anchor(number)
    heading = tag("h2", result.path, id=anchor, tabindex=-1)
    back = tag(
        "p", tag("a", "回到开头" if files == 1 else "回到汇总", href="#summary"), class_="back"
    )
    if result.report is None or result.outcome is None:
        said = tag("p", result.refusal, class_="unusable-sentence")
        state = tag("p", words.status(result.status))
        return tag("section", heading, state, said, back, class_="file")
    subject = Subject(number, result.path, result.report, result.outcome, only, files)
    return tag(
        "section",
        heading,
        _facts(result, subject),
        findings.section(subject),
        *(tables.sections(subject) if subject.drawn else ()),
        _rules(subject.outcome.rules, alone=subject.alone),
        back,
        class_="file",
    )


def _facts(result: Result, subject: Subject) -> Element:
    report = subject.report
    return words.facts(
        ("结果", words.status(result.status)),
        ("机关", name_told(report.agency.shown)),
        ("年度", f"{report.year} 年度" if report.year is not None else "不明"),
        ("表式", f"{report.edition} 版（{report.form.basis.number}）"),
        ("问题", "，".join(_counts(subject))),
        ("文件指纹", tag("span", result.sha256 or "—", class_="digest")),
    )


def _counts(subject: Subject) -> Iterator[str]:
    for severity, word in SEVERITY_WORDS.items():
        count = subject.outcome.count(severity)
        explained = sum(
            each.severity is severity and each.explained is not None
            for each in subject.outcome.findings
        )
        more = f"（其中已作说明 {explained}）" if severity is Severity.WARNING and explained else ""
        yield f"{word} {count}{more}"


def _rules(states: RuleStates, *, alone: bool) -> Element:
    """Return every check by its state; those that passed are folded away.

    Beside other files only the numbers are told: the same hundred lines for each would bury them.
    """
    if not alone:
        return tag("section", tag("p", f"{checked(states)}。", class_="quiet"), class_="rules")
    total = len(states.passed) + len(states.broken) + len(states.not_run)
    return tag(
        "section",
        tag("h3", f"检查项目（{total} 项）"),
        _group("✗ 有问题", states.broken, states, opened=True),
        _group("— 未执行", tuple(states.not_run), states, opened=True),
        _group("✓ 通过", states.passed, states, opened=False),
        class_="rules",
    )


def _group(title: str, codes: Sequence[str], states: RuleStates, *, opened: bool) -> Element | None:
    if not codes:
        return None
    held = codes == states.passed
    titles = {each.code: each.checks if held else each.title for each in rules()}
    why = {code: f"：{reason}" for code, reason in states.not_run.items()}
    lines = (
        tag("li", tag("span", code, class_="code"), f" {titles.get(code, '')}{why.get(code, '')}")
        for code in codes
    )
    list_ = tag("ul", *lines, class_="plain")
    return tag("details", tag("summary", f"{title} {len(codes)} 项"), list_, open=opened)
