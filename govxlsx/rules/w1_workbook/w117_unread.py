"""Populated cells that belong to no figure, label or text of the form."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, Unread, remarked
from govxlsx.report.model import Remark

_FIRST = (
    "这张表有行名或列名对不上（W114、W115），请先照那一条改正，它对应的数字就不再列在这里。其余的："
)
_STRANGER = "缺少工作表（W111）：请先看这张是不是缺的那一张，是的改名就行。不是的："
_WHAT = {
    Unread.CELLS: "有 {count} 个有内容的单元格不属于这张表",
    Unread.ROWS: "{rows}是自己加的行，模板里没有",
    Unread.COLUMNS: "{rows}是自己加的列，模板里没有",
    Unread.LEVELS: "“层级”一列有 {count} 格写的不是层级",
    Unread.SHEET: "有 {count} 个有内容的单元格在模板以外的工作表里",
    Unread.SHEETS: "有 {sheets} 张模板以外的工作表，共 {count} 格有内容",
}
_MEND = {
    Unread.ROWS: "请把它的数并入模板里相应的一行，再删除自己加的行，合计会跟着改正；只是小计、其中数的，写到备注里再删除",
    Unread.COLUMNS: "请删除自己加的列（选中整列，右键选“删除”），加了它的总计会跟着改正；要写进报告的，写到备注里再删除",
    Unread.LEVELS: "层级可以空着；要印进报告的编号和文字，写到同一行的“正文”里",
}
_USUAL = "要写进报告的，移到备注或正文里；不要的请删除"
_GROUPED = (
    "像是工作表成了组，写一张就写进了每一张：请右键点工作表标签，选“取消组合工作表”，再在各张里删除"
)
_ASKED = "（表里有公式引用它，先把那些格复制、选择性粘贴为数值）"


def _look(case: Case) -> Facts:
    """Where labels or a sheet were not found, what may be meant by them is not to be deleted."""
    notices = (Notice.LABEL_MISSING, Notice.LABEL_TWICE)
    lost = {each.sheet for notice in notices for each in case.remarks(notice)}
    missing = bool(case.remarks(Notice.SHEET_MISSING))
    alike: dict[tuple[str, ...], list[Remark]] = {}
    for remark in case.remarks(Notice.UNREAD):
        said = remark.words["said"]
        key = (remark.words["areas"], said) if said else (remark.words["kind"], remark.sheet)
        alike.setdefault(key, []).append(remark)
    for remark, *others in alike.values():
        kind = Unread(remark.words["kind"])
        if kind is Unread.LOST:
            continue  # W114 or W115 tells of them
        stranger = missing and kind in (Unread.SHEET, Unread.SHEETS)
        first = _STRANGER if stranger else _FIRST if remark.sheet in lost else ""
        asked = _ASKED if remark.words.get("asked") else ""
        mend = _MEND.get(kind, f"{_USUAL}{asked}")
        what = _WHAT[kind].format_map(remark.words)
        if others:
            names = "、".join(f"“{each.sheet}”" for each in (remark, *others))
            what, mend = f"{names}的同一处各{what}，写的一样", f"{_GROUPED}。不是的，{mend}"
        yield remarked(remark, what=what, first=first, mend=mend)


RULE = Rule(
    title="有没有读取的内容",
    checks="填写的内容都已读取",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="{what}，没有读取：{areas}{said}。",
    fix="{first}{mend}。确需保留的，在“情况说明”中写明。",
    why="写在表外的说明、另一份表，都不会进入报告，填报人应当知道。",
    bad="在表的右边空白处写“以上数据待核”。",
    good="说明写在表下的“备注”里。",
    look=_look,
)
