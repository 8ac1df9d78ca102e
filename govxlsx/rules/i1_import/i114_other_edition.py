"""The report is made on another edition of the form than its year's."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="报告用的不是当年的格式",
    checks="报告用的是当年的格式",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="报告用的是 {edition} 版的表，{year} 年度应当用 {wanted} 版；按 {edition} 版读出。",
    fix="请核对 --year 是不是报告的年度；确实用了旧格式的，数只能照旧格式保留。",
    why="2021 年以后仍用 2019 版的报告确实有；两版第二部分的各项不同，不能互相换算。",
    bad="2023 年的报告有“上一年项目数量”。",
    good="2023 年的报告用 2021 版的表。",
    look=noticed(Notice.OTHER_EDITION),
)
