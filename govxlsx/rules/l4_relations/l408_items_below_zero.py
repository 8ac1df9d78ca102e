"""More items taken away in the year than there were."""

from govxlsx.checking import Case, Facts, Rule, Severity, plain
from govxlsx.checking.relations import row_fact, values


def _look(case: Case) -> Facts:
    for field in case.edition.fields:
        row = f"{field.table}.{field.row}"
        if field.column != "change":
            continue
        given = values(case.report, row, "change", "previous_items")
        if given is not None and given[1] >= 0 > sum(given):
            words = {
                "before": plain(given[1]),
                "fewer": plain(-given[0]),
                "left": plain(sum(given)),
            }
            yield row_fact(case, row, ("change", "previous_items"), words)


RULE = Rule(
    title="项目数量减成了负数",
    checks="项目数量没有减成负数",
    severity=Severity.ERROR,
    basis="国办公开办函〔2019〕60号所附格式第二部分：上一年项目数量、本年增/减",
    message="“{row}”上一年项目数量是 {before}，本年减少 {fewer}，剩下 {left}，不可能是负数。",
    fix="请核对 {cells}：上一年有多少项，最多减少多少项；增加的填正数，减少的填负数。",
    why="上一年项目数量加上本年增减，就是本年的项目数量，不会小于 0。多半是两格填反，或者把减少后的数填进了上一年。",
    bad="上一年项目数量 4，本年增/减 -10。",
    good="上一年项目数量 14，本年增/减 -10。",
    look=_look,
    needs=("disclosure.*.change", "disclosure.*.previous_items"),
)
