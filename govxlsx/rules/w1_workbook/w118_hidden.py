"""Hidden rows, columns or sheets with content."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="有隐藏的内容",
    checks="没有隐藏的行、列、工作表",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="{what}：{areas}，共 {count} 格。",
    fix="请{where}，核对后删除不要的内容。",
    why="隐藏的段落和工作表不计入报告；隐藏行里的表内数字照常读取。隐藏处常是上一年的数据。",
    bad="把去年的表隐藏在工作簿里。",
    good="工作簿里没有隐藏的行、列和工作表。",
    look=noticed(Notice.HIDDEN),
)
