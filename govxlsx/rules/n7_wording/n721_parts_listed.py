"""The opening names another number of parts than it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking.finding import Severity
from govxlsx.checking.prose import matches
from govxlsx.checking.rule import Case, Fact, Rule

_NUMBER = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_TOLD = re.compile("([三四五六七八九十3-9]) *(?:个|大)?(?:部分|项内容)(?:内容)?(?:组成|构成)?")
_BEGIN = re.compile("由|包括|包含|分为|涵盖|含有")
_FORWARD = re.compile("[：:，,]?(?:分别(?:是|为)|即|包括|依次为)?[：:]?")
_TAIL = re.compile("(?:等|共|这|总共|共计|组成的?)+$")
_ONE = re.compile("(行政)?(复议(?:情况)?)[、，,]((?:被?提起)?(?:行政)?诉讼)")
_JOINED = re.compile("以及|[和及与]")
_LONGEST = 300
"""No list of the parts is longer."""

_FEWEST = 3
"""A shorter list is no list of the report's parts."""


def _counts(listed: str) -> set[int]:
    """Return how many items a list may have; 、 and 和 may also stand inside an item."""
    text = _ONE.sub(r"\2\3", listed.strip("，,、：: “”"))
    found: set[int] = set()
    for separators in ("；;", "，,；;", "、；;", "，,、；;"):
        items = [each for each in re.split(f"[{separators}]", text) if each.strip()]
        if len(items) < _FEWEST:
            continue
        found.add(len(items))
        found.update({len(items) + 1} if _JOINED.search(items[-1]) else ())
    return found


def _lists(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what may be the list that a number of parts, at ``start`` to ``end``, speaks of."""
    reach = max(0, start - _LONGEST)
    begin = max(reach, *(text.rfind(mark, reach, start) + 1 for mark in "。；！\n"))
    before = [text[each.end() : start] for each in _BEGIN.finditer(text, begin, start)]
    yield from (_TAIL.sub("", each.rstrip("，, ")) for each in before)
    lead = _FORWARD.match(text, end)
    if lead is not None and lead.end() > end:
        stop = text.find("。", lead.end(), lead.end() + _LONGEST)
        yield text[lead.end() : stop if stop >= 0 else lead.end() + _LONGEST]


def _look(case: Case) -> Iterator[Fact]:
    if "部分" not in case.prose and "项内容" not in case.prose:
        return
    for passage, match in matches(case, _TOLD, "preamble", "overview"):
        told = _NUMBER.get(match[1]) or int(match[1])
        counts = {count for each in _lists(passage.text, *match.span()) for count in _counts(each)}
        if counts and told not in counts:
            listed = min(counts, key=lambda each: abs(each - told))
            fact = passage.fact(*match.span(), listed=str(listed), told=str(told))
            yield replace(fact, expected=listed)


RULE = Rule(
    code="N721",
    title="说的部分数与列出的不一致",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：年度报告共六个部分",
    message="写的是“{quote}”，前后列出的却是 {listed} 项。",
    fix="请在 {cell} 按六个部分的名称列出，不多不少，并核对数目。",
    why="多半是沿用了旧格式的目录。格式规定的是六个部分。",
    bad="由基本情况、主动公开情况……其他事项七项等“六个部分”构成。",
    good="由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等六个部分组成。",
    look=_look,
)
