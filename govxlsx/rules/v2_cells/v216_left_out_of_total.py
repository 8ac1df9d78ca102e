"""Numbers stored as text, which the totals of the spreadsheet have left out."""

from collections.abc import Iterable
from dataclasses import replace

from govxlsx.addresses import areas_text, position
from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.by_table import table_facts
from govxlsx.checking.stored_sums import stored_sums

_WITH_UNIT = regex(r"[0-9]+(件|宗|条|项|个|次|份|)")


def _look(case: Case) -> Facts:
    sums, figures = stored_sums(case), case.report.figures
    left_out = sums.texts
    tables: dict[str, list[str]] = {}
    for each, _ in case.odd if left_out else ():
        if each in left_out:
            tables.setdefault(case.edition.field_by_id[each].table, []).append(each)
    for table, texts in tables.items():
        blind = [each for each in sums.blind if case.edition.field_by_id[each].table == table]
        cells = [at.cell for each in blind if (at := figures[each].at) is not None]
        words = {
            "totals": areas_text(map(position, cells)),
            "count": str(len(blind)),
            "how": _how([figures[each].raw for each in texts]),
        }
        for fact in table_facts(case, ((each, figures[each]) for each in texts), **words):
            yield replace(fact, cells=(*fact.cells, *cells), fields=(*fact.fields, *blind))


def _how(texts: Iterable[str]) -> str:
    """Say how such texts are made numbers at one go, where that can be."""
    units = {match[1] if (match := _WITH_UNIT.fullmatch(each)) else None for each in texts}
    if units == {""}:
        return "选中后点旁边的感叹号，选“转换为数字”"
    named = units - {""}
    unit = named.pop()
    if named or unit is None:
        return "只键入数字"
    return f"选中后按 Ctrl+H，把“{unit}”全部替换成空（“替换为”里什么都不填）"


RULE = Rule(
    title="数字存成了文本，合计没有算进去",
    checks="数字都算进了合计",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}的“{raw}”是文本，不是数字，合计 {totals}（{count} 格）没有把它算进去。报告按数字计算。",
    fix="请把 {cell} 的格式改为“常规”，再{how}。合计会自动更正，不要改 {totals}。",
    why="从网页或业务系统粘贴来的数字常常是文本，表格软件的合计把文本当作 0，看起来却和数字一样。",
    bad="D6 是文本“12”，J6 的合计少 12",
    good="D6 是数字 12",
    look=_look,
)
