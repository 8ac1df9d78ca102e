"""Text or a noisy number that can only mean one number."""

from govxlsx.checking import Case, Facts, Rule, Severity, State
from govxlsx.checking.by_table import table_facts
from govxlsx.checking.stored_sums import stored_sums


def _look(case: Case) -> Facts:
    figures = case.figures(State.CONVERTED)
    told = (each for each in figures if each[0] not in stored_sums(case).texts)
    yield from table_facts(case, told)


RULE = Rule(
    title="数字写法已换算",
    checks="数字都按数字填写",
    severity=Severity.INFO,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}写的是“{raw}”，按数字读取。",
    fix="不改也能读取；要改的，在 {cell} 只填阿拉伯数字。",
    why="全角数字、千位分隔符、带“件”字的数字、公式留下的尾差，只能是一个意思，读取并记录。",
    bad="“12 件”",
    good="12",
    look=_look,
)
