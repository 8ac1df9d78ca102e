"""The body is of another kind in the roster."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.by_roster import by_roster, entry_fact
from govxlsx.checking.enrolled import Enrolled
from govxlsx.report.model import KINDS


def _compare(case: Case, enrolled: Enrolled) -> Facts:
    kind = case.report.agency.kind
    if kind in KINDS and kind != enrolled.kind:
        yield entry_fact(case, "kind", kind, enrolled.kind, name=enrolled.name)


RULE = Rule(
    title="机关类别与名册不同",
    checks="机关类别与名册相同",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第二十条、第四十九条、第五十条：不同机关公开和报告的内容不同",
    message="机关类别填的是“{found}”，名册中“{name}”是“{expected}”。",
    fix="请核对“基本信息”的机关类别{place}：选错的，从下拉列表中改选“{expected}”。名册错的，由汇总单位改名册。",
    why="能不能制定规章、什么时候截止、要不要公布所属机关的汇总数，都要看是哪一类机关。",
    bad="街道办事处选了“政府部门”。",
    good="街道办事处选“乡镇人民政府或街道办事处”。",
    look=by_roster(_compare),
)
