"""The workbook is on a form that was not in force in the report's year."""

from govxlsx.checking.rule import Rule, Severity, noticed
from govxlsx.report.model import Notice

RULE = Rule(
    title="用错了年度的表",
    checks="用的是报告年度的表",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="报告年度是 {year} 年，用的却是 {edition} 版的表，应当用 {wanted} 版的表。",
    fix="请核对“报告年度”；年度无误的，改用当年的官方模板重新填写（govxlsx new --year {year}）。",
    why="2019、2020 年度用国办公开办函〔2019〕60号的表，2021 年度起用〔2021〕30号的表，两版的项目不同。",
    bad="2023 年度的报告填在 2019 版的表上。",
    good="2023 年度的报告填在 2021 版的表上。",
    look=noticed(Notice.WRONG_EDITION),
)
