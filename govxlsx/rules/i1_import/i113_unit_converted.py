"""Money written in another unit than the form's was converted."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="金额的单位作了换算",
    checks="金额的单位与格式相同",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}（{name}）写的是“{text}”，换算成 {value}（表头的单位）。",
    fix="请核对换算的结果。",
    why="表头写“万元”、格里写“元”的并不少见；写明了单位的照单位换算，并在这里说明。",
    bad="573802895.90元",
    good="57380.28959（万元）",
    look=noticed(Notice.UNIT_CONVERTED),
)
