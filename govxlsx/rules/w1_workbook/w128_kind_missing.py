"""The agency's kind is not given, or is none of the list."""

from govxlsx.checking import Case, Fact, Facts, Rule, Severity
from govxlsx.checking.prose import unread
from govxlsx.report.model import KINDS


def _look(case: Case) -> Facts:
    kind, at = case.report.agency.kind, case.report.basics.get("kind")
    if kind not in KINDS and case.report.basics and at not in unread(case):
        given = f"填的是“{kind}”，不在列表里" if kind else "没有填"
        cell = at.cell if at is not None else None
        words = {"given": given, "cell": f"（{cell}）" if cell else "", "kinds": "、".join(KINDS)}
        cells = (cell,) if cell else ()
        sheet = at.sheet if at is not None else None
        yield Fact(sheet, cell, cells=cells, found=kind or None, words=words)


RULE = Rule(
    title="机关类别没有填或不在列表里",
    checks="机关类别已填，在列表里",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第二十条、第四十九条、第五十条：不同机关公开和报告的内容不同",
    message="“机关类别”{cell}{given}，有几项检查因此没有做。",
    fix="请在“基本信息”的“机关类别”后面，从下拉列表中选择：{kinds}。",
    why="能不能制定规章、收费的规模、要不要写考核评议和责任追究，都要看是哪一类机关。",
    bad="机关类别空着",
    good="机关类别选“政府部门”",
    look=_look,
)
