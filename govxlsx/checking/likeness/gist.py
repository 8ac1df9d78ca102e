"""What of a report's text is the agency's own, so that two reports can be compared by it.

Not counted: headings, sentences that the form prescribes, numbers and years, punctuation, and the
agency's own name. Every report shares those, copied or not.
"""

from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.report.model import Report

_PARTS = ("overview", "problems", "other")

_PRESCRIBED = (
    "信息处理费",
    "需要报告的事项",
    "《中华人民共和国政府信息公开条例》",
    "年度报告格式",
    "统计期限",
    "部分组成",
    "有疑问",
)
"""A sentence that holds one of these stands in nearly every report."""

_NOT_OWN = regex(
    "[\\x00-\u33ff\ua000-\uffef零一二三四五六七八九十百千万亿两我本局委办厅院镇乡县市区省州]+"
)
"""Everything that is no Chinese character; numerals; and what bodies and places are called by, so
that 我局 and 我委, 全市 and 全县 read alike."""

_REGION = regex("(.{2,}?)(特别行政区|自治区|自治州|自治县|地区|省|市|州|盟|县|区|旗|镇|乡|街道)")
_WHOLE = regex("人民政府(办公厅|办公室)?$")


def gist(report: Report) -> str:
    """Return the Chinese characters of a report's narrative that are the agency's own words."""
    text = "\n".join(
        each.text[each.heading :] for part in _PARTS for each in report.narrative.get(part, ())
    )
    text = _without_prescribed(text)
    for name in names(report.agency.name):
        text = text.replace(name, "")
    return _NOT_OWN.sub("", text)


@lru_cache(maxsize=1024)
def names(agency: str) -> tuple[str, ...]:
    """Return what an agency calls itself and its place in running text, the longest first.

    永宁市档案局 → 永宁市档案局, 永宁市, 档案局, 永宁.
    """
    found, rest = {agency}, agency
    while match := _REGION.match(rest):
        rest = rest[match.end() :]
        found |= {match[0], match[1]}
    found |= {rest, _WHOLE.sub("", agency)}
    return tuple(
        sorted((each for each in found if len(each) > 1), key=lambda each: (-len(each), each))
    )


def _without_prescribed(text: str) -> str:
    for phrase in _PRESCRIBED:
        at = text.find(phrase)
        while at >= 0:
            start = max(text.rfind(mark, 0, at) for mark in "。；\n") + 1
            ends = [end for end in (text.find(mark, at) for mark in "。；\n") if end >= 0]
            text = text[:start] + (text[min(ends) :] if ends else "")
            at = text.find(phrase, start)
    return text
