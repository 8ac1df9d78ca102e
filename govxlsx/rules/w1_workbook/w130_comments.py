"""Comments that hold text: nothing of them is read."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="单元格有批注",
    checks="单元格没有批注",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="{areas} 有批注，共 {count} 条{said}。批注没有读取，不会印进报告。",
    fix="要写进报告的，写到正文或备注里；不要的，右键选“删除批注”。",
    why="批注是给同事看的话，不是报告的内容；报送前应当看过。",
    bad="在数字旁边用批注写“含上年结转 3 件”",
    good="写在表下的“备注”里",
    look=noticed(Notice.COMMENTS),
)
