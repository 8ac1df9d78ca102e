"""A sheet of the form is not in the workbook."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="缺少工作表",
    checks="该有的工作表都在",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="没有找到{told}。",
    fix="{rename}请从官方模板中复制过来，或用官方模板重新填写；工作表第一行的标题不要改动。",
    why="年度报告由六个部分组成，缺一不可；基本信息决定标题和文件名。",
    bad="删掉了“四、复议诉讼”。",
    good="十张工作表齐全，没有发生的填 0。",
    look=noticed(Notice.SHEET_MISSING),
)
