"""A row stands twice in the table, with the same figures."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="同一行出现了两次",
    checks="每一行只出现一次",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}（“{label}”）：“{row}”一行出现不止一次，数字相同，只计一次。",
    fix="请对照原文核对。",
    why="跨页的表常把一行重复印出；数字不同的不采用（I101）。",
    bad="换页处把上一页最后一行又印了一遍。",
    good="每行只出现一次。",
    look=noticed(Notice.ROW_TWICE),
)
