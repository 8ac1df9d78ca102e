"""Text or a noisy number that can only mean one number."""

from __future__ import annotations

from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule, in_state
from govxlsx.report.figure import State

RULE = Rule(
    code="V205",
    title="数字写法已换算",
    severity=Severity.INFO,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}写的是“{raw}”，读作 {value}。",
    fix="不改也能读取；要改的，在 {cell} 直接填数字 {value}。",
    why="全角数字、千位分隔符、带“件”字的数字、公式留下的尾差，只能是一个意思，读取并记录。",
    bad="“12 件”",
    good="12",
    look=in_state(State.CONVERTED),
)
