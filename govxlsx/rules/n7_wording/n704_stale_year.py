"""An earlier year stands where the year of the report, or the next one, is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govxlsx.checking.finding import Severity
from govxlsx.checking.prose import matches
from govxlsx.checking.rule import Case, Fact, Passage, Rule, Skipped

_BEFORE = 3
"""Text is copied from one of the last years; what is older is told as history."""

_COUNTED = re.compile(
    r"(?:公开|收到|受理|新收|办结|答复|发布|公布)[^。；]{0,20}?\d+ *余?[条件篇期次份]"
)
_COMPARED = re.compile(
    "较|相比|同比|比上|同期|上年|去年|本年|今年(?!以来)|增长|下降|降幅|增幅|减少|上升|分别|(?<!今年)以来|至今|结转|转入|遗留"
    "|报告|年报|决算|预算|成立|印发|出台|修订|施行|颁布|历年|近[二三四五两几]年|之前|基础上"
)
_OPENING = re.compile(
    "[，,](?:在|我|本|全[市县区镇乡街局委]|坚持|认真|深入|严格|按照|根据|紧紧|[市县区镇乡局委]|街道|政府信息公开)"
)


_ENDS = "。；：！\n"
_SENTENCE = re.compile(f"[^{_ENDS[:2]}{_ENDS[3:]}]*")
_SUBJECT = re.compile(
    "(?:^|[。；：！，,\n])(?!其中)[\u4e00-\u9fff]{0,12}"
    "(?:[局委办厅镇乡县市区省府关署处馆院会站队]|街道|中心|单位|部门|我们)$"
)
_UNTIL = re.compile("截[至止]到?$")
_YEAR_END = re.compile("年(?:12月31日|12月底|年?底|年?末)")
_PLAN = " *年[，,]?[^，,。；\n]{0,10}将(?:进一步|继续|着力|重点|从以下|围绕|持续|不断|努力|切实|加大|加强)"
_NOT_A_YEAR_ALONE = re.compile(" *年(?:以来|起|至|[—-])|(?! *年)")


@lru_cache(maxsize=8)
def _years(year: int) -> re.Pattern[str]:
    """Return the pattern of the years before the report's."""
    return re.compile("|".join(str(year - back) for back in range(1, _BEFORE + 1)))


@lru_cache(maxsize=8)
def _plan(year: int) -> re.Pattern[str]:
    """Return the pattern of a plan for the year."""
    return re.compile(f"{year}{_PLAN}")


def _leads(text: str, start: int) -> bool:
    """Tell whether a sentence begins at the offset, or just before it with its subject."""
    before = text[max(0, start - 16) : start].rstrip()
    return not before or before[-1] in _ENDS or _SUBJECT.search(before) is not None


def _compared(text: str, year: int) -> bool:
    return str(year) in text or _COMPARED.search(text) is not None


def _copied(passage: Passage, start: int, year: int, first: bool) -> int:
    """Return the end of what is told of an earlier year as if it were this one; 0 where it is not.

    ``start`` is where the year stands, ``first`` tells that the passage opens its part.
    """
    text = passage.text
    if _NOT_A_YEAR_ALONE.match(text, start + 4):
        return 0
    if _UNTIL.search(text, max(0, start - 3), start):
        end = _YEAR_END.match(text, start + 4)
        near = text[max(0, start - 20) : start] + text[start + 4 : start + 40]
        return end.end() if end and not _compared(near, year) else 0
    if not _leads(text, start):
        return 0
    found = _SENTENCE.match(text, start)
    stretch = found[0] if found else ""
    if _compared(stretch + text[start + len(stretch) :][:40], year):
        return 0
    opens = first and start == 0 and stretch.startswith(str(year - 1))
    if _COUNTED.search(stretch) or (opens and _OPENING.search(stretch[:12])):
        return start + min(len(stretch), 24)
    return 0


def _look(case: Case) -> Iterator[Fact | Skipped]:
    year = case.report.year
    if year is None:
        yield Skipped("报告年度没有填")
        return
    earlier = f"报告年度是 {year} 年，像是沿用往年的文字没有改"
    planned = f"这句说的是下一步打算，而 {year} 年已经过去"
    openings = {each.part: each for each in reversed(case.passages)}
    for passage, match in matches(case, _years(year), "overview", "problems", "other"):
        end = _copied(passage, match.start(), year, openings[passage.part] is passage)
        if end:
            yield passage.fact(match.start(), end, reading=earlier, year=str(year))
    for passage, match in matches(case, _plan(year), "problems", "other"):
        if _leads(passage.text, match.start()):
            yield passage.fact(*match.span(), reading=planned, year=str(year + 1))


RULE = Rule(
    code="N704",
    title="写的像是往年的文字",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条：年度报告反映本年度的工作",
    message="“{quote}”：{reading}。",
    fix="请核对 {cell} 中的年份，应是 {year} 年的，改为 {year} 年，并核对这一句的数字；确实在说往年的，写明与今年的比较，或在“情况说明”中说明。",
    why="沿用上年的报告修改，最容易漏改年份，连带着数字也是上年的。与上年比较、回顾历史、引用往年文件，不算。",
    bad="2024 年度的报告写“2023年，我局共主动公开政府信息230条”。",
    good="2024年，我局共主动公开政府信息230条，较2023年增长5%。",
    look=_look,
)
