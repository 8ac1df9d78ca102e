"""What ``govxlsx compare`` prints: the figures part by part, then the text."""

from collections.abc import Sequence
from itertools import groupby

from govxlsx.desk.compare import Comparison, Texts, ratios
from govxlsx.desk.compare.figures import Line, chosen
from govxlsx.desk.compare.texts import ChangeKind, shortened
from govxlsx.desk.compare.wording import KINDS, LEGEND, amount, difference, marked, percent
from govxlsx.report.identity import name_told
from govxlsx.showing.folding import cells, fold
from govxlsx.showing.screen import GREEN, Screen

_NARROWEST = 20
_GAP = 3
"""Blank cells between two columns of a table."""


def tell(page: Screen, given: Comparison, *, everything: bool) -> None:
    """Print a comparison; without ``everything`` only what differs."""
    page.line(given.title, "bold")
    for label, report in zip(given.labels, given.reports, strict=True):
        name = name_told(report.agency.shown)
        page.line(f"{label}：{name}，{report.edition} 版的表，{report.source}", indent=2)
    for remark in given.remarks:
        page.line(remark, indent=2)
    shown = chosen(given.lines, everything=everything)
    if not shown:
        page.line("数字全都相同。", "bold")
    for part, held in groupby(shown, key=lambda each: each.part):
        page.line("")
        page.line(part, "bold")
        _table(page, given, list(held))
    _shares(page, given, everything=everything)
    for texts in given.texts:
        _texts(page, texts, everything=everything)


def _shares(page: Screen, given: Comparison, *, everything: bool) -> None:
    """Print a line for each metric: with its counts it is too wide for a table of years."""
    shown = [each for each in given.shares if everything or each.changed]
    if not shown:
        return
    page.line("")
    page.line(f"{ratios.TITLE}：{ratios.EXPLAINED}", "bold")
    for each in shown:
        told = [f"{label} {text}" for label, text in zip(given.labels, each.texts, strict=True)]
        steps = "、".join(
            f"{ratios.points(step)} 个百分点" for step in each.steps if step is not None
        )
        page.line(f"{each.name}：{'，'.join(told)}{f'；{steps}' if steps else ''}", indent=2)


def _table(page: Screen, given: Comparison, lines: Sequence[Line]) -> None:
    two = len(given.labels) == 2
    step_labels = ("增减", "增减%") if two else ("比上一份", "比上一份%")
    numbers = (*given.labels, *step_labels)
    rows = [_cells(each, len(given.labels)) for each in lines]
    widths = [
        max(cells(text) for text in column)
        for column in zip(numbers, *(row[1:] for row in rows), strict=True)
    ]
    room = max(_NARROWEST, page.console.width - sum(widths) - _GAP * len(widths))
    folded = ((_hanging(row[0], room), *row[1:]) for row in rows)
    page.table(("项目", *numbers), folded, right=numbers)


def _cells(line: Line, reports: int) -> tuple[str, ...]:
    """Return a line's cells; the steps told are those from the last report but one."""
    label = "　" * line.depth + line.label
    if not line.amounts:
        return (label, *[""] * (reports + 2))
    step = line.steps[-1]
    return (label, *map(amount, line.amounts), difference(step), percent(step))


def _hanging(label: str, room: int) -> str:
    """Fold a label; its further lines are indented like the first."""
    text = label.lstrip("　")
    indent = label[: len(label) - len(text)]
    return "\n".join(f"{indent}{each}" for each in fold(text, room - cells(indent) - 2))


def _texts(page: Screen, texts: Texts, *, everything: bool) -> None:
    page.line("")
    changed = [each for each in texts.passages if each.changed or everything]
    if not any(each.changed for each in texts.passages):
        page.line(f"{texts.before}与{texts.after}的文字全都相同。", "bold")
    elif changed:
        page.line(f"文字，{texts.before}与{texts.after}比：{LEGEND}", "bold")
    for passage in changed:
        page.line(passage.title, "bold", indent=2)
        for change in passage.changes:
            if change.kind is ChangeKind.CHANGED:
                held = change.pieces if everything else shortened(change.pieces)
                page.line(f"{KINDS[change.kind]}：{marked(held)}", indent=4)
            elif change.kind is not ChangeKind.SAME or everything:
                text = change.pieces[0].text
                page.line(f"{KINDS[change.kind]}：{text}", _STYLES[change.kind], indent=4)


_STYLES = {ChangeKind.SAME: "", ChangeKind.REMOVED: "red", ChangeKind.ADDED: GREEN}
