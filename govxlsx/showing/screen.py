"""The only door to rich: what a person reads in a terminal or a text file.

Rich is imported for a terminal and for tables: lines of plain text do without it.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from govxlsx import interruption
from govxlsx.checking import catalogue
from govxlsx.checking.finding import SEVERITY_WORDS, RuleStates, Severity
from govxlsx.checking.rule import Rule
from govxlsx.patterns import regex
from govxlsx.showing import terminal
from govxlsx.showing.colours import AMBER, BLUE, GREEN, RED
from govxlsx.showing.folding import fold
from govxlsx.showing.listing import Item, counts, listed

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod

    from govxlsx.checking.examination import Result

_STYLES = {Severity.ERROR: f"bold {RED}", Severity.WARNING: AMBER, Severity.INFO: BLUE}
_FALLBACK = {"✓": "对", "✗": "错"}
_TEXT_WIDTH = 100
_CONTROLS = {code: chr(0x2400 + code) for code in range(32)} | {127: "␡"}
_CONTROLS |= dict.fromkeys(range(128, 160), "�")
"""A file may be named, and a cell filled, so that a terminal would do what it says: it is shown."""

_IN_TABLES = {code: shown for code, shown in _CONTROLS.items() if chr(code) != "\n"}
"""In tables the lines of a cell are broken already."""

_CLEARED = b"\r\x1b[2K\x1b[?25h"
"""Takes a bar off the terminal's line, and shows the cursor again."""

_PLACEHOLDER = regex(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Manner:
    """How much is told: each check, one line a file, or the findings of one severity alone."""

    verbose: bool = False
    quiet: bool = False
    only: Severity | None = None

    @property
    def usual(self) -> bool:
        """True where nothing was asked for: then many files make a table."""
        return self == Manner()


class Screen:
    """A place to print to. Characters that its encoding lacks are replaced, never an error."""

    def __init__(self, stream: TextIO | None = None, width: int | None = None) -> None:
        self._stream = stream or sys.stdout
        self._given = width
        self._plain = not (terminal.may_be_styled(self._stream) and self.console.is_terminal)
        self._width = (width or terminal.columns()) if self._plain else None

    @cached_property
    def console(self) -> Console:
        """Rich's console for it."""
        from rich.console import Console

        return Console(
            file=self._stream, width=self._given, highlight=False, emoji=False, markup=False
        )

    def mark(self, mark: str) -> str:
        """Return ✓ or ✗, or 对 or 错 where the console cannot show them."""
        try:
            mark.encode(self._stream.encoding or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return _FALLBACK[mark]
        return mark

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        """Print a paragraph, folded at the width of the screen."""
        width = self._width or self.console.width
        for folded in fold(text.translate(_CONTROLS), max(20, width - indent - 2)):
            self._put((" " * indent + folded, style))

    def _put(self, *parts: tuple[str, str]) -> None:
        """Print one line, its parts each with a style.

        Where nobody sees styles, rich would take most of a batch's time.
        """
        if self._plain:
            self._stream.write(f"{''.join(text for text, _ in parts)}\n")
            return
        from rich.text import Text

        self.console.print(Text.assemble(*parts), soft_wrap=True)

    def result(self, result: Result, manner: Manner = Manner()) -> None:
        """Print one file: how it stands, its findings, with ``verbose`` what was checked."""
        self.heading(result)
        report, outcome = result.report, result.outcome
        if report is None or outcome is None:
            if not manner.quiet:
                self.line(result.refusal, indent=2)
            return
        if not manner.quiet:
            year = f"{report.year} 年度" if report.year is not None else "年度不明"
            name = report.agency.shown or "（没有填机关名称）"
            self.line(f"{name}，{year}，{report.edition} 版的表", indent=2)
            self.items(listed(outcome.findings, report.form, manner.only))
        self.states(result.rules, verbose=manner.verbose)

    def heading(self, result: Result) -> None:
        """Print how a file stands, in one line."""
        good = result.status == "ok"
        mark = self.mark("✓" if good else "✗")
        told = "不能用" if result.outcome is None else counts(result.outcome)
        self.line(f"{mark} {result.path}：{told}", f"bold {GREEN if good else RED}")

    def items(self, items: Iterable[Item]) -> None:
        """Print findings in their order, under the name of each sheet."""
        for _, held in groupby(items, key=lambda each: (each.first.severity, each.first.sheet)):
            for number, item in enumerate(held):
                if number == 0:
                    self.line(f"【{item.first.sheet or '整个工作簿'}】", "bold", indent=2)
                self.item(item)

    def item(self, item: Item) -> None:
        """Print what one mend settles: severity, codes and cell, what is wrong, what to do."""
        finding = item.first
        self._put(
            ("    ", ""),
            (SEVERITY_WORDS[finding.severity], _STYLES[finding.severity]),
            (f" {item.codes}", ""),
            (f" {item.cell}" if item.cell else "", "bold"),
        )
        if item.lead is not None:
            self.line(item.lead, indent=6)
            for each in item.findings:
                self.line(f"{each.code} {each.cell}：{each.message}", indent=8)
            return
        self.line(finding.message, indent=6)
        if finding.explained is not None:
            self.line(f"已作说明：{finding.explained}", GREEN, indent=6)
        else:
            self.line(f"怎么办：{finding.fix}", indent=6)

    def states(self, rules: RuleStates, *, verbose: bool = False) -> None:
        """Tell which rules failed; with ``verbose`` what each has checked, and how it went."""
        if verbose:
            for each in catalogue.checks():
                if each.code in rules.passed:
                    self.line(f"{self.mark('✓')} {each.code} {each.checks}", indent=4)
                elif each.code in rules.broken:
                    self.line(f"{self.mark('✗')} {each.code} {each.title}", indent=4)
                else:
                    reason = rules.not_run.get(each.code, "")
                    self.line(f"- {each.code} {each.checks}：没有检查（{reason}）", indent=4)
        for code, trace in rules.failed.items():
            said = f"{code} 没有执行：本程序出错，请报告"
            self.line(
                f"{said}。" if verbose else f"{said}（加 -v 看出错的地方）。", "bold red", indent=2
            )
            if verbose:
                self.line(trace.rstrip(), indent=4)
        if verbose:
            passed, broken, not_run = len(rules.passed), len(rules.broken), len(rules.not_run)
            total = passed + broken + not_run
            said = f"检查 {total} 项：通过 {passed}、有问题 {broken}、未执行 {not_run}"
            self.line(said, indent=2)

    def skipped(self, names: Sequence[str]) -> None:
        """Name the files that are no workbooks."""
        for name in names:
            self.line(f"跳过：{name}（不是工作簿）")

    def table(
        self,
        labels: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Collection[str] = (),
        fixed: Collection[str] = (),
    ) -> None:
        """Print a table as wide as the screen.

        The columns named in ``right`` hold numbers; those and the ``fixed`` ones are never folded.
        """
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for label in labels:
            whole = label in right or label in fixed
            justify: JustifyMethod = "right" if label in right else "left"
            table.add_column(label, justify=justify, no_wrap=whole, overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell.translate(_IN_TABLES)) for cell in row))
        self.console.print(table)

    def close(self, skipped: Sequence[str], statuses: Counter[str]) -> None:
        """Print what comes after the files: those that were skipped, and the sum of several."""
        self.skipped(skipped)
        if statuses.total() > 1:
            self.summary(statuses)

    def summary(self, statuses: Counter[str]) -> None:
        """Print one line over several files, given how many there are of each status."""
        self.line(
            f"共 {statuses.total()} 个文件：没有错误 {statuses['ok']}、"
            f"有错误 {statuses['errors']}、不能用 {statuses['unusable']}"
        )

    def catalogue(self) -> None:
        """Print the rules, one a line."""
        for each in catalogue.rules():
            self.line(f"{each.code}  {SEVERITY_WORDS[each.severity]}  {each.title}")
        count = len(catalogue.codes())
        self.line(f"共 {count} 项。用 govxlsx explain 编码 查看其中一项的依据、例子和改法。")

    def rule(self, rule: Rule) -> None:
        """Print one rule with its basis, an example and the mend."""
        self.line(f"{rule.code} {rule.title}（{SEVERITY_WORDS[rule.severity]}）", "bold")
        for label, text in (
            ("依据", rule.basis),
            ("为什么", rule.why),
            ("错的例子", rule.bad),
            ("对的例子", rule.good),
            ("提示的话", rule.message),
            ("怎么改", rule.fix),
        ):
            self.line(f"{label}：{_PLACEHOLDER.sub('…', text)}", indent=2)


def stdout() -> Screen:
    """Return the terminal, or what stands for it."""
    return Screen(sys.stdout)


def pieces(
    results: Iterable[Result], skipped: Sequence[str], manner: Manner = Manner()
) -> Iterator[str]:
    """Yield the report of a check as text, for a file, piece by piece."""
    stream = io.StringIO()
    for _ in report(Screen(stream, _TEXT_WIDTH), results, skipped, manner):
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()
    yield stream.getvalue()


def report(
    screen: Screen, results: Iterable[Result], skipped: Sequence[str], manner: Manner = Manner()
) -> Iterator[Result]:
    """Print the report of a check; yield each result when it is printed."""
    statuses: Counter[str] = Counter()
    for result in results:
        statuses[result.status] += 1
        screen.result(result, manner)
        yield result
    screen.close(skipped, statuses)


def overview(screen: Screen, results: Iterable[Result], skipped: Sequence[str]) -> None:
    """Print the report of a check over many files: a table, one row a file."""
    statuses: Counter[str] = Counter()

    def rows() -> Iterator[tuple[str, ...]]:
        for result in results:
            statuses[result.status] += 1
            yield overview_row(result)

    screen.table(
        ("文件", "机关", "年度", "错误", "提醒", "怎么办"),
        rows(),
        right=("错误", "提醒"),
        fixed=("年度",),
    )
    screen.close(skipped, statuses)
    screen.line("看其中一份的每一条：govxlsx check 文件名。只看错误：加 --only errors。")


def overview_row(result: Result) -> tuple[str, str, str, str, str, str]:
    """Return a file's row of the table: file, body, year, errors, warnings, what to do."""
    report, outcome = result.report, result.outcome
    if report is None or outcome is None:
        return result.path, "—", "—", "—", "—", result.refusal
    errors, warnings = outcome.count(Severity.ERROR), outcome.count(Severity.WARNING)
    if errors:
        todo = "改正错误后重新报送"
    elif outcome.unexplained:
        todo = "改正提醒，或作出说明"
    else:
        todo = "不用改"
    about = report.agency.shown or "（没有填）", str(report.year or "不明")
    return result.path, *about, str(errors), str(warnings), todo


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a bar on the terminal while work goes on; elsewhere, or for one file, nothing.

    Yields a function that is called with the number of files just done.
    """
    if total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    def clear() -> None:
        os.write(sys.stderr.fileno(), _CLEARED)

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    with interruption.undone(bar, clear), bar:
        task = bar.add_task(label, total=total)
        yield partial(bar.advance, task)
