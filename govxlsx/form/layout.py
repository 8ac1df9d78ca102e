"""Where the template puts things: sheet names, entries of 基本信息, the place of each figure."""

from dataclasses import dataclass
from functools import cache

from govxlsx.addresses import Place, address
from govxlsx.form.editions import edition_by_id
from govxlsx.form.grid import grid

GUIDE = "填报说明"
BASICS = "基本信息"
EXPLANATIONS = "情况说明"
CONTROL = "校验"
RESULTS = "校验结果"
"""The sheet of an annotated copy; it is not part of the template."""

SHARES = "分机关数据"
"""The sheet of a roll-up that tells each body's share; it is not part of the template."""

STAMP_LABEL = "模板版本"
VALUE_LABEL = "填写内容"
NOTE_LABEL = "备注"
LEVEL_LABEL = "层级"
TEXT_LABEL = "正文"
CODE_LABEL = "编码"
EXPLANATION_LABEL = "说明"

TABLE_TOP = 2
"""Grids start in the third row: the first holds the part's title, the second what to do."""

LIST_TOP = 3
"""Narrative and explanations start in the fourth row, below the header of their columns."""


@dataclass(frozen=True, slots=True)
class BasicsLine:
    """One line of the sheet 基本信息. ``key`` is its interchange key, "" where it has none."""

    label: str
    key: str
    hint: str
    aliases: tuple[str, ...] = ()


ENTRIES = (
    BasicsLine("机关名称", "name", "填全称，将印在报告标题和文件名中。", ("单位名称",)),
    BasicsLine("报告年度", "year", "填四位数字的年份，例如 2026。", ("年度",)),
    BasicsLine("机关类别", "kind", "从下拉列表中选择。"),
    BasicsLine(
        "统计范围", "scope", "部门只统计本机关；县级以上人民政府汇总本行政区域。从下拉列表中选择。"
    ),
    BasicsLine("发布网址", "website", "公布本报告电子版的网址。", ("网址",)),
    BasicsLine("地址", "address", "供公众联系的通信地址。", ("联系地址", "通信地址")),
    BasicsLine("邮编", "postcode", "六位数字。", ("邮政编码",)),
    BasicsLine("电话", "phone", "带区号，例如 010-12345678；有多个的用顿号分开。", ("联系电话",)),
    BasicsLine("邮箱", "email", "供公众联系的电子邮箱。", ("电子邮箱",)),
    BasicsLine("填报人", "", "不印入报告。"),
    BasicsLine("审核人", "", "不印入报告。"),
    BasicsLine("填报日期", "", "不印入报告。"),
    BasicsLine("开头段落", "preamble", "可不填：不填的，按格式自动生成；填了的，原样印出。"),
)


@cache
def places(edition_id: str) -> dict[str, Place]:
    """Return where the template of an edition puts each figure, by field id."""
    edition = edition_by_id(edition_id)
    return {
        box.field: Place(part.sheet, address(TABLE_TOP + box.row, box.column))
        for part in edition.parts
        if part.table
        for box in grid(edition, part.table).boxes
        if box.field
    }


def entry_place(key: str) -> Place:
    """Return where the template puts an entry of 基本信息."""
    row = next(row for row, entry in enumerate(ENTRIES, TABLE_TOP) if entry.key == key)
    return Place(BASICS, address(row, 1))
