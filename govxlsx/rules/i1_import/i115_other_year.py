"""The title names another year than the one that was told."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="标题里的年度与 --year 不同",
    checks="标题里的年度与 --year 相同",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="报告标题写的是 {said} 年，--year 是 {wanted}；按 {wanted} 年度处理。",
    fix="请核对：导入的是不是要的那一年的报告。",
    why="拿错一年的报告，上年结转和对照检查就全错了。",
    bad="--year 2024，标题是“2023年政府信息公开工作年度报告”。",
    good="--year 与标题的年度相同。",
    look=noticed(Notice.OTHER_YEAR),
)
