"""A 总计 of part four that is not the sum of its four outcomes."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.broken_sums import broken

RULE = Rule(
    title="复议、诉讼的总计不等于四种结果之和",
    checks="复议、诉讼的总计等于四种结果之和",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第四部分表“总计”列",
    message="“{row}”：总计（{cell}）是{found}，四种结果（{parts}）合计 {expected}，总计{more} {difference}。",
    fix="请核对 {parts} 和 {cell}：四种结果无误的，把 {cell} 改为 {expected}。",
    why="结果维持、结果纠正、其他结果、尚未审结之和就是总计。",
    bad="维持 3，纠正 1，总计 5。",
    good="维持 3，纠正 1，总计 4。",
    look=broken("S304"),
)
