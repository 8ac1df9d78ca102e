"""Cases still pending last year, and not one case of that kind this year."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Report, Rule, Severity, figure_fact, plain
from govxlsx.checking.last_year import against, uncompared


def _compare(case: Case, previous: Report) -> Facts:
    for field in case.edition.fields:
        if field.column != "pending":
            continue
        total = f"{field.table}.{field.row}.total"
        pending, now = previous.added(field.id).value, case.report.added(total).value
        if pending is None or now is None:
            yield uncompared(f"“{field.row_label}”")
        elif pending > 0 and now == 0:
            words = {"group": field.row_label, "pending": plain(pending)}
            fact = figure_fact(
                case, total, case.report.figures[total], **words, last=str(previous.year)
            )
            yield replace(fact, found=now)


RULE = Rule(
    title="上年尚未审结的案件不见了",
    checks="上年尚未审结的案件有下落",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第四部分：尚未审结",
    message="{last} 年度报告“{group}”尚未审结 {pending} 件，本年“{group}”总计却是 0（{cell}）。",
    fix="请核对：上年尚未审结的案件，本年审结的填审结的结果，没有审结的仍填尚未审结。已经并入别的案件等情况，在备注和“情况说明”中写明。",
    why="上年没有审结的复议、诉讼案件，本年不是有了结果，就是仍未审结，不会一件也没有。",
    bad="上年行政复议尚未审结 3 件，本年行政复议总计 0 件。",
    good="上年行政复议尚未审结 3 件，本年行政复议结果维持 3 件、总计 3 件。",
    look=against(_compare),
)
