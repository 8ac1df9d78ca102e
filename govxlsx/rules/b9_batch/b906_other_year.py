"""The report is of another year than the one that the roster's deadline is for."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped
from govxlsx.checking.by_roster import by_roster, entry_fact
from govxlsx.checking.enrolled import Enrolled

_UNTOLD = Skipped("名册没有写期限，不知道应当报送哪个年度的报告")
_YEARLESS = Skipped("没有填报告年度")


def _compare(case: Case, enrolled: Enrolled) -> Facts:
    year, due = case.report.year, enrolled.year
    if year is None or due is None:
        yield _UNTOLD if due is None else _YEARLESS
    elif year != due:
        yield entry_fact(case, "year", str(year), str(due), deadline=str(enrolled.deadline))


RULE = Rule(
    title="报告年度与名册的期限不符",
    checks="报告年度与名册的期限相符",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第四十九条：每年报告上一年度的工作",
    message="报告年度填的是 {found}，名册的期限是 {deadline}，应当报送的是 {expected} 年度的报告。",
    fix="请核对“基本信息”的报告年度{place}：年度写错的，改为 {expected}，再核对各表是不是 {expected} 年的数；把以前年度的工作簿交来了的，请换成 {expected} 年度的。期限写错的，由汇总单位改名册。",
    why="交错了年度的报告不算报送，这个机关仍会被催报。应当报送的年度是期限的上一年；名册只给一部分机关写了期限的，其他机关也照那一年。",
    bad="期限是 2027-01-31，交来的还是 2025 年度的工作簿。",
    good="期限是 2027-01-31，交来 2026 年度的工作簿。",
    look=by_roster(_compare),
)
