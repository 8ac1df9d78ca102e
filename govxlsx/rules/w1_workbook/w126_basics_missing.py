"""The agency's name or the report's year is not given."""

from govxlsx.checking import Case, Fact, Facts, Notice, Rule, Severity
from govxlsx.checking.prose import unread
from govxlsx.form import layout

_BLANK = "没有填"


def _look(case: Case) -> Facts:
    report = case.report
    given = {"name": bool(report.agency.name), "year": report.year is not None}
    for entry in layout.ENTRIES:
        if given.get(entry.key, True) or entry.key not in report.basics:
            continue
        at = report.basics[entry.key]
        if at in unread(case):
            continue
        said = _said(case) if entry.key == "year" else _BLANK
        words = {"label": entry.label, "cell": at.cell, "hint": entry.hint, "said": said}
        yield Fact(at.sheet, at.cell, cells=(at.cell,), words=words)
    for entry in layout.ENTRIES:
        if entry.key in given and entry.key not in report.basics and report.basics:
            words = {"label": entry.label, "cell": "", "hint": entry.hint, "said": _BLANK}
            yield Fact(layout.BASICS, words=words)


def _said(case: Case) -> str:
    """Say what stands in the year's cell."""
    for remark in case.remarks(Notice.YEAR_UNREAD):
        return f"填的是“{remark.words['raw']}”，读不出是 2019 年以后的哪一年"
    return _BLANK


RULE = Rule(
    title="机关名称或报告年度没有填",
    checks="机关名称和报告年度已填",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第五十条",
    message="“{label}”{said}。",
    fix="请在“基本信息”的“{label}”后面填写。{hint}",
    why="机关名称和报告年度印在标题上，也决定用哪一版表和文件名。",
    bad="报告年度填“去年”。",
    good="机关名称填全称，报告年度填 2026。",
    look=_look,
)
