"""What 校验 says: a line for all that must be filled in and for each sum, and its verdicts."""

from collections.abc import Iterator
from typing import NamedTuple

from govxlsx.addresses import Place, address
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import LIST_TOP, entry_place, places
from govxlsx.form.sentences import describe

CORRECT, WRONG, UNCOMPUTED, BLANK = "✓", "✗", "未核算", "没有填"
NOTHING = "—"
"""Stands for a number that is not computed."""

LABELS = ("序号", "部分", "校验内容", "表中数", "应为", "差额", "结果", "定位")
HINT = (
    "本页自动计算，不用填写。"
    f"{CORRECT} 填了，对得上；{WRONG} 不对，点击“定位”过去改正；"
    f"{BLANK}：有关的格子空着，填好后自动核算；"
    f"{UNCOMPUTED}：这一项里有文字或错误值，改成数字后自动核算。合计中的空格按 0 算。"
)


class ControlLine(NamedTuple):
    """What stands beside a line's formulas: its number, sheet, what it demands, and where."""

    number: int
    sheet: str
    text: str
    cell: str


def lines(edition: Edition) -> tuple[ControlLine, ...]:
    """Return the lines of an edition's sheet: what must be filled in, then the sums."""
    at = places(edition.id)
    sums = ((at[each.field], describe(edition, each)) for each in edition.sums)
    return tuple(
        ControlLine(number, place.sheet, text, place.cell)
        for number, (place, text) in enumerate((*_filled_in(edition), *sums), 1)
    )


def _filled_in(edition: Edition) -> Iterator[tuple[Place, str]]:
    """Yield who reports, for which year and as what, then the parts in the form's order."""
    first, last = edition.first_year, edition.last_year
    span = f"{first} 年及以后" if last is None else f"{first} 至 {last} 年"
    yield entry_place("name"), "机关名称已填"
    yield entry_place("year"), f"报告年度已填四位数字，本模板用于 {span}"
    yield entry_place("kind"), "机关类别已从列表中选择"
    for part in edition.parts:
        if part.table:
            first_field = edition.fields_of[part.table][0].id
            yield places(edition.id)[first_field], "要填的格子都填了数，没有空格（没有发生的填 0）"
        else:
            text = "已写明文字（标题不算）" if part.aspects else "已写明文字"
            yield Place(part.sheet, address(LIST_TOP, 1)), text
