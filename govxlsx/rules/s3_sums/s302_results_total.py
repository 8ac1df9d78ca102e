"""A column of part three whose （七）总计 is not the sum of its result rows."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.broken_sums import broken

RULE = Rule(
    title="（七）总计不等于各项办理结果之和",
    checks="（七）总计等于各项办理结果之和",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第三部分表“（七）总计”行",
    message="“{column}”列：（七）总计（{cell}）是{found}，各项办理结果（{parts}）合计 {expected}，总计{more} {difference}。",
    fix="请核对 {parts} 和 {cell}：各项结果无误的，把 {cell} 改为 {expected}。",
    why="（七）总计是（一）至（六）各项办理结果之和，每一列都要相等。",
    bad="予以公开 5，部分公开 2，（七）总计 8。",
    good="予以公开 5，部分公开 2，（七）总计 7。",
    look=broken("S302"),
)
