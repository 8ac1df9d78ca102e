"""Findings as people read them: errors, then warnings, then notes, each by sheet and cell.

Several broken sums that one cell mends are one item, led by that cell; so are many of one kind.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.addresses import Position, position
from govxlsx.checking.finding import SEVERITY_WORDS, Finding, Outcome, RuleStates
from govxlsx.checking.rule import Severity
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition

_SEVERITIES = list(Severity)

_WHOLE, _FEW = 5, 3
"""An item of more findings than _WHOLE is told by the first _FEW of them: it is one mend."""


@dataclass(frozen=True, slots=True)
class Item:
    """What one mend settles: a finding, or broken sums with the cell ``cell`` where it begins.

    ``lead`` is what heads several findings; None for one, which says itself what to do.
    """

    findings: tuple[Finding, ...]
    cell: str | None
    lead: str | None = None

    @property
    def first(self) -> Finding:
        """The first finding, by which the item has its severity and its sheet."""
        return self.findings[0]

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings that are told one by one where people read them: of many the first few."""
        return self.findings if len(self.findings) <= _WHOLE else self.findings[:_FEW]

    @property
    def rest(self) -> int:
        """How many findings are not told one by one."""
        return len(self.findings) - len(self.told)

    @property
    def codes(self) -> str:
        """The codes of the findings, each once."""
        return "、".join(dict.fromkeys(each.code for each in self.findings))


def listed(
    findings: Iterable[Finding], edition: Edition, only: Severity | None = None
) -> list[Item]:
    """Return findings in the order in which they are read; ``only`` those of one severity."""
    groups: dict[object, list[Finding]] = {}
    chosen = [each for each in findings if only is None or each.severity is only]
    leads = Counter((each.code, each.lead) for each in chosen)
    for number, each in enumerate(chosen):
        key: object = number if each.lead is None else each.cause
        if each.lead is not None and leads[each.code, each.lead] > 1:
            key = each.code, each.lead  # one cell mends no two sums of a kind: these are many
        groups.setdefault(key, []).append(each)
    order = ReadingOrder(edition)

    def by(each: Finding, cell: str | None) -> tuple[int, int, str, Position, str]:
        return order.of(each.severity, each.sheet, cell, each.code)

    items = (_item(sorted(each, key=lambda one: by(one, one.cell))) for each in groups.values())
    return sorted(items, key=lambda each: by(each.first, each.cell))


def in_order(
    findings: Iterable[Finding], edition: Edition, only: Severity | None = None
) -> list[Finding]:
    """Return findings one by one in the order of ``listed``."""
    return [each for item in listed(findings, edition, only) for each in item.findings]


def _item(findings: list[Finding]) -> Item:
    first = findings[0]
    if len(findings) == 1:
        return Item((first,), first.begins)
    lead = max((each.lead or "" for each in findings), key=len)
    return Item(tuple(findings), cause_cell(first) or first.begins, lead)


def cause_cell(finding: Finding) -> str | None:
    """Return the cell of a finding's cause, None where it has none or its place is not known."""
    if finding.cause is None or len(finding.cells) != len(finding.fields):
        return None
    return dict(zip(finding.fields, finding.cells, strict=True)).get(finding.cause)


def place(cell: str | None) -> Position | None:
    """Return the position of a finding's cell, None where it has none that a sheet can hold."""
    try:
        return None if cell is None else position(cell)
    except ValueError:
        return None


class ReadingOrder:
    """By severity, then by sheet: the whole workbook, the form's own, the others by name."""

    def __init__(self, edition: Edition) -> None:
        self._sheets = [layout.BASICS, *(part.sheet for part in edition.parts)]

    def of(
        self, severity: str, sheet: str | None, cell: str | None, code: str
    ) -> tuple[int, int, str, Position, str]:
        """Return what a finding is sorted by."""
        name, sheets = sheet or "", self._sheets
        known = sheets.index(name) if name in sheets else len(sheets)
        rank = _SEVERITIES.index(Severity(severity))
        return rank, known if name else -1, name, place(cell) or (-1, -1), code


STATUS_WORDS = {"ok": "没有错误", "errors": "有错误", "unusable": "不能用"}
"""How a file may stand."""


def summed(statuses: Counter[str]) -> str:
    """Return how many files there are of each status."""
    told = "、".join(f"{word} {statuses[each]}" for each, word in STATUS_WORDS.items())
    return f"共 {statuses.total()} 个文件：{told}"


def checked(rules: RuleStates) -> str:
    """Return how many checks there were, and how they went."""
    passed, broken, idle = len(rules.passed), len(rules.broken), len(rules.not_run)
    total = passed + broken + idle
    return f"检查 {total} 项：通过 {passed}、有问题 {broken}、未执行 {idle}"


def counts(outcome: Outcome) -> str:
    """Return how many findings there are of each severity."""
    if not outcome.findings:
        return "没有发现问题"
    return "、".join(f"{word} {outcome.count(each)}" for each, word in SEVERITY_WORDS.items())
