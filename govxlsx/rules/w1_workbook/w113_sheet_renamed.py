"""A sheet was found by its title under another name."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, remarked

_FEW = 3
"""More sheets than these were renamed by one hand, and are one thing to know."""

_RENAME = "双击工作表名，改为"


def _look(case: Case) -> Facts:
    told = case.remarks(Notice.SHEET_RENAMED)
    found = [each for each in told if "title" not in each.words]
    if swapped := [each for each in told if "title" in each.words]:
        listed = "、".join(f"“{each.sheet}”写的是“{each.words['title']}”" for each in swapped)
        yield remarked(
            swapped[0],
            told=f"两张表第一行的标题对调了：{listed}；已按表名和表里的行名、列名读取",
            mend="把这两张表第一行的标题对调回来",
        )
    if not found:
        return
    if len(found) <= _FEW:
        for each in found:
            name = f"“{each.words['official']}”"
            yield remarked(each, told=f"这张表按第一行的标题认作{name}", mend=_RENAME + name)
        return
    named = "、".join(f"“{each.sheet}”是“{each.words['official']}”" for each in found)
    said = f"有 {len(found)} 张表改了名，按第一行的标题认：{named}"
    yield remarked(found[0], told=said, mend=f"{_RENAME}上面说的名称")


RULE = Rule(
    title="工作表改了名",
    checks="工作表的名字与模板一致",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="{told}。",
    fix="不改也能读取；要改的，{mend}。",
    why="按标题认表，改名不影响读取，记录在案以便核对。",
    bad="“四、复议诉讼”改名为“Sheet4”。",
    good="保持模板的工作表名。",
    look=_look,
)
