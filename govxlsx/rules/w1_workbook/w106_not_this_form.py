"""A workbook of another kind."""

from govxlsx.checking.rule import Rule, Severity, refused

RULE = Rule(
    title="不是本表",
    checks="工作簿是年度报告填报表",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="这不是政府信息公开工作年度报告的填报表：没有找到六个部分的工作表。",
    fix="请用本年度的官方模板填写后报送 .xlsx 文件。",
    why="按各表第一行的标题认表；六个部分中至少要认出两个。",
    bad="误把财务报表发来。",
    good="官方模板填写的工作簿。",
    look=refused,
)
