"""A row of part three whose 总计 is not the sum of its six applicant columns."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.broken_sums import broken

RULE = Rule(
    title="行的总计不等于六类申请人之和",
    checks="每行的总计等于六类申请人之和",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第三部分表“总计”列",
    message="“{row}”行：总计（{cell}）是{found}，六类申请人（{parts}）合计 {expected}，总计{more} {difference}。",
    fix="请核对 {parts} 和 {cell}：六类申请人无误的，把 {cell} 改为 {expected}。",
    why="每一行的总计都是自然人和五类法人或其他组织之和。",
    bad="自然人 12，商业企业 3，总计 16。",
    good="自然人 12，商业企业 3，总计 15。",
    look=broken("S301"),
)
