"""Text that is struck out: it is read, and the document would print it without the line."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="有带删除线的文字",
    checks="没有带删除线的文字",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="{name}（{cell}）划了删除线：“{raw}”。报告里不带删除线，这些字会照样印出来。",
    fix="不要的字请删掉；要保留的，选中 {cell}，在“字体”里去掉删除线。",
    why="删除线表示不要了，却仍然是单元格里的字，读进报告就成了正文。",
    bad="旧的一段划了删除线，新的一段写在后面",
    good="旧的一段删掉，只留新的一段",
    look=noticed(Notice.STRUCK),
)
