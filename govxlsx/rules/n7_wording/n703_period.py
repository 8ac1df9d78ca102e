"""The statistical period is not the whole year."""

from govxlsx.checking import Case, Facts, Rule, Severity, periods
from govxlsx.checking.repeated import gathered


def _look(case: Case) -> Facts:
    found = [(each.passage, *each.span) for each in periods.find(case) if not each.whole]
    if found:
        yield gathered(found)


RULE = Rule(
    title="统计期限不是整年",
    checks="统计期限是整年",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告的数据统计期限为当年1月1日至12月31日",
    message="“{quote}”：统计期限应当是1月1日至12月31日{times}。",
    fix="请按全年重新统计并修改 {where}；机关年中成立或撤并的，在“情况说明”中写明。",
    why="各机关的数字要能相加、能与上年衔接，期限必须一致。",
    bad="统计期限为2024年1月1日至11月30日。",
    good="统计期限为2024年1月1日至12月31日。",
    look=_look,
)
