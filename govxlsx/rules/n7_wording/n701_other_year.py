"""The report calls itself, or its figures, those of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking import periods
from govxlsx.checking.finding import Severity
from govxlsx.checking.rule import Case, Fact, Passage, Rule, Skipped

_YEAR = r"((?:19|20)\d\d) *年?度?"
_REPORT = "(?:报告|年报)"
_SELF = re.compile(
    r"(?:现[予将公发向]|公布|发布|编制|编写|撰写|形成|制作)[^。；;\n]{0,40}?"
    rf"{_YEAR}[^。；;，,\n\d]{{0,25}}?信息公开[^。；;，,\n]{{0,8}}?{_REPORT}"
    "(?!格式|编制|(?:的|编制|公布|发布)[^。；;，,]{0,10}(?:通知|要求))"
)
_SUBJECT = re.compile(
    rf"{_YEAR}[^。；;，,\n\d]{{0,25}}?{_REPORT}》?(?:是?根据|依据|按照|由|全文|共分|包括|分为)"
)
_TITLE = re.compile(
    rf"[^。；;，,]{{0,40}}?{_YEAR}(?:政府|政务)?信息公开(?:工作)?(?:年度)?{_REPORT}"
)
_NAMED = re.compile("《[^《》]*》")


def _without_sources(text: str) -> str:
    """Blank out the names of other documents; a report's own name stays."""
    return _NAMED.sub(
        lambda match: match[0] if match[0].endswith(("报告》", "年报》")) else " " * len(match[0]),
        text,
    )


def _called(case: Case) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in periods.opening(case):
        text = _without_sources(passage.text)
        title = _TITLE.fullmatch(text)
        found = title or _SELF.search(text) or _SUBJECT.search(text)
        if found is not None:
            yield passage, found


def _look(case: Case) -> Iterator[Fact | Skipped]:
    year = case.report.year
    if year is None:
        yield Skipped("报告年度没有填")
        return
    for passage, match in _called(case):
        if int(match[1]) != year:
            yield _fact(passage, *match.span(), int(match[1]), year)
    for period in periods.find(case):
        wrong = [each for each in period.years if each != year]
        if wrong and not period.broken:
            yield _fact(period.passage, *period.span, wrong[0], year)


def _fact(passage: Passage, start: int, end: int, found: int, year: int) -> Fact:
    fact = passage.fact(start, end, found=str(found), year=str(year))
    return replace(fact, found=found, expected=year)


RULE = Rule(
    code="N701",
    title="正文的年度与报告年度不一致",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    message="“{quote}”写的是 {found} 年，而“基本信息”中的报告年度是 {year}。",
    fix="请把 {cell} 中的年份改为 {year}；如果是报告年度填错了，改“基本信息”中的报告年度，并换用那一年的模板。",
    why="标题、开头段落和统计期限说的必须是同一年，多半是沿用上年文字时漏改。引用上年的报告、文件名称中的年份不在此列。",
    bad="2024 年度的报告写“统计期限为2023年1月1日至12月31日”。",
    good="统计期限为2024年1月1日至12月31日。",
    look=_look,
)
