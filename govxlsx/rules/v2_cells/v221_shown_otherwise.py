"""A figure whose cell shows another number than is stored, for its number format."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, plain
from govxlsx.checking.by_table import table_facts


def _look(case: Case) -> Facts:
    figures = case.report.figures
    for remark in case.remarks(Notice.SHOWN_OTHERWISE):
        first = figures[remark.words["first"]]
        at, shown = first.at.cell if first.at is not None else "", remark.words["shown"]
        words = {"at": at, "stored": plain(first.value or 0), "shown": shown}
        yield from table_facts(case, ((each, figures[each]) for each in remark.fields), **words)


RULE = Rule(
    title="显示的数与存的数不同",
    checks="显示的数就是存的数",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}的单元格格式把数字显示成了别的数：{at} 显示“{shown}”，存的是 {stored}。报告按存的数印。",
    fix="请选中 {cell}，把单元格格式改为“常规”，再核对看到的数；不对的重新键入。",
    why="百分比格式、带“万”字的格式不改变存的数，只改变看到的样子；填报人核对的是看到的数。",
    bad="单元格格式是百分比，显示“4900%”，存的是 49",
    good="单元格格式是常规，显示 49",
    look=_look,
)
