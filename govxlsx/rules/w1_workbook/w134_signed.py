"""Signatures, dates and headings that people add to the tables: nothing of them is printed."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="表外有签名、日期",
    checks="表外没有签名、日期",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="{areas} 是填报人、审核人、单位、日期一类的字，没有读取，不会印进报告。",
    fix="不改也可以；填报人、审核人和日期写到“基本信息”里。",
    why="公布的报告里没有填报人和审核人，主管部门从“基本信息”里看。",
    bad="三张表的下面都写“填表人：张三 审核人：李四”",
    good="填报人、审核人写在“基本信息”里",
    look=noticed(Notice.SIGNED),
)
