"""A column is called otherwise than in the form."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="列名与格式不一样",
    checks="列名与格式一样",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}的列名“{label}”与格式不一样，按次序认作“{column}”。",
    fix="请对照原文，核对这一列是不是“{column}”。",
    why="列数与格式相同而列名不同的，可能是错字，也可能是另一样数（“上年”“累计”），程序分不清。",
    bad="上年处理决定数量",
    good="本年处理决定数量",
    look=noticed(Notice.COLUMN_OTHERWISE),
)
