"""采购总金额 without a unit: the form names none, so the number alone may be 元 or 万元."""

from govxlsx.checking import Case, Facts, Rule, Severity, figure_fact

_FIELD = "disclosure.procurement.amount"


def _look(case: Case) -> Facts:
    figure, note = case.report.figures[_FIELD], case.report.notes.get("二")
    told = note is not None and "元" in note.text
    if figure.value and not figure.unit and not told:
        yield figure_fact(case, _FIELD, figure)


RULE = Rule(
    title="采购总金额没有写单位",
    checks="采购总金额写明了单位",
    severity=Severity.WARNING,
    basis="国办公开办函〔2019〕60号所附格式第二部分第二十条第（九）项：采购总金额（格式没有规定单位）",
    message="采购总金额是 {value}，没有写单位，看不出是元还是万元。",
    fix="请在 {cell} 的数字后面写上单位，例如“{value}元”或“{value}万元”；也可以在备注中写明单位。",
    why="格式没有规定采购总金额的单位，有的机关填元，有的填万元；不写单位，读的人无法判断，汇总也会出错。",
    bad="808",
    good="808万元",
    look=_look,
    needs=(f"{_FIELD}[]",),
)
