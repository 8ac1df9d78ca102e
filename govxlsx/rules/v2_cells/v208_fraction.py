"""A fraction where a whole number belongs."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.by_table import wrong
from govxlsx.checking.plausible import is_fraction

RULE = Rule(
    title="件数是小数",
    checks="件数都是整数",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是 {value}，件数应当是整数。",
    fix="请核对后在 {cell} 填整数；显示为整数而实际是小数的，多半是公式除出来的。",
    why="一件申请不能分成半件。",
    bad="1.5",
    good="2",
    look=wrong(is_fraction),
)
