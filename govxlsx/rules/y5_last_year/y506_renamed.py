"""The agency is named otherwise than in last year's report."""

from govxlsx.checking import Case, Fact, Facts, Report, Rule, Severity
from govxlsx.checking.last_year import against
from govxlsx.report.identity import agency_key


def _compare(case: Case, previous: Report) -> Facts:
    now, then = case.report.agency.name, previous.agency.name
    if now and then and agency_key(now) != agency_key(then):
        at = case.report.basics.get("name")
        yield Fact.placed(
            at,
            cells=(at.cell,) if at is not None else (),
            found=now,
            expected=then,
            words={"now": now, "then": then, "last": str(previous.year)},
        )


RULE = Rule(
    title="机关名称与上年不同",
    checks="机关名称与上年相同",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    message="机关名称是“{now}”，{last} 年度报告是“{then}”。",
    fix="请核对 {cell}：是不是填错，或者上年报告拿错了机关。机构改革后更名的，在“情况说明”中写明。",
    why="名称不同，可能是更名，也可能是错别字、简称，或者把另一个机关的报告当成了上年报告；其余与上年的比较都以同一机关为前提。",
    bad="上年“永宁市市场监督管理局”，本年“永宁市市场监管局”。",
    good="两年都填“永宁市市场监督管理局”。",
    look=against(_compare),
)
