"""A figure that is more than five times last year's or less than a fifth, and not by a few."""

from dataclasses import replace

from govxlsx.checking import Case, Fact, Facts, Number, Report, Rule, Severity, figure_fact, plain
from govxlsx.checking.last_year import against
from govxlsx.form.editions.tables import Field, FigureKind

_TIMES, _FEW = 5, 20
_ALL = "applications.received.total"
_TELLING = {
    "disclosure": ("issued", "produced", "published", "total_public", "decisions", "amount"),
    "applications": ("total",),
    "proceedings": ("total",),
}
"""The columns that say something by table: totals, not the applicants behind them; 废止 comes in
waves, and 现行有效 has a rule of its own."""
_OWN_RULES = ("carried_in", "concluded")
"""Rows of part three that follow from others: last year's 四, and what was received."""


def _compare(case: Case, previous: Report) -> Facts:
    all_now, all_then = case.report.added(_ALL).value, previous.added(_ALL).value
    both = (all_then, all_now) if all_now is not None and all_then is not None else (0, 0)
    for field in case.edition.fields:
        if not _telling(field) or _unit(case.report, field.id) != _unit(previous, field.id):
            continue
        now, then = case.report.added(field.id).value, previous.added(field.id).value
        if now is None or then is None or not _jumped(then, now):
            continue
        follows = field.table == "applications" and field.id != _ALL
        if follows and _jumped(*both) and (now > then) == (both[1] > both[0]):
            continue  # the number of applications itself has jumped, and that is told
        yield _fact(case, previous, field, then, now)


def _telling(field: Field) -> bool:
    return (
        field.column in _TELLING.get(field.table, ())
        and field.kind is not FigureKind.SIGNED
        and field.row not in _OWN_RULES
    )


def _unit(report: Report, field_id: str) -> str:
    figure = report.figures.get(field_id)
    return figure.unit if figure is not None else ""


def _jumped(then: Number, now: Number) -> bool:
    less, more = min(then, now), max(then, now)
    return less >= 0 and more - less > _FEW and more > _TIMES * less


def _fact(case: Case, previous: Report, field: Field, then: Number, now: Number) -> Fact:
    if now == 0:
        change = "没有了"
    elif then == 0:
        change = "上年是 0"
    else:
        change = "超过上年的五倍" if now > then else "不到上年的五分之一"
    words = {"now": plain(now), "then": plain(then), "last": str(previous.year), "change": change}
    fact = figure_fact(case, field.id, case.report.figures[field.id], **words)
    return replace(fact, found=now)


RULE = Rule(
    title="与上年相比大起大落",
    checks="与上年相比没有大起大落",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条；本工具的复核要求：与上年相差悬殊的数应当核实",
    message="{name}本年是 {now}，{last} 年度是 {then}，{change}。",
    fix="请核对 {cell} 的数、单位和统计口径。数无误的，在“情况说明”中写明原因，例如职能划转、统计口径变化。",
    why="相差五倍以上、又不止几件的，常常是单位填错、填错行、多打少打数字或者漏报；真有变化的，说明原因就行。",
    bad="行政处罚上年 812 件，本年 0 件，没有说明。",
    good="行政处罚上年 812 件，本年 0 件，说明“处罚权已划转综合行政执法局”。",
    look=against(_compare),
)
