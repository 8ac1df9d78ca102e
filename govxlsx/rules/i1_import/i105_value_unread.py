"""What stands in a cell is not one number."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="格里写的不是一个数",
    checks="格里写的都是数",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}（{name}）写的是“{text}”，不能确定是哪个数，没有采用。",
    fix="请对照原文，把这个数填进模板，说明文字写进备注。",
    why="“22（其中修订16件）”“减3”这类写法，取哪个数只能猜。",
    bad="22（其中修订16件）",
    good="22，备注写“其中修订16件”。",
    look=noticed(Notice.VALUE_UNREAD),
)
