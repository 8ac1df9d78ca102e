"""A picture in a cell of text, or a program's word that something has not arrived yet."""

from govxlsx.checking import Notice, Rule, Severity
from govxlsx.checking.by_table import noticed_by_sheet

RULE = Rule(
    title="文字格里是图片或没有加载完的内容",
    checks="文字格里是文字，没有图片",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="{name}（{cell}）里是图片或没有加载完的内容（“{raw}”），没有印进报告。",
    fix="报告里不放图片：请清除 {cell}，把图片里的文字键入正文；是“加载中”的，等它加载完，再选择性粘贴为值。",
    why="嵌入单元格的图片（WPS 的 DISPIMG）和在线内容不是文字，印不进报告。",
    bad='=DISPIMG("ID_6C3A",1)',
    good="把图片里的字写成一段正文",
    look=noticed_by_sheet(Notice.TEXT_PICTURE),
)
