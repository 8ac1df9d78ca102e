"""Text boxes, pictures and charts that lie over the cells: nothing of them is read."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="有文本框、图片等不在单元格里的内容",
    checks="内容都在单元格里",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="单元格以外有{kinds}，共 {count} 个（从 {areas} 起）{said}。这些内容没有读取，不会印进报告。",
    fix="要写进报告的，把字写进正文或备注的单元格；不要的，点中后按 Delete 删除。",
    why="文本框和图片浮在单元格上面，看起来在表里，其实不属于任何一格。",
    bad="在第五部分插入一个文本框写改进措施",
    good="改进措施写在“正文”一列",
    look=noticed(Notice.BESIDE),
)
