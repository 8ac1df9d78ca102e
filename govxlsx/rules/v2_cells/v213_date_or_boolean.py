"""A date or TRUE/FALSE where a number belongs."""

from govxlsx.checking import Rule, Severity, State
from govxlsx.checking.by_table import by_table

RULE = Rule(
    title="日期或逻辑值",
    checks="没有日期和逻辑值",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是日期或逻辑值（存储值“{raw}”），不是数字。",
    fix="请选中 {cell}，把单元格格式改为“常规”或“数值”，再重新填数字。",
    why="键入“3-1”会被表格软件变成日期，存下来的是一个几万的日期序号。",
    bad="3月1日",
    good="3",
    look=by_table(State.DATE, State.BOOLEAN),
)
