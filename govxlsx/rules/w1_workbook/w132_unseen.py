"""Filled cells of which nothing is seen: their letters, or a number format, show nothing."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="有看不见的字",
    checks="填了的格都看得见",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="{areas}（共 {count} 格）里有内容，却看不见：字的颜色与底色几乎一样、字号小得看不清，或者单元格格式（如“;;;”）不显示它。"
    "这些内容照样读进报告。",
    fix="请选中 {areas}，把字体颜色改为“自动”，字号改得与别处一样，单元格格式改为“常规”，核对后留下要的，删掉不要的。",
    why="看不见的数和字照样计入合计、印进报告，填的人和审的人却都看不到。",
    bad="把去年的数改成白色，留在表里",
    good="不要的数删掉；要的数看得见",
    look=noticed(Notice.UNSEEN),
)
