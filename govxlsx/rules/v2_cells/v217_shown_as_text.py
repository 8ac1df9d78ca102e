"""A number or a date stands where text belongs; it is printed as its cell shows it."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="文字格里是日期或数字",
    checks="文字格里没有日期和数字",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="{name}（{cell}）里是日期或数字，不是文字；报告按单元格显示的样子印成“{value}”。",
    fix="不改也能读取。请核对“{value}”是不是要印的字；不是的，把 {cell} 的格式改为“文本”后重新键入。",
    why="日期和百分数在文件里存的是一个数（45322、0.985），要按格式才知道是什么字。",
    bad="正文格里键入 2024-1-31，被表格软件变成日期",
    good="正文格里写“2024年1月31日”，格式是文本",
    look=noticed(Notice.TEXT_SHOWN),
)
