"""The results of a check as a person reads them: file by file, or a table of many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from govxlsx.checking import catalogue
from govxlsx.checking.finding import SEVERITY_WORDS, RuleStates
from govxlsx.checking.rule import Severity
from govxlsx.report.identity import name_told, year_told
from govxlsx.showing.listing import Item, checked, counts, listed, summed
from govxlsx.showing.screen import AMBER, BLUE, GREEN, RED, Page, Screen, text_of

if TYPE_CHECKING:
    from govxlsx.checking.examination import Result

_AS_BELOW = "不能用，见下面"
_TWICE = "B901"
"""The note that concerns several files, and so can be seen in their table alone."""

_STYLES = {Severity.ERROR: f"bold {RED}", Severity.WARNING: AMBER, Severity.INFO: BLUE}


@dataclass(frozen=True, slots=True)
class Manner:
    """How much is told: each check, one line a file, or the findings of one severity alone.

    ``sifted`` leaves out the files that have none of that severity.
    """

    verbose: bool = False
    quiet: bool = False
    only: Severity | None = None
    sifted: bool = False

    @property
    def usual(self) -> bool:
        """True where nothing was asked for: then many files make a table."""
        return self == Manner()


def tell(page: Screen, result: Result, manner: Manner = Manner()) -> None:
    """Print one file: how it stands, its findings, with ``verbose`` what was checked."""
    report, outcome = result.report, result.outcome
    if manner.sifted and outcome is not None and not outcome.count(manner.only or Severity.ERROR):
        return
    _heading(page, result)
    if report is None or outcome is None:
        if not manner.quiet:
            page.line(result.refusal, indent=2)
        return
    if not manner.quiet:
        name, year = name_told(report.agency.shown), year_told(report.year)
        page.line(f"{name}，{year}，{report.edition} 版的表", indent=2)
        items = listed(outcome.findings, report.form, manner.only)
        _tell_items(page, items, whole=manner.verbose)
    states(page, result.rules, verbose=manner.verbose)


def _heading(page: Screen, result: Result) -> None:
    good = result.status == "ok"
    told = "不能用" if result.outcome is None else counts(result.outcome)
    page.verdict(good, f"{result.path}：{told}", f"bold {GREEN if good else RED}")


def _tell_items(page: Screen, items: Iterable[Item], *, whole: bool) -> None:
    """Print findings in their order, under the name of each sheet."""
    for _, held in groupby(items, key=lambda each: (each.first.severity, each.first.sheet)):
        for number, item in enumerate(held):
            if number == 0:
                page.line(f"【{item.first.sheet or '整个工作簿'}】", "bold", indent=2)
            _tell_item(page, item, whole=whole)


def _tell_item(page: Screen, item: Item, *, whole: bool) -> None:
    """Print what one mend settles: severity, codes and cell, what is wrong, what to do.

    Of many findings that it settles, the first few are told, or the ``whole``.
    """
    finding = item.first
    page.parts(
        ("    ", ""),
        (SEVERITY_WORDS[finding.severity], _STYLES[finding.severity]),
        (f" {item.codes}", ""),
        (f" {item.cell}" if item.cell else "", "bold"),
    )
    if item.lead is not None:
        page.line(item.lead, indent=6)
        for each in item.findings if whole else item.told:
            page.line(f"{each.code} {each.cell}：{each.message}", indent=8)
        if item.rest and not whole:
            page.line(f"等 {len(item.findings)} 处（加 -v 逐处列出）。", indent=8)
        return
    page.line(finding.message, indent=6)
    if finding.explained is not None:
        page.line(f"已作说明：{finding.explained}", GREEN, indent=6)
    else:
        page.line(f"怎么办：{finding.fix}", indent=6)


def states(page: Screen, rules: RuleStates, *, verbose: bool = False) -> None:
    """Tell which rules failed; with ``verbose`` what each has checked, and how it went."""
    if verbose:
        for each in catalogue.checks():
            if each.code in rules.passed:
                page.line(f"{page.mark('✓')} {each.code} {each.checks}", indent=4)
            elif each.code in rules.broken:
                page.line(f"{page.mark('✗')} {each.code} {each.title}", indent=4)
            else:
                reason = rules.not_run.get(each.code, "")
                page.line(f"- {each.code} {each.checks}：没有检查（{reason}）", indent=4)
    for code, trace in rules.failed.items():
        said = f"{code} 没有执行：本程序出错，请报告"
        page.line(
            f"{said}。" if verbose else f"{said}（加 -v 看出错的地方）。", "bold red", indent=2
        )
        if verbose:
            page.line(trace.rstrip(), indent=4)
    if verbose:
        page.line(checked(rules), indent=2)


def close(page: Screen, skipped: Sequence[str], statuses: Counter[str]) -> None:
    """Print what comes after the files: those that were skipped, and the sum of several."""
    page.skipped(skipped)
    if statuses.total() > 1:
        page.line(summed(statuses))


def entry(manner: Manner, page: Page, _: int, result: Result) -> str:
    """Return what is told of one file, as plain text."""
    return text_of(partial(tell, result=result, manner=manner), page)


def closing(page: Page, skipped: Sequence[str], statuses: Counter[str]) -> str:
    """Return what comes after the files, as plain text."""
    return text_of(partial(close, skipped=skipped, statuses=statuses), page)


def overview(
    page: Screen, rows: Iterable[Sequence[str]], skipped: Sequence[str], statuses: Counter[str]
) -> None:
    """Print the report of a check over many files: a table, one row a file.

    ``statuses`` are known when the rows are gone through.
    """
    found = list(rows)
    page.table(
        ("文件", "机关", "年度", "错误", "提醒", "怎么办"),
        [(*row, _AS_BELOW if refusal else todo) for *row, todo, refusal, _ in found],
        right=("错误", "提醒"),
        fixed=("年度", "怎么办"),
    )
    for path, *_, refusal, _ in found:
        if refusal:
            page.verdict(False, f"{path}：不能用", f"bold {RED}")
            page.line(refusal, indent=2)
    for twice in dict.fromkeys(row[-1] for row in found if row[-1]):
        page.line(twice)
    close(page, skipped, statuses)
    page.line("看其中一份的每一条：govxlsx check 文件名。只看错误：加 --only errors。")


def overview_row(_: int, result: Result) -> tuple[str, str, str, str, str, str, str, str]:
    """Return what the table says of a file, and what is said below it, "" where nothing is.

    The table says: file, body, year, errors, warnings, what to do. Below it stands why a file
    cannot be used, and which other files are of the same body and year.
    """
    report, outcome = result.report, result.outcome
    if report is None or outcome is None:
        return result.path, "—", "—", "—", "—", "", result.refusal, ""
    errors, warnings = outcome.count(Severity.ERROR), outcome.count(Severity.WARNING)
    if errors:
        todo = "改正后重新报送"
    elif outcome.unexplained:
        todo = "改正或说明提醒"
    else:
        todo = "不用改"
    about = report.agency.shown or "（没有填）", str(report.year or "不明")
    twice = next((each.message for each in outcome.findings if each.code == _TWICE), "")
    return result.path, *about, str(errors), str(warnings), todo, "", twice
