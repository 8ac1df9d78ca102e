"""More documents published in the year than are public altogether."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.relations import fewer

RULE = Rule(
    title="对外公开总数量少于本年新公开",
    checks="对外公开总数量不少于本年新公开",
    severity=Severity.WARNING,
    basis="国办公开办函〔2019〕60号所附格式第二部分第二十条第（一）项：本年新公开数量、对外公开总数量",
    message="“{row}”对外公开总数量是 {value}，少于本年新公开的 {published} 件。",
    fix="请核对 {cells}：总数量包括本年新公开的，不会更少。当年公开后又撤下的，在“情况说明”中写明。",
    why="对外公开总数量是到年末为止公开着的全部，其中就有本年新公开的。",
    bad="新公开 13，对外公开总数量 0。",
    good="新公开 13，对外公开总数量 524。",
    look=fewer("total_public", "published"),
    needs=("disclosure.*.total_public", "disclosure.*.published"),
)
