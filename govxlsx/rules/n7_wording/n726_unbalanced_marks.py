"""A bracket or a quotation mark that has no partner."""

from collections import deque
from collections.abc import Mapping

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import located
from govxlsx.checking.repeated import QuotedPlace, gathered

_OPENS: Mapping[str, str] = {
    **dict.fromkeys("（(", "round"),
    **dict.fromkeys("〔［[【﹝", "square"),
    "《": "title",
    "〈": "inner title",
    **dict.fromkeys("“〝", "quote"),
    "‘": "inner quote",
}
_CLOSES: Mapping[str, str] = {
    **dict.fromkeys("）)", "round"),
    **dict.fromkeys("〕］]】﹞", "square"),
    "》": "title",
    "〉": "inner title",
    **dict.fromkeys("”〞", "quote"),
    "’": "inner quote",
}
"""Which partners are of one kind: half and full width, and square ones, whose mixture is N708's."""

_MARK = regex(r'[（()）〔［\[【﹝〕］\]】﹞《》〈〉“”〝〞‘’"]')
_NUMBERED = regex(r"(?:^|[。；;：:，,、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z①-⑳])$")
"""Before a closing bracket that belongs to a number: 1）."""

_FARTHEST = 400
"""So many characters apart, two marks are no pair: each has lost its own partner."""


def _lonely(text: str) -> list[int]:
    """Return the offsets of the marks without a partner, in order."""
    waiting: dict[str, deque[int]] = {}
    lonely: list[int] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == "’" and text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii():
            continue  # an apostrophe
        kind = "quote" if mark == '"' else _OPENS.get(mark) or _CLOSES[mark]
        stack = waiting.setdefault(kind, deque())
        while stack and at - stack[0] > _FARTHEST:
            lonely.append(stack.popleft())
        if mark in _OPENS or (mark == '"' and not stack):
            stack.append(at)
        elif stack:
            stack.pop()
        elif kind != "round" or not _NUMBERED.search(text[max(0, at - 3) : at]):
            lonely.append(at)
    return sorted(lonely + [at for stack in waiting.values() for at in stack])


def _look(case: Case) -> Facts:
    found: list[QuotedPlace] = []
    for offset in _lonely(case.prose):
        passage, at = located(case, offset)
        found.append((passage, at, at + 1))
    if found:
        yield gathered(found)


RULE = Rule(
    title="括号或引号不成对",
    checks="括号和引号成对",
    severity=Severity.WARNING,
    basis="GB/T 15834-2011《标点符号用法》：括号、引号、书名号成对使用",
    message="“{context}”中的 {quote} 没有与它成对的另一半{times}。",
    fix="请在 {where} 补上缺的一半，或删去多余的；引号左右写反的，改成一左一右。",
    why="少一半括号或引号，读者看不出到哪里为止，多半是粘贴时漏了字。“1）”这样的序号不提示。",
    bad="根据《中华人民共和国政府信息公开条例（国务院令第711号）编制。",
    good="根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。",
    look=_look,
)
