"""A department's 收费金额 that looks like 元 in a column of 万元."""

from decimal import Decimal

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, bodies, figure_fact, plain
from govxlsx.report.model import WHOLE_AREA

_FIELD = "disclosure.fees.amount"
_SMALL = ("政府部门", "政府办公厅（室）", "乡镇人民政府或街道办事处")
"""机关类别 that hardly collect a hundred million 元 a year by themselves."""
_LEAST = 10_000


def _look(case: Case) -> Facts:
    agency, figure = case.report.agency, case.report.figures[_FIELD]
    if bodies.is_kindless(agency):
        yield Skipped(bodies.NO_KIND)
    if agency.kind not in _SMALL or agency.scope == WHOLE_AREA or "万" in figure.raw:
        return
    if isinstance(figure.value, int) and figure.value >= _LEAST:
        in_ten_thousands = plain(Decimal(figure.value) / 10_000)
        yield figure_fact(case, _FIELD, figure, converted=in_ten_thousands)


RULE = Rule(
    title="收费金额可能是按元填的",
    checks="收费金额是按万元填的",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式第二部分第二十条第（八）项：本年收费金额（单位：万元）",
    message="行政事业性收费是 {value} 万元，合 1 亿元以上，又是整数，可能是按元填的。",
    fix="请核对 {cell} 的单位：按元填的，应当改为 {converted}（万元）。确实是 {value} 万元的，在“情况说明”中写明。",
    why="这一栏的单位是万元，部门一年的行政事业性收费很少上亿元；按元填会大一万倍，汇总到政府的报告里就错了。",
    bad="收费 251000 元，填 251000。",
    good="收费 251000 元，填 25.1。",
    look=_look,
    needs=(f"{_FIELD}[万元]",),
)
