"""The title does not tell whose report it is."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="没有认出机关名称",
    checks="认出了机关名称",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="没有从标题中认出机关名称。",
    fix="请用 --agency 写明机关名称。",
    why="机关名称在标题里；标题是图片或者只写“年度报告”的认不出来。",
    bad="标题只有“2024年政府信息公开工作年度报告”。",
    good="某市某局2024年政府信息公开工作年度报告",
    look=noticed(Notice.AGENCY_UNTOLD),
)
