"""A figure larger than any agency's."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.by_table import wrong
from govxlsx.checking.plausible import too_large

RULE = Rule(
    title="数值过大",
    checks="数值都在常理之内",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是 {value}，大得不合常理。",
    fix="请核对 {cell} 是否多打了数字，或者把电话号码、日期粘贴到了这里。确实无误的，在“情况说明”中写明。",
    why="真实报告里最大的申请数量是几万件，最大的处理决定数量是上千万件。",
    bad="收到申请 20240131 件",
    good="收到申请 31 件",
    look=wrong(too_large),
)
