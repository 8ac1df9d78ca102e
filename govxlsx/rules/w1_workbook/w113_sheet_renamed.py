"""A sheet was found by its title under another name."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, remarked

_FEW = 3
"""More sheets than these were renamed by one hand, and are one thing to know."""


def _look(case: Case) -> Facts:
    found = case.remarks(Notice.SHEET_RENAMED)
    if len(found) <= _FEW:
        for each in found:
            name = f"“{each.words['official']}”"
            yield remarked(each, told=f"这张表按第一行的标题认作{name}", name=name)
        return
    named = "、".join(f"“{each.sheet}”是“{each.words['official']}”" for each in found)
    told = f"有 {len(found)} 张表改了名，按第一行的标题认：{named}"
    yield remarked(found[0], told=told, name="上面说的名称")


RULE = Rule(
    title="工作表改了名",
    checks="工作表的名字与模板一致",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="{told}。",
    fix="不改也能读取；要改回的，双击工作表名，改为{name}。",
    why="按标题认表，改名不影响读取，记录在案以便核对。",
    bad="“四、复议诉讼”改名为“Sheet4”。",
    good="保持模板的工作表名。",
    look=_look,
)
