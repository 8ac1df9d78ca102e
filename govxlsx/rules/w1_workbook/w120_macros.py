"""Macros and links to other workbooks; they are ignored."""

from govxlsx.checking import Case, Fact, Facts, Notice, Rule, Severity


def _look(case: Case) -> Facts:
    for notice, thing in ((Notice.MACROS, "宏"), (Notice.LINKS, "指向其他工作簿的链接")):
        for _ in case.remarks(notice):
            yield Fact(words={"thing": thing})


RULE = Rule(
    title="带有宏或外部链接",
    checks="没有宏和外部链接",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="工作簿里有{thing}，没有执行，也没有更新。",
    fix="不改也能读取；对外发送前，建议另存为不带宏的 .xlsx，并在“数据—编辑链接”中断开链接。",
    why="程序只读单元格里已经保存的值，不执行宏，不访问其他文件。",
    bad="年报.xlsm 带有宏。",
    good="不带宏、不带外部链接的 .xlsx。",
    look=_look,
)
