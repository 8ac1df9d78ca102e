"""A merged area swallows cells of figures."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="数据单元格被合并",
    checks="数据单元格没有合并",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="{area} 被合并成一格{held}，其中的数字没有读取。",
    fix="请选中 {area}，取消合并单元格，再逐格填写。",
    why="合并后只剩左上角一个值，其余数字已经丢失。",
    bad="把 D6:F6 合并后只填一个数。",
    good="每个数字各占一格。",
    look=noticed(Notice.MERGED),
)
