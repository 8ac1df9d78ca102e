"""Rows or columns were inserted, deleted or swapped; figures were found by their labels."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="行列移动过",
    checks="行列都在模板的位置",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="行或列的位置与模板不同（例如模板的 {from} 现在在 {to}），共 {count} 个数字，已按行名和列名读取。",
    fix="不改也能读取；提示的单元格就是现在的位置。",
    why="插入、移动行列后，数字仍按名称对上。",
    bad="在表的左边插入一列。",
    good="不增删表内的行和列。",
    look=noticed(Notice.MOVED),
)
