"""What 填报说明 says: how to fill in, what the colours mean, where to ask, which template it is."""

from collections.abc import Iterator
from typing import NamedTuple

from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import BASICS, CONTROL, EXPLANATIONS, NOTE_LABEL, STAMP_LABEL

TITLE = "政府信息公开工作年度报告填报说明"
HINT = "请先看这一页，再从“基本信息”起逐页填写。点击工作表名称可以直接跳转。"
STEPS, COLOURS = "填报步骤", "颜色"
"""Sections whose labels lead to a sheet, and show what they speak of."""

_TABLE_STEP = f"逐格填写数字，没有发生的填 0；需要说明的写在表格下面的“{NOTE_LABEL}”里。"
_NARRATIVE_STEP = "逐段填写文字，一行一段；写不下时可以插入行。"
_STEPS_BEFORE = (
    (BASICS, "填写机关名称、报告年度、联系方式等；机关类别和统计范围从下拉列表中选择。"),
)
_STEPS_AFTER = (
    (
        EXPLANATIONS,
        "检查结果是“提醒”而情况属实、不必修改的，在这里写明提醒的编码和情况说明；"
        "没有提醒的，空着。“错误”不能用说明代替，必须改正。",
    ),
    (CONTROL, "填完后看这一页：全部是 ✓ 再报送；没有填的补上，有 ✗ 的，点击“定位”过去改正。"),
)

_COLOURS = (
    "填写的格子。",
    "合计，由公式自动计算，不用填写。",
    "表头和标签，已经锁定，不要改动。",
    "填写时变成这种颜色的格子有问题：合计对不上（勾稽关系不平），或者填的不是数字。改正后颜色自动消失。",
)
_CARE = (
    ("工作表", "不要改名、删除、移动工作表，也不要在表格里增删行列；只在文字部分插入、删除行。"),
    ("数字", "只填数字，不写单位、逗号和文字说明。从别处粘贴时，用“选择性粘贴—数值”。"),
    (
        "文字",
        "编号照报告里的样子写在正文开头，如“（一）”“1.”，标题级别按编号自动判断；"
        "判断不对的，在“层级”栏选择。只有编号和标题、下面没有文字的，不会印出。",
    ),
    (
        "长段落",
        "表格程序的一行最高 409 磅，一段超过 900 字时末尾可能显示、打印不全（内容不会丢失），"
        "建议分成几段。",
    ),
    ("插入行", "在两段文字之间插入。要在最前面加一段的，先在第一段下面插入，再调换内容。"),
    ("保护", "工作表的保护没有密码，只为防止误改。确实需要时，在“审阅”中撤销保护。"),
)

_HELP = (
    (
        "检查",
        "填完保存后，把文件报送主管部门；也可以用检查程序自行检查，按提示改正后再报送，用法见程序的手册。",
    ),
    ("咨询", "填报中有疑问的，请联系向本机关布置填报任务的政府信息公开工作主管部门。"),
)


class Section(NamedTuple):
    """A heading, and the lines below it: a label and what is said of it."""

    title: str
    lines: tuple[tuple[str, str], ...]


def sections(edition: Edition) -> Iterator[Section]:
    """Yield what an edition's template says, in order."""
    basis = f"{edition.basis.title}（{edition.basis.number}）"
    last = "及以后各年度" if edition.last_year is None else f"至 {edition.last_year} 年度"
    years = f"{edition.first_year} 年度{last}的报告"
    yield Section(
        "本模板", ((STAMP_LABEL, edition.stamp), ("编制依据", basis), ("适用年度", years))
    )
    steps = ((part.sheet, _TABLE_STEP if part.table else _NARRATIVE_STEP) for part in edition.parts)
    yield Section(STEPS, (*_STEPS_BEFORE, *steps, *_STEPS_AFTER))
    yield Section(COLOURS, tuple(("示例", text) for text in _COLOURS))
    yield Section("注意事项", _CARE)
    yield Section("检查和咨询", _HELP)
