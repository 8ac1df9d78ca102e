"""Blank figures; blank counts as 0, but nobody has said so."""

from govxlsx.checking import Case, Facts, Rule, Severity, State
from govxlsx.checking.blank_tables import blank_tables
from govxlsx.checking.by_table import table_facts


def _look(case: Case) -> Facts:
    table_of, whole = case.edition.field_by_id, blank_tables(case)
    blank = list(case.figures(State.BLANK))
    cleared = _cleared(case) if blank else frozenset()
    yield from table_facts(
        case,
        (each for each in blank if table_of[each[0]].table not in whole and each[0] not in cleared),
    )


def _cleared(case: Case) -> frozenset[str]:
    """Return the totals that were cleared: where one of a table lacks its sum, all that are blank.

    0 is not what belongs there; the rules on sums tell what does.
    """
    blank = [each.sum.field for each in case.tallies if each.blank]
    lacking = {each.sum.field for each in case.tallies if each.blank and each.broken}
    table_of = case.edition.field_by_id
    tables = {table_of[each].table for each in lacking}
    return frozenset(each for each in blank if table_of[each].table in tables)


RULE = Rule(
    title="有空白格",
    checks="没有空白格",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：表中各项是数量或金额",
    message="{name}是空白，按 0 计算，报告中也印成空白。",
    fix="没有发生的，请在 {cell} 填 0；有数的补上。",
    why="空白可能是 0，也可能是漏填；公开的报告里应当写明。一张表的空白只提示一次。",
    bad="科研机构一列整列空白。",
    good="没有发生的都填 0。",
    look=_look,
)
