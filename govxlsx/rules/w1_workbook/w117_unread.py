"""Populated cells that belong to no figure, label or text of the form."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.rule import remarked
from govxlsx.reading.leftovers import OWN
from govxlsx.report.model import Notice

_FIRST = (
    "这张表有行名或列名对不上（W114、W115），请先照那一条改正，它对应的数字就不再列在这里。其余的："
)
_STRANGER = "缺少工作表（W111）：请先看这张是不是缺的那一张，是的改名就行。不是的："


def _look(case: Case) -> Facts:
    """Where labels or a sheet were not found, what may be meant by them is not to be deleted."""
    notices = (Notice.LABEL_MISSING, Notice.LABEL_TWICE)
    lost = {each.sheet for notice in notices for each in case.remarks(notice)}
    missing = bool(case.remarks(Notice.SHEET_MISSING))
    for remark in case.remarks(Notice.UNREAD):
        stranger = missing and remark.words["whose"] != OWN
        first = _STRANGER if stranger else _FIRST if remark.sheet in lost else ""
        yield remarked(remark, first=first)


RULE = Rule(
    title="有没有读取的内容",
    checks="填写的内容都已读取",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="有 {count} 个有内容的单元格{whose}，没有读取：{areas}。",
    fix="{first}要写进报告的，移到备注或正文里；不要的请删除。确需保留的，在“情况说明”中写明。",
    why="写在表外的说明、另一份表，都不会进入报告，填报人应当知道。",
    bad="在表的右边空白处写“以上数据待核”。",
    good="说明写在表下的“备注”里。",
    look=_look,
)
