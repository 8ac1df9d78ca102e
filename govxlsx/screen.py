"""The only door to rich: what a person reads in a terminal or a text file."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text

from govxlsx import layout
from govxlsx.examination import Result
from govxlsx.finding import SEVERITY_WORDS, Finding, RuleStates, Severity
from govxlsx.rules.catalogue import RULES
from govxlsx.rules.model import Rule

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_ORDER = list(Severity)
_FALLBACK = {"✓": "对", "✗": "错"}
_TEXT_WIDTH = 100
_CLOSING = "，。；：、！？）》”’】〕,.;:!?)"
_OPENING = "（《“‘【〔"
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_PIECE = re.compile(r"[\x21-\x7e]+ ?|.", re.DOTALL)


class Screen:
    """A place to print to. Characters that its encoding lacks are replaced, never an error."""

    def __init__(self, stream: IO[str] | None = None, width: int | None = None) -> None:
        self.console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)

    def mark(self, mark: str) -> str:
        """Return ✓ or ✗, or 对 or 错 where the console cannot show them."""
        try:
            mark.encode(self.console.encoding)
        except (UnicodeEncodeError, LookupError):
            return _FALLBACK[mark]
        return mark

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        """Print a paragraph, folded at the width of the screen."""
        for folded in fold(text, max(20, self.console.width - indent - 2)):
            self.console.print(Text(" " * indent + folded, style=style), soft_wrap=True)

    def result(self, result: Result, *, verbose: bool = False) -> None:
        """Print one file: a heading, its findings by sheet, and the states of the rules."""
        report, outcome = result.report, result.outcome
        good = result.status == "ok"
        mark = self.mark("✓" if good else "✗")
        self.line(f"{mark} {result.path}", "bold green" if good else "bold red")
        if report is None or outcome is None:
            self.line(f"{result.error}", indent=2)
            return
        year = f"{report.year} 年度" if report.year is not None else "年度不明"
        name = report.agency.name or "（没有填机关名称）"
        self.line(f"{name}，{year}，{report.edition} 版的表", indent=2)
        order = [layout.BASICS, *(part.sheet for part in report.form.parts)]
        by_sheet = sorted(outcome.findings, key=lambda each: _place(order, each.sheet))
        for sheet, found in groupby(by_sheet, key=lambda each: each.sheet or "整个工作簿"):
            self.line(f"【{sheet}】", "bold", indent=2)
            for finding in sorted(found, key=lambda each: _ORDER.index(each.severity)):
                self.finding(finding)
        self.states(result.rules, verbose=verbose)

    def finding(self, finding: Finding) -> None:
        """Print one finding: severity, code and cell, what is wrong, what to do."""
        head = Text("    ")
        head.append(SEVERITY_WORDS[finding.severity], _STYLES[finding.severity])
        head.append(f" {finding.code}")
        if finding.cell:
            head.append(f" {finding.cell}", "bold")
        self.console.print(head)
        self.line(finding.message, indent=6)
        if finding.explained is not None:
            self.line(f"已作说明：{finding.explained}", "green", indent=6)
        else:
            self.line(f"怎么办：{finding.fix}", indent=6)

    def states(self, rules: RuleStates, *, verbose: bool = False) -> None:
        """Print how many rules passed, were broken, were not run; with ``verbose`` each of them."""
        if verbose:
            titles = {each.code: each.title for each in RULES}
            for code, title in titles.items():
                if code in rules.passed:
                    self.line(f"{self.mark('✓')} {code} 通过：{title}", indent=4)
                elif code in rules.broken:
                    self.line(f"{self.mark('✗')} {code} 有问题：{title}", indent=4)
                else:
                    reason = rules.not_run.get(code, "")
                    self.line(f"- {code} 未执行：{title}（{reason}）", indent=4)
        passed, broken, not_run = len(rules.passed), len(rules.broken), len(rules.not_run)
        total = passed + broken + not_run
        self.line(f"检查 {total} 项：通过 {passed}、有问题 {broken}、未执行 {not_run}", indent=2)

    def skipped(self, names: Sequence[str]) -> None:
        """Name the files that are no workbooks."""
        for name in names:
            self.line(f"跳过：{name}（不是工作簿）")

    def summary(self, results: Sequence[Result]) -> None:
        """Print one line over several files."""
        statuses = [each.status for each in results]
        self.line(
            f"共 {len(results)} 个文件：没有错误 {statuses.count('ok')}、"
            f"有错误 {statuses.count('errors')}、不能用 {statuses.count('unusable')}"
        )

    def catalogue(self) -> None:
        """Print the rules, one a line."""
        for each in RULES:
            self.line(f"{each.code}  {SEVERITY_WORDS[each.severity]}  {each.title}")
        self.line(f"共 {len(RULES)} 项。用 govxlsx explain 编码 查看其中一项的依据、例子和改法。")

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


def _place(order: list[str], sheet: str | None) -> tuple[int, str]:
    """Return a sheet's place: the form's own sheets in order, then the others by name."""
    return (order.index(sheet) if sheet in order else len(order), sheet or "")


def fold(text: str, width: int) -> list[str]:
    """Fold Chinese text at ``width`` cells, as it is set in print.

    Words and numbers stay whole; no line begins with a mark that closes, none ends with one that
    opens.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text, width):
        size = cell_len(piece.rstrip())
        room = width + 2 if piece[0] in _CLOSING else width
        if line and used + size > room:
            kept = line.rstrip().rstrip(_OPENING)
            lines.append(kept)
            line = line.rstrip()[len(kept) :]
            used = cell_len(line)
        line, used = line + piece, used + cell_len(piece)
    return [*lines, line.rstrip()]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield what must not be torn: single characters, whole words and numbers."""
    for piece in _PIECE.findall(text):
        yield from [piece] if cell_len(piece) <= width else chop_cells(piece, width)


def stdout() -> Screen:
    """Return the terminal, or what stands for it."""
    return Screen(sys.stdout)


def to_text(results: Sequence[Result], skipped: Sequence[str], *, verbose: bool = False) -> str:
    """Return the report of a check as text, for a file."""
    stream = io.StringIO()
    report(Screen(stream, _TEXT_WIDTH), results, skipped, verbose=verbose)
    return stream.getvalue()


def report(
    screen: Screen, results: Sequence[Result], skipped: Sequence[str], *, verbose: bool = False
) -> None:
    """Print the report of a check."""
    for result in results:
        screen.result(result, verbose=verbose)
    screen.skipped(skipped)
    if len(results) > 1:
        screen.summary(results)
