"""Text that cannot be read as a number."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.by_table import by_text

RULE = Rule(
    title="不是数字",
    checks="填的都是数字",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}填的是“{raw}”，不是数字。",
    fix="请在 {cell} 只填阿拉伯数字，没有发生的填 0；要说明的话写到表下的“备注”里。",
    why="读不出来的数字不猜；含有它的合计也无法核算。",
    bad="“约30”",
    good="30",
    look=by_text(State.TEXT),
)
