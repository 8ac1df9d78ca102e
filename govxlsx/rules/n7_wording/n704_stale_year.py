"""Another year stands where the year of the report, or the next one, is meant."""

from collections.abc import Iterator

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, own_year, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import QuotedPlace, gathered
from govxlsx.rules.n7_wording.n701_other_year import throughout

_BEFORE = 3
"""Text is copied from one of the last years; what is older is told as history."""

_PLAN = regex(
    r"(20\d\d)(?<!\d\d\d\d\d) *年(?:度)?[，,]?[^，,。；\n]{0,10}"
    "将(?:进一步|继续|着力|重点|从以下|围绕|持续|不断|努力|切实|加大|加强)",
    needs=("将",),
)
_TO_BE_DONE = regex(
    r"20(?<=[转结入延续至到]20)\d\d *年度?(?:继续)?(?:办理|办结|答复|处理|完成|审结)(?!的)"
)
_HANDED_ON = regex(r"\d *件?(?:申请)?(?:结转|转结|转入|顺延|延续|延至)(?:至|到|入)?$")
"""What is carried out: the year in which it is to be done, and the words before it."""

_BASED_ON = regex(
    r"(20\d\d)(?<!\d\d\d\d\d) *年?度?[^，。；,\n]{0,16}?(?:政务公开|政府信息公开)(?:重点)?"
    r"工作(?:要点|任务分工|安排)"
)
_FOLLOWED = regex("(?:落实|按照|围绕|紧扣|对照|根据)[^，。；,\n]{0,24}$")
"""What a year's work was to be, and the words before it where it was."""

_CARRIED_IN = regex("上年|上一年|去年|[旧年]结转")


def _told(case: Case, year: int) -> Iterator[QuotedPlace]:
    """Yield where another year's work is told as this year's."""
    for each in own_year.told(case):
        if year - _BEFORE <= each.year != year:
            yield each.passage, each.start, each.end
    for passage, match in matches(case, _BASED_ON, "overview"):
        followed = _FOLLOWED.search(passage.text, max(0, match.start() - 30), match.start())
        if followed is not None and year - _BEFORE <= int(match[1]) < year:
            yield passage, *match.span()


def _planned(case: Case, year: int) -> Iterator[QuotedPlace]:
    """Yield plans for a year that is over."""
    for passage, match in matches(case, _PLAN, "problems", "other"):
        over = year - _BEFORE <= int(match[1]) <= year
        before = passage.text[: match.start()].rstrip()
        if over and (before.endswith(("，", ",")) or own_year.leads(passage.text, match.start())):
            yield passage, *match.span()


def _handed_on(case: Case, year: int) -> Iterator[QuotedPlace]:
    """Yield what is carried out to a year that is over."""
    for passage, match in matches(case, _TO_BE_DONE, *own_year.BODY):
        text, at = passage.text, match.start()
        handed = _HANDED_ON.search(text, max(0, at - 20), at)
        if handed is None or not year - _BEFORE <= int(match[0][:4]) <= year:
            continue
        before = text[max(0, handed.start() - 20) : handed.start()]
        if not _CARRIED_IN.search(before) and str(year - 1) not in before:
            yield passage, handed.start(), match.end()


def _look(case: Case) -> Facts:
    year = case.report.year
    if year is None:
        yield Skipped("报告年度没有填")
        return
    if throughout(case) is not None:
        yield Skipped("正文通篇写的是另一年，见 N701")
        return
    kinds = (
        (_told, f"报告年度是 {year} 年，像是沿用往年的文字没有改，或者年份写错了", year),
        (_planned, f"这句说的是下一步打算，而 {year} 年已经过去", year + 1),
        (_handed_on, f"没有办结的应当结转到 {year + 1} 年", year + 1),
    )
    for find, reading, right in kinds:
        stretches = list(find(case, year))
        if stretches:
            yield gathered(stretches, reading=reading, year=str(right))


RULE = Rule(
    title="写的像是往年的文字",
    checks="没有往年留下的文字",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条：年度报告反映本年度的工作",
    message="“{quote}”：{reading}{times}。",
    fix="请核对 {where} 中的年份，应是 {year} 年的，改为 {year} 年，并核对这一句的数字；确实在说往年的，写明与今年的比较，或在“情况说明”中说明。",
    why="沿用上年的报告修改，最容易漏改年份，连带着数字也是上年的。与上年比较、回顾历史、引用往年文件，不算。",
    bad="2024 年度的报告写“2023年，我局共主动公开政府信息230条”。",
    good="2024年，我局共主动公开政府信息230条，较2023年增长5%。",
    look=_look,
)
