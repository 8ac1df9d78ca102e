"""The agency's kind is not given, or it or the scope is none of the list."""

from govxlsx.checking import Case, Fact, Facts, Rule, Severity
from govxlsx.checking.prose import unread
from govxlsx.report.model import KINDS, SCOPES

_ENTRIES = (
    ("kind", "机关类别", KINDS, "有几项检查因此没有做"),
    ("scope", "统计范围", SCOPES, "按“本机关”检查"),
)


def _look(case: Case) -> Facts:
    """Look at the kind, and at the scope where one is given."""
    report = case.report
    for key, label, known, effect in _ENTRIES:
        given, at = str(getattr(report.agency, key)), report.basics.get(key)
        if given in known or not report.basics or at in unread(case):
            continue
        if key == "scope" and not given:
            continue
        cell = at.cell if at is not None else None
        words = {
            "label": label,
            "cell": f"（{cell}）" if cell else "",
            "given": f"填的是“{given}”，不在列表里" if given else "没有填",
            "effect": effect,
            "known": "、".join(known),
        }
        sheet, cells = (at.sheet, (at.cell,)) if at is not None else (None, ())
        yield Fact(sheet, cell, cells=cells, found=given or None, words=words)


RULE = Rule(
    title="机关类别没有填，或类别、范围不在列表里",
    checks="机关类别已填，类别和范围在列表里",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第二十条、第四十九条、第五十条：不同机关公开和报告的内容不同",
    message="“{label}”{cell}{given}，{effect}。",
    fix="请在“基本信息”的“{label}”后面，从下拉列表中选择：{known}。",
    why="能不能制定规章、收费的规模、要不要写考核评议和责任追究，都要看是哪一类机关。",
    bad="机关类别空着",
    good="机关类别选“政府部门”",
    look=_look,
)
