"""A dash, slash, 无 or N/A stands for a figure; it is read as blank."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.by_table import by_table

RULE = Rule(
    title="用横线等代替 0",
    checks="没有用横线等代替 0",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}填的是“{raw}”，按空白（0）处理。",
    fix="没有发生的，请在 {cell} 填 0。",
    why="横线、斜线、“无”可能表示 0，也可能表示没有统计，应当写明。",
    bad="“—”",
    good="0",
    look=by_table(State.BLANK_MARK),
)
