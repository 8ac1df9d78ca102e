"""Totals whose stored result is not what their parts add up to: nobody has calculated them."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.by_table import table_facts
from govxlsx.checking.stored_sums import stored_sums


def _look(case: Case) -> Facts:
    figures = case.report.figures
    yield from table_facts(case, ((each, figures[each]) for each in stored_sums(case).old))


RULE = Rule(
    title="合计公式的结果没有更新",
    checks="合计公式的结果是新的",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}的合计公式，文件里存的结果（“{raw}”）不是现在各项之和：保存这个文件的软件没有重新计算。报告按各项之和计算。",
    fix="请用 Excel 或 WPS 打开这个文件，按 Ctrl+Alt+F9 全部重新计算，保存后再报送。不要手工改 {cell}，也不用改各项的数。",
    why="业务系统导出的工作簿常常只写入数字，不重算公式。模板自己的合计公式只有一种算法，按它计算不会错。",
    bad="=SUM(D6:I6)，各项之和是 3511，存的结果是 0",
    good="=SUM(D6:I6)，存的结果是 3511",
    look=_look,
)
