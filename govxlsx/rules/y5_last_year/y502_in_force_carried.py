"""Documents in force that are not last year's, plus issued, minus repealed."""

from govxlsx.checking import Case, Facts, Report, Rule, Severity, Skipped, plain
from govxlsx.checking.last_year import against, uncompared
from govxlsx.checking.relations import DOCUMENTS, row_fact, values


def _compare(case: Case, previous: Report) -> Facts:
    for row in DOCUMENTS:
        name = f"disclosure.{row}"
        field = case.edition.field_by_id.get(f"{name}.in_force")
        if field is None:
            continue
        label = f"“{field.row_label}”行"
        if f"{name}.in_force" not in previous.figures:
            yield Skipped(f"上年报告用 {previous.edition} 版的表，没有{label}现行有效件数")
            continue
        given = values(case.report, name, "in_force", "issued", "repealed")
        before = previous.added(f"{name}.in_force").value
        if given is None or before is None:
            yield uncompared(label)
            continue
        in_force, issued, repealed = given
        expected = before + issued - repealed
        if in_force != expected:
            words = {
                "issued": plain(issued),
                "repealed": plain(repealed),
                "before": plain(before),
                "expected": plain(expected),
                "last": str(previous.year),
            }
            yield row_fact(case, name, ("in_force", "issued", "repealed"), words, expected)


RULE = Rule(
    title="现行有效件数与上年接不上",
    checks="现行有效件数与上年接得上",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式第二部分第二十条第（一）项：本年制发件数、本年废止件数、现行有效件数",
    message="“{row}”现行有效 {value} 件；{last} 年度报告现行有效 {before} 件，加本年制发 {issued} 件，减废止 {repealed} 件，应当是 {expected} 件。",
    fix="请核对 {cells} 和 {last} 年度报告的现行有效件数。因机构合并、集中清理、修改旧文件或者上年报告更正而接不上的，在备注和“情况说明”中写明。",
    why="现行有效件数是年末的存量：上年末的存量，加本年制发的，减本年废止的（包括失效的）。",
    bad="上年现行有效 40，本年制发 5、废止 2，现行有效 38。",
    good="上年现行有效 40，本年制发 5、废止 2，现行有效 43。",
    look=against(_compare),
    needs=("disclosure.*.in_force", "disclosure.*.issued", "disclosure.*.repealed"),
)
