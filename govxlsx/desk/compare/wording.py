"""How amounts, differences and changes are written, wherever they are shown."""

from collections.abc import Iterable

from govxlsx.desk.compare.figures import Amount, Step
from govxlsx.desk.compare.texts import ChangeKind, Stretch
from govxlsx.report.figure import plain

ABSENT, BLANK = "无此项", "空"
KINDS = {
    ChangeKind.SAME: "相同",
    ChangeKind.CHANGED: "改写",
    ChangeKind.REMOVED: "去掉",
    ChangeKind.ADDED: "新增",
}
"""What became of a paragraph."""

LEGEND = "［－去掉的文字］［＋加上的文字］"
_SIGNS = {ChangeKind.REMOVED: "－", ChangeKind.ADDED: "＋"}


def amount(given: Amount) -> str:
    """Write an amount: as in the document, blank and lacking ones told apart."""
    return ABSENT if given.absent else given.text or BLANK


def difference(step: Step) -> str:
    """Write a difference with its sign; "" where there is none to tell."""
    if step.difference is None:
        return ""
    text = plain(step.difference)
    return f"+{text}" if step.difference > 0 else text


def percent(step: Step) -> str:
    """Write a difference in per cent with one decimal; "" from 0 or where there is none."""
    if step.permille is None:
        return ""
    sign = "+" if step.permille > 0 else "-" if step.permille < 0 else ""
    whole, tenth = divmod(abs(step.permille), 10)
    return f"{sign}{whole}.{tenth}%"


def marked(pieces: Iterable[Stretch]) -> str:
    """Write a changed paragraph as one text with marks around what was removed and added."""
    return "".join(
        f"［{_SIGNS[each.kind]}{each.text}］" if each.kind in _SIGNS else each.text
        for each in pieces
    )
