"""A number with a remark in the same cell."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.by_table import by_text

RULE = Rule(
    title="数字后面带说明",
    checks="数字后面没有带说明",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}填的是“{raw}”，数字和说明混在一格里。",
    fix="请在 {cell} 只留数字，把说明移到表下的“备注”里，它会印在表格下面。",
    why="上海 2025 年度的报告里有“22（其中修订16件）”这样的写法；一格只能有一个数。",
    bad="“22（其中修订16件）”",
    good="22，备注写“其中修订16件”",
    look=by_text(State.ANNOTATED),
)
