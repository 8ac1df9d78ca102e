"""A prompt of the template stands in the report in place of an answer."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govxlsx.checking import Case, Facts, Passage, Rule, Severity, regex
from govxlsx.checking.prose import around, matches
from govxlsx.form.editions.model import Edition

_ASKED = regex(
    "具体的?(?:网址|网站|名称|数字|数量|数据|日期|时间|年份|地址|电话|邮[箱编]|链接|单位|部门|机关|人员|姓名"
    r"|内容|情况|文[件号]|事项|金额|措施|做法|问题|栏目|原因|(?:单位|机关|网站|栏目|文件)名称) *[）)】\]]"
)
_ASKING = regex(r"[（(【\[] *(?:填写|写明|注明|此处|在此|这里)?[写填]?$")
_FILL_IN = regex("填写|填报|补充|输入|填入|插入", needs=("填", "补充", "输入", "插入"))
_IN_BRACKETS = regex(r"[^（(）)【】\[\]]{0,20}[）)】\]]")
_OPENED = regex(r"[（(【\[](?:请|待|此处|在此|[^（(）)【】]{0,8}实)[^（(）)【】]{0,3}$")
_ON_ITS_OWN = regex("$|[。，；,;\n]|本[机单]|具体|单位|机关|实际|相关")
_ASKED_FOR = regex("(?:^|(?<=[。；：\n]))(?:请在此处?|请)$")
_TO_FILL = ("填写", "填报", "输入", "填入")
_HERE = regex("此处$")
_REACH = 10
"""A bracket that opens a prompt stands no farther before it."""


_TO_DO = ("写明本", "按下面", "每个标题下写", "没有内容的标题")


@lru_cache(maxsize=8)
def _own(edition: Edition) -> tuple[str, ...]:
    """Return what the template of an edition tells the clerk to do, clause by clause.

    Other clauses of its prompts are the form's own terms, which a report may use.
    """
    clauses = (each for part in edition.parts for each in re.split("[，。；：]", part.prompt))
    return tuple(dict.fromkeys(each for each in clauses if each.startswith(_TO_DO)))


def _asked(case: Case) -> Iterator[tuple[Passage, int, int]]:
    for passage, match in matches(case, _ASKED):
        begin = max(0, match.start() - _REACH)
        opened = _ASKING.search(passage.text, begin, match.start())
        if opened is not None:
            yield passage, opened.start(), match.end()
    for passage, match in matches(case, _FILL_IN):
        span = _filling(passage.text, *match.span())
        if span is not None:
            yield passage, *span
    for clause in _own(case.edition):
        if clause in case.prose:
            for passage in case.passages:
                start = passage.text.find(clause)
                if start >= 0:
                    yield passage, start, start + len(clause)


def _filling(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole of a request to fill in, None where the words ask for nothing."""
    begin = max(0, start - _REACH)
    before = text[begin:start]
    closed, opened = _IN_BRACKETS.match(text, end), _OPENED.search(before)
    if closed is not None and opened is not None:
        return begin + opened.start(), closed.end()
    asked = _HERE.search(before)
    if asked is None and text[start:end] in _TO_FILL and _ON_ITS_OWN.match(text, end):
        asked = _ASKED_FOR.search(before)
    return (begin + asked.start(), end) if asked is not None else None


def _look(case: Case) -> Facts:
    for passage, start, end in _asked(case):
        yield passage.fact(start, end, context=around(passage.text, start, end))


RULE = Rule(
    title="提示文字没有删改",
    checks="提示文字都已删改",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="“{context}”：“{quote}”是提示填写的文字，不是填写的内容。",
    fix="请在 {cell} 把“{quote}”换成实际内容；没有的，删去这几个字。",
    why="提示文字照样会印进报告、公布出去。",
    bad="本报告电子版在县政府门户网站（具体网址）公布。",
    good="本报告电子版在县政府门户网站（http://www.example.gov.cn）公布。",
    look=_look,
)
