"""The text of a narrative part was not found."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="没有找到一部分的文字",
    checks="各部分的文字都找到了",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="没有找到“{part}”的文字。",
    fix="请对照原文，把这一部分的文字填进模板；原文确实没有的，不用处理。",
    why="各部分按标题找，序号不算；标题改得太多就找不到。",
    bad="标题写成“写在最后”。",
    good="标题写“六、其他需要报告的事项”。",
    look=noticed(Notice.PART_MISSING),
)
