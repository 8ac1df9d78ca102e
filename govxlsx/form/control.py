"""What 校验 says: a line for each prescribed sum, and the words of its verdicts."""

from __future__ import annotations

from typing import NamedTuple

from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import places
from govxlsx.form.sentences import describe

CORRECT, WRONG, UNCOMPUTED, BLANK = "✓", "✗", "未核算", "没有填"
NOTHING = "—"
"""Stands for a number that is not computed."""

LABELS = ("序号", "部分", "校验内容", "表中数", "应为", "差额", "结果", "定位")
HINT = (
    "本页自动计算，不用填写。"
    f"{CORRECT} 对得上；{WRONG} 对不上，点击“定位”到表格里改正；"
    f"{UNCOMPUTED}：这一项里有文字或错误值，改成数字后自动核算；"
    f"{BLANK}：有关的格子都空着。空格按 0 算。"
)


class ControlLine(NamedTuple):
    """What stands beside the formulas of a sum: its number, sheet, what it demands, and where."""

    number: int
    sheet: str
    text: str
    cell: str


def lines(edition: Edition) -> tuple[ControlLine, ...]:
    """Return the lines of an edition's sheet, in order."""
    at = places(edition.id)
    return tuple(
        ControlLine(number, at[each.field].sheet, describe(edition, each), at[each.field].cell)
        for number, each in enumerate(edition.sums, 1)
    )
