"""Numbers of headings or items that jump, repeat, or begin anew without reason."""

import re
from dataclasses import dataclass, field

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, regex
from govxlsx.checking.prose import is_partly_unread, located
from govxlsx.claims import numerals
from govxlsx.personal import excerpt
from govxlsx.report.model import NARRATIVES

_NUMERALS = "一二三四五六七八九十"
_WRITTEN: tuple[str, ...] = (
    "",
    *_NUMERALS,
    *(f"十{each}" for each in _NUMERALS[:9]),
    "二十",
    *(f"二十{each}" for each in _NUMERALS[:9]),
)
_NUMBERS = {written: number for number, written in enumerate(_WRITTEN) if written}
_MARK = regex(
    "[\n。；：;:，,、 \u3000“”](?=[（(一二三四五六七八九十第0-9])(?:"
    "(?P<bracketed>[（(]([一二三四五六七八九十]{1,2})[）)])(?![项款类、，])"
    r"|(?P<dotted>(\d{1,2})[.．、])(?!\d)"
    r"|(?P<small>[（(](\d{1,2})[）)])"
    "|(?P<first>([一二三四五六七八九十]{1,2})[是要])"
    "|(?P<nth>第([一二三四五六七八九十]{1,2})[，,、]))"
)
_WEAK = "，,、 \u3000“”"
"""After these, only 一是 and the like begin an item; （一） and 1. are then part of a sentence."""

_WORDED = ("first", "nth")
_LEAD = 40
"""In so many characters before a list that begins anew, a reason for it is looked for."""

_QUOTED = 16
"""So many characters of an item are quoted."""

_LEAD_IN = regex(
    "[：:]$|如下|以下|下一步|下步|改进(?:措施|情况|方向)|整改|(?:主要|存在的?)问题|工作打算|今后|计划"
)


@dataclass(slots=True)
class _Count:
    """How far the numbering has come; each style of numbers has its own open lists.

    ``missed`` is the number that would have been right where another one stood: one slip is told
    once, whether the text counts on from the wrong number or from the right one.
    """

    lists: dict[str, list[int]] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)

    def step(self, style: str, number: int) -> int | None:
        """Take a number; return the one that was expected, None where it fits."""
        stack = self.lists.setdefault(style, [])
        last, missed = stack[-1] if stack else 0, self.missed.pop(style, None)
        self._close_below(style)
        if number == last + 1 or (missed is not None and number == missed + 1):
            stack[-1:] = [number]
            return None
        if style in _WORDED:
            expected = self._nested(stack, number, last)
        else:
            stack[:] = [number]
            expected = last + 1 if last or style == "bracketed" else None
        if expected is not None:
            self.missed[style] = expected
        return expected

    def _nested(self, stack: list[int], number: int, last: int) -> int | None:
        """Follow 一是 … 二是 …, which may stand inside each other."""
        if number == 1:
            stack.append(1)
            return None
        while stack and stack[-1] + 1 != number:
            stack.pop()
        expected = None if stack or not last else last + 1
        stack[-1:] = [number]
        return expected

    def _close_below(self, style: str) -> None:
        """Forget the lists that stand below a number of this style."""
        order = ("bracketed", "dotted", "small")
        if style in order:
            for below in (*order[order.index(style) + 1 :], "first", "nth"):
                self.lists.pop(below, None)
        else:
            self.lists.pop("dotted", None)
            self.lists.pop("small", None)


def _look(case: Case) -> Facts:
    part, count, after = "", _Count(), 0
    text = "\n" + case.prose
    for match in _MARK.finditer(text):
        style = match.lastgroup or ""
        if match[0][0] in _WEAK and style not in _WORDED:
            continue
        passage, _ = located(case, match.start())
        if passage.part not in NARRATIVES:
            return
        if passage.part != part:
            part, count = passage.part, _Count()
        fact = _judged(case, match, count)
        lead = text[max(after, match.start() - _LEAD) : match.start() + 1].rstrip()
        after = match.end()
        if fact is None or (fact.words["number"] == "1" and _LEAD_IN.search(lead)):
            continue
        if not is_partly_unread(case, part):
            yield fact


def _judged(case: Case, match: re.Match[str], count: _Count) -> Fact | None:
    """Count a number on; return the fact where it does not follow."""
    style = match.lastgroup or ""
    written, digits = match.group(style, (match.lastindex or 0) + 1)
    number = _NUMBERS.get(digits) or numerals.whole(digits) or 0
    inline = match[0][0] != "\n"
    if style == "bracketed" and inline and number > 1 and not count.lists.get(style):
        count.lists[style] = [number]
        return None
    expected = count.step(style, number)
    if expected is None:
        return None
    passage, start = located(case, match.start(style) - 1)
    right = written.replace(digits, _like(digits, expected))
    context = excerpt(passage.text, start, start + _QUOTED)
    context += "…" if start + _QUOTED < len(passage.text) else ""
    words = {"right": right, "context": context, "number": str(number)}
    return passage.fact(start, start + len(written), **words)


def _like(digits: str, number: int) -> str:
    """Write a number in the style of ``digits``."""
    if digits[0] in _NUMERALS and number < len(_WRITTEN):
        return _WRITTEN[number]
    return str(number)


RULE = Rule(
    title="序号跳号、重号或中途重新开始",
    checks="序号连续",
    severity=Severity.WARNING,
    basis="GB/T 9704-2012《党政机关公文格式》7.3.3：文中结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
    message="“{context}”的序号是“{quote}”，接着前面应当是“{right}”。",
    fix="请核对 {cell} 的序号；中间一段没有写或者删掉了的，补上，或把后面的序号依次改过来。",
    why="序号照原样印出。跳号多半是漏了一段，重号多半是拼接两份稿子。",
    bad="（一）（二）（四）；1. 2. 2.；一是、二是、四是。",
    good="（一）（二）（三）；1. 2. 3.；一是、二是、三是。",
    look=_look,
)
