"""The report calls itself, or its figures, those of another year."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, once, own_year, periods, regex
from govxlsx.checking.repeated import QuotedPlace, gathered

_YEAR = r"((?:19|20)\d\d) *年?度?"
_REPORT = "(?:报告|年报)"
_SELF = regex(
    r"(?:现[予将公发向]|公布|发布|编制|编写|撰写|形成|制作)[^。；;\n]{0,40}?"
    rf"{_YEAR}[^。；;，,\n\d]{{0,25}}?信息公开[^。；;，,\n]{{0,8}}?{_REPORT}"
    "(?!格式|编制|(?:的|编制|公布|发布)[^。；;，,]{0,10}(?:通知|要求))"
)
_SUBJECT = regex(
    rf"{_YEAR}[^。；;，,\n\d]{{0,25}}?{_REPORT}》?(?:是?根据|依据|按照|由|全文|共分|包括|分为)"
)
_TITLE = regex(rf"[^。；;，,]{{0,40}}?{_YEAR}(?:政府|政务)?信息公开(?:工作)?(?:年度)?{_REPORT}")
_NAMED = regex("《[^《》]*》")
_FEW, _MANY = 2, 3
"""In so many places the body tells another year where it opens with it, or does not."""
_DATES_FROM = regex("度?[^，,。；]{1,12}的")
_BESIDE = 8
"""So many characters before a year may set it against another."""
_QUOTED = "〔[（(《"
"""After these a year is part of a document's number or name."""


def _without_sources(text: str) -> str:
    """Blank out the names of other documents; a report's own name stays."""
    return _NAMED.sub(
        lambda match: match[0] if match[0].endswith(("报告》", "年报》")) else " " * len(match[0]),
        text,
    )


def _called(case: Case) -> Iterator[tuple[QuotedPlace, int]]:
    """Yield where the report names itself, with the year by which it does."""
    for passage in periods.opening(case):
        if "报" not in passage.text:
            continue
        text = _without_sources(passage.text)
        title = _TITLE.fullmatch(text)
        found = title or _SELF.search(text) or _SUBJECT.search(text)
        if found is not None and (title or not _is_duty(text, found)):
            yield (passage, *found.span()), int(found[1])


def _is_duty(text: str, found: re.Match[str]) -> bool:
    """Tell whether another report is told to have been published: 按时发布2023年…年度报告."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    said = text[start : found.end() + 4]
    shown = found[0].startswith(("发布", "公布")) and _SELF_SAID.search(said) is None
    return shown or _DONE.search(said) is not None


_DONE = regex("按时|按期|及时|按规定时[间限]|月底前|日前|\\d日|已|完成|上年|上一年")
_SELF_SAID = regex("现[予将公发向]|特|根据|依据|按照|遵照|要求|规定|本报告|本年报|如下|全文|为|：")
"""What tells that a report was published, and what tells that this is the one."""


@once
def _stated(case: Case) -> dict[int, list[QuotedPlace]]:
    """Return where the report names itself and its period, by the year that stands there."""
    year = case.report.year or 0
    stated: dict[int, list[QuotedPlace]] = {}
    for stretch, called in _called(case):
        stated.setdefault(called, []).append(stretch)
    for period in periods.find(case):
        if period.years and not period.broken:
            other = next((each for each in period.years if each != year), year)
            stated.setdefault(other, []).append((period.passage, *period.span))
    return stated


@once
def throughout(case: Case) -> tuple[int, list[QuotedPlace]] | None:
    """Return the one other year that the whole text tells as its own, and where; None for others.

    Title and period are of that year, or the body is where neither is told; the report's own year
    then stands nowhere but in a comparison or a plan.
    """
    year = case.report.year
    if year is None:
        return None
    stated, body = _stated(case), own_year.told(case)
    years = set(stated) or {each.year for each in body}
    if len(years) != 1 or year in years or any(each.year == year for each in body):
        return None
    other = years.pop()
    of_other = [(each.passage, each.start, each.end) for each in body if each.year == other]
    if stated:
        enough = len(stated[other]) + len(of_other) > 1
    else:
        enough = len(of_other) >= _enough(case, of_other) and not _is_told(case, year)
    return (other, [*stated.get(other, ()), *of_other]) if enough else None


def _enough(case: Case, body: list[QuotedPlace]) -> int:
    """Return in how many places the body has to tell another year; where it opens, in fewer."""
    first = next((each for each in case.passages if each.part == "overview"), None)
    return _FEW if any(each is first and not start for each, start, _ in body) else _MANY


def _is_told(case: Case, year: int) -> bool:
    """Tell whether a sentence is of a year, but for a comparison, a plan, or what dates from it."""
    for each in own_year.mentions(case):
        text = each.passage.text
        stretch = text[each.end : own_year.stop(text, each.end)]
        if (
            each.year == year
            and text[each.start - 1 : each.start] not in _QUOTED
            and not _DATES_FROM.match(stretch)
            and not own_year.is_compared(text[max(0, each.start - _BESIDE) : each.end], year)
            and not own_year.is_compared(stretch, year)
            and not own_year.is_planned(each, year - 1)
        ):
            return True
    return False


def _look(case: Case) -> Facts:
    year = case.report.year
    if year is None:
        yield Skipped("报告年度没有填")
        return
    other = throughout(case)
    stated = _stated(case) if other is None else {other[0]: other[1]}
    none = f"，没有一处写 {year} 年" if other is not None else ""
    for found in sorted(stated.keys() - {year}):
        fact = gathered(stated[found], found=str(found), year=str(year), none=none)
        yield replace(fact, found=found, expected=year)


RULE = Rule(
    title="正文的年度与报告年度不一致",
    checks="正文的年度与报告年度一致",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    message="“{quote}”写的是 {found} 年，而“基本信息”中的报告年度是 {year}{times}{none}。",
    fix="请把 {where} 中的年份改为 {year}，并核对同一处的数字；如果是报告年度填错了，改“基本信息”中的报告年度，并换用那一年的模板。",
    why="标题、开头段落和统计期限说的必须是同一年，多半是沿用上年文字时漏改。引用上年的报告、文件名称中的年份不在此列。通篇写的都是另一年的，只报一条，列出各处。",
    bad="2024 年度的报告写“统计期限为2023年1月1日至12月31日”。",
    good="统计期限为2024年1月1日至12月31日。",
    look=_look,
)
