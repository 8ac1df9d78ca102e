"""规章 reported by a body that has no power to make them."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, bodies
from govxlsx.checking.relations import number, row_fact, row_fields

_ROW = "disclosure.regulations"
_WITHOUT_POWER = ("县级人民政府", "乡镇人民政府或街道办事处", "政府部门")
"""机关类别 without the power; 办公厅（室） report for their government, 其他 may be anything."""


def _look(case: Case) -> Facts:
    kind = case.report.agency.kind
    if bodies.is_kindless(case.report.agency):
        yield Skipped(bodies.NO_KIND)
    if kind not in _WITHOUT_POWER:
        return
    figures = case.report.figures
    own = row_fields(case.edition.id, _ROW)
    above = [each.rpartition(".")[2] for each in own if (number(figures[each]) or 0) > 0]
    if above:
        yield row_fact(case, _ROW, above, {"kind": kind})


RULE = Rule(
    title="没有规章制定权却填了规章",
    checks="没有规章制定权的没有填规章",
    severity=Severity.WARNING,
    basis="《中华人民共和国立法法》（2023年修正）第九十一条、第九十三条：规章由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定",
    message="机关类别是“{kind}”，没有规章制定权，“{row}”一行却填了数（{cells}）。",
    fix="请核对 {cells}：自己制发的规范性文件应当填在规范性文件一行，规章填 0；机关类别选错的，改“基本信息”。确有规章的，在“情况说明”中写明。",
    why="规章只能由国务院部门、省级和设区的市（自治州）人民政府制定，它们的办公厅（室）可以代为填报；别的机关填了规章，多半是把规范性文件填错了行。",
    bad="县教育局填规章 3 件。",
    good="县教育局填规章 0 件、行政规范性文件 3 件。",
    look=_look,
)
