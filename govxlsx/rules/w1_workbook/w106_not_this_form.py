"""A workbook of another kind."""

from govxlsx.checking import Rule, Severity, refused

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
    refusals={
        "": "这不是政府信息公开工作年度报告的填报表：没有找到六个部分的工作表。{fix}",
        "single": "只找到“{sheet}”这一张表，六个部分的其他工作表都没有。请把整个工作簿（不要只发一张表）"
        "报送；表已删掉的，{fix}",
        "together": "六个部分有 {count} 个放在了一张工作表“{sheet}”里（{places}），要分开填在各自的工作表里：{fix}",
    },
)
