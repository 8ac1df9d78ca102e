"""A government does not tell of examination, public appraisal and liability."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, bodies, regex
from govxlsx.checking.prose import part_fact, part_text

_RESULTS = {
    "工作考核": regex("考核|考评|绩效"),
    "社会评议": regex("评议|测评|评估|评价|满意度|问卷|评测"),
    "责任追究": regex("追究|追责|问责|责任事故|通报批评"),
}


def _look(case: Case) -> Facts:
    if bodies.is_kindless(case.report.agency):
        yield Skipped(bodies.NO_KIND)
    if not bodies.is_government(case.report.agency):
        return
    text = part_text(case, "overview")
    if not text:
        yield Skipped("第一部分没有正文")
        return
    missing = [name for name, words in _RESULTS.items() if not words.search(text)]
    if missing:
        yield from part_fact(case, "overview", missing="、".join(missing))


RULE = Rule(
    title="政府的报告没有写考核、评议、责任追究",
    checks="政府的报告写了考核、评议、责任追究",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条（四）：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况",
    message="“{part}”没有写{missing}的结果情况，而“机关类别”是人民政府。",
    fix="请在监督保障方面补写{missing}的结果；没有发生责任追究的，写明没有。",
    why="条例要求各级人民政府在年度报告中公布这三项结果。本工具只提示县级以上人民政府，部门和乡镇、街道不提示。",
    bad="监督保障只写培训和检查。",
    good="全年考核 23 个部门，均为合格以上；社会评议满意率 95%；没有发生责任追究。",
    look=_look,
)
