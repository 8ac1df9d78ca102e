"""Neither labels, stamp nor year tell the edition."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="看不出是哪一版的表",
    checks="看得出是哪一版的表",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="看不出这是哪一版的表：表头和“模板版本”都对不上，“报告年度”也没有填。",
    fix="请用本年度的官方模板填写后报送 .xlsx 文件。",
    why="两版表的行列不同，认不出版本就不知道每个数字是什么。",
    bad="三张表的表头都被删掉。",
    good="表头与官方模板一致的工作簿。",
    look=refused,
)
