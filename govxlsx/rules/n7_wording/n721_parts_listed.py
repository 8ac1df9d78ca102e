"""The opening tells of another number of parts than the six of the form, or lists other ones."""

import re
from collections.abc import Iterator
from dataclasses import replace

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches

_NUMBER = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_TOLD = regex("([三四五六七八九十3-9]) *(?:个|大)?(?:部分|项内容)(?:内容)?(?P<composed>组成|构成)?")
_COUNTED = regex("部分(?<=[三四五六七八九十3-9个大 ]部分)")
"""What tells in a fifth of the time that no number of parts is told; 部分公开 is everywhere."""

_SIX, _ENOUGH = 6, 4
_PRESCRIBED = "而格式规定的是六个部分"
_PARTS = tuple(
    map(
        regex,
        (
            "总体|概述|概况|基本情况",
            "主动公开",
            "申请",
            "复议|诉讼",
            "问题|改进",
            "其[他它]|需要报告",
        ),
    )
)
"""By which words a list names the six parts of the form."""

_OF_REPORT = regex(
    "(?:报告|(?<![例法定则》])全文)(?:全文|共|内容)?[，,]?(?:由|共|分为?|包括)[^。；\n]*$|报告全文"
)
_CLOSED = regex(
    "(?:情况|附表|事项|改进|问题)[，,]?共(?:分为?|计|有)?$|(?:报告|全文)共(?:分为?|计|有)?$"
)
"""What closes a list before its number: …、附表共七部分."""

_BESIDE = 200
_BEGIN = regex("由|包括|包含|分为|涵盖|含有")
_FORWARD = regex("[：:，,]?(?:分别(?:是|为)|即|包括|依次为)?[：:]?")
_TAIL = regex("(?:等|共|这|总共|共计|组成的?)+$")
_ONE = regex("(行政)?(复议(?:情况)?)[、，,]((?:被?提起)?(?:行政)?诉讼)")
_TWO = regex("行政复议[、，,]行政诉讼[、，,]")
"""Named so they stand as two items beside others."""

_JOINED = regex("以及|[和及与]")
_LONGEST = 300
"""No list of the parts is longer."""

_MOST = 3
"""A sentence on the parts has the first of these words or one soon after before its list."""

_FEWEST = 3
"""A shorter list is no list of the report's parts."""


def _counts(listed: str) -> set[int]:
    """Return how many items a list may have; 、 and 和 may also stand inside an item."""
    text = _ONE.sub(r"\2\3", listed.strip("，,、：: “”"))
    found: set[int] = set()
    apart = 1 if _TWO.search(listed) else 0
    for separators in ("；;", "，,；;", "、；;", "，,、；;"):
        items = [each for each in re.split(f"[{separators}]", text) if each.strip()]
        if len(items) < _FEWEST:
            continue
        found.update((len(items), len(items) + apart))
        found.update({len(items) + 1} if _is_two(items[-1]) else ())
    return found


def _is_two(item: str) -> bool:
    """Tell whether the last item may be two: not 问题及改进情况, which is one part of the form."""
    named = sum(1 for words in _PARTS if words.search(item))
    return _JOINED.search(item) is not None and named != 1


def _lists(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what may be the list that a number of parts, at ``start`` to ``end``, speaks of."""
    reach = max(0, start - _LONGEST)
    begin = max(reach, *(text.rfind(mark, reach, start) + 1 for mark in "。；！\n"))
    begins = [each.end() for each in _BEGIN.finditer(text, begin, start)]
    before = [text[each:start] for each in begins[:_MOST]]
    yield from (_TAIL.sub("", each.rstrip("，, ")) for each in before)
    lead = _FORWARD.match(text, end)
    if lead is not None and lead.end() > end:
        stop = text.find("。", lead.end(), lead.end() + _LONGEST)
        yield text[lead.end() : stop if stop >= 0 else lead.end() + _LONGEST]


def _named(listed: str) -> int:
    """Return how many of the form's parts a list names, however it is punctuated.

    None of them is beyond the form: an item that names no part makes it another list.
    """
    items = [each for each in re.split("[、，,；;]", listed) if each.strip()]
    beyond = any(not any(words.search(each) for words in _PARTS) for each in items)
    return 0 if beyond else sum(1 for words in _PARTS if words.search(listed))


def _reading(told: int, lists: list[str], stated: bool) -> tuple[str, int] | None:
    """Say what is wrong with a number of parts, and the right number; None where nothing is."""
    named = max(map(_named, lists), default=0)
    if told != _SIX:
        return (_PRESCRIBED, _SIX) if stated or named >= _ENOUGH else None
    counts = {count for each in lists for count in _counts(each)}
    if not counts or _SIX in counts or named == _SIX:
        return None
    listed = min(counts, key=lambda each: abs(each - _SIX))
    return f"前后列出的却是 {listed} 项", listed


def _look(case: Case) -> Facts:
    if not _COUNTED.search(case.prose) and "项内容" not in case.prose:
        return
    for passage, match in matches(case, _TOLD, "preamble", "overview"):
        told = _NUMBER.get(match[1]) or int(match[1])
        before = passage.text[max(0, match.start() - _BESIDE) : match.start()]
        closing = match["composed"] is not None or _CLOSED.search(before) is not None
        stated = closing and _OF_REPORT.search(before) is not None
        found = _reading(told, list(_lists(passage.text, *match.span())), stated)
        if found is not None:
            fact = passage.fact(*match.span(), reading=found[0])
            yield replace(fact, expected=found[1])


RULE = Rule(
    title="报告的部分不是六个",
    checks="报告的部分是六个",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式：年度报告共六个部分",
    message="写的是“{quote}”，{reading}。",
    fix="请在 {cell} 按六个部分的名称列出，不多不少，并核对数目。",
    why="格式规定的是六个部分；说成别的数目，或者列出的不是六项，多半是沿用了旧格式的目录。",
    bad="由基本情况、主动公开情况……其他事项七项等“六个部分”构成。",
    good="由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等六个部分组成。",
    look=_look,
)
