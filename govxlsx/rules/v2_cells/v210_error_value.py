"""An error value such as #REF! or #DIV/0!."""

from __future__ import annotations

from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule, in_state
from govxlsx.report.figure import State

RULE = Rule(
    code="V210",
    title="公式错误值",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是错误值“{raw}”。",
    fix="请改正 {cell} 的公式，或直接填数字。",
    why="错误值说明公式引用的单元格被删掉或不是数字，这一格没有数。",
    bad="#REF!",
    good="3",
    look=in_state(State.ERROR),
)
