"""A number, a date or TRUE/FALSE stands where text belongs, and what to print is not plain."""

from govxlsx.checking import Notice, Rule, Severity
from govxlsx.checking.by_table import noticed_by_sheet

RULE = Rule(
    title="文字格里的内容说不准是什么字",
    checks="文字格里的内容读得准",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="{name}（{cell}）里是数字、日期或逻辑值（存储值“{raw}”），说不准应当印成什么字，没有印进报告。",
    fix="请把 {cell} 的单元格格式改为“文本”，再把要印的字重新键入。",
    why="单元格显示成什么样子，随格式、语言和列宽而变；程序不猜。",
    bad="正文格里是 TRUE",
    good="正文格里写“是”",
    look=noticed_by_sheet(Notice.TEXT_UNCLEAR),
)
