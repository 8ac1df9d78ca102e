"""A truncated or broken workbook."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="文件损坏",
    checks="文件完好",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="文件是空的，或者内部结构已损坏。",
    fix="请在 Excel 或 WPS 中重新打开原文件、另存为 .xlsx，再报送一次。",
    why="没有传完、存储出错的文件会缺内容；缺了内容的表不能算查过。",
    bad="邮件里只收到一半的年报.xlsx。",
    good="重新保存、重新发送的完整文件。",
    look=refused,
    refusals={"damaged": "文件已损坏：{detail}。{fix}", "empty": "文件是空的（0 字节）。{fix}"},
)
