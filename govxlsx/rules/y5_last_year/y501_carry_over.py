"""Applications carried in that are not last year's carried out, applicant by applicant."""

from dataclasses import replace

from govxlsx.checking import Case, Fact, Facts, Report, Rule, Severity, figure_fact, plain
from govxlsx.checking.last_year import against, uncompared


def _compare(case: Case, previous: Report) -> Facts:
    """Look at each column; those that differ are one row to compare with last year's."""
    facts: list[Fact] = []
    for field in case.edition.fields:
        if field.row != "carried_in":
            continue
        now = case.report.added(field.id).value
        then = previous.added(f"applications.carried_out.{field.column}").value
        if now is None or then is None:
            yield uncompared(f"“{field.column_label}”列")
        elif now != then:
            words = {
                "column": field.column_label,
                "now": plain(now),
                "then": plain(then),
                "year": str(case.report.year),
                "last": str(previous.year),
                "difference": plain(max(now - then, then - now)),
                "more": "多" if now > then else "少",
            }
            fact = figure_fact(case, field.id, case.report.figures[field.id], **words)
            facts.append(replace(fact, found=now, expected=then))
    if facts:
        yield _together(facts)


def _together(facts: list[Fact]) -> Fact:
    """Return the one fact of all columns that differ; it leads to the first of them."""
    first = facts[0]
    told = _ONE if len(facts) == 1 else _SEVERAL
    columns = "；".join(_COLUMN.format_map(each.words) for each in facts)
    words = {**first.words, "count": str(len(facts)), "columns": columns}
    cells = tuple(cell for each in facts for cell in each.cells)
    return replace(
        first,
        cells=cells,
        fields=tuple(field for each in facts for field in each.fields),
        words={**words, "told": told.format_map(words), "where": "、".join(cells)},
    )


_ONE = "“{column}”列的上年结转（{cell}）是 {now}，{last} 年度报告的结转下年度是 {then}，{more} {difference}"
_SEVERAL = "上年结转有 {count} 列与 {last} 年度报告的结转下年度不一致：{columns}"
_COLUMN = "“{column}”（{cell}）是 {now}，上年是 {then}"

RULE = Rule(
    title="上年结转与上年报告的结转下年度不一致",
    checks="上年结转与上年报告的结转下年度一致",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第三部分：二、上年结转政府信息公开申请数量，四、结转下年度继续办理",
    message="{told}。",
    fix="请核对 {where} 和 {last} 年度报告：{year} 年度的“二、上年结转”应当逐列等于 {last} 年度的“四、结转下年度继续办理”。因机构合并划转、上年报告更正等原因不一致的，在备注和“情况说明”中写明。",
    why="上年没有办完、结转到下年度的申请，就是下年度报告的上年结转，每一类申请人和总计都应当相等。",
    bad="2024 年度结转下年度 103 件，2025 年度上年结转 77 件。",
    good="2024 年度结转下年度 103 件，2025 年度上年结转 103 件。",
    look=against(_compare),
)
