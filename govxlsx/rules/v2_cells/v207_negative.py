"""A negative figure, but for the signed 本年增/减."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.by_table import wrong
from govxlsx.checking.plausible import is_negative

RULE = Rule(
    title="负数",
    checks="没有负数",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是负数 {value}。",
    fix="请核对后在 {cell} 填 0 或正数；更正往年数字的，请在备注中说明，不要用负数冲减。",
    why="数量不会小于 0；只有“本年增/减”可以是负数。",
    bad="-3",
    good="3",
    look=wrong(is_negative),
)
