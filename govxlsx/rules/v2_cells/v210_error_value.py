"""An error value such as #REF! or #DIV/0!."""

from __future__ import annotations

from govxlsx.checking.by_table import by_table
from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Rule, either, noticed
from govxlsx.report.figure import State
from govxlsx.report.model import Notice

RULE = Rule(
    code="V210",
    title="公式错误值",
    checks="没有公式错误值",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是错误值“{raw}”。",
    fix="请改正 {cell} 的公式，或者清除它，直接填写应有的数字或文字。",
    why="错误值说明公式引用的单元格被删掉或不是数字，这一格没有内容；表格里的数、正文和备注都一样。",
    bad="#REF!",
    good="3",
    look=either(by_table(State.ERROR), noticed(Notice.TEXT_ERROR)),
)
