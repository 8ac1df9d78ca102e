"""Which year a text tells as its own: 2024年，我局公开信息230条.

Not: what is compared with another year, what is history, what is planned.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govxlsx.checking.case import Case, Passage, once
from govxlsx.checking.likeness.gist import names
from govxlsx.checking.prose import located
from govxlsx.patterns import regex

BODY = ("overview", "problems", "other")
"""The parts that tell of the year's work."""

_YEARS = tuple(
    regex(rf"({each}\d\d)(?<!\d\d\d\d\d)(?: *年|(?= *[.．]\d))") for each in ("19", "20")
)
_ENDS = "。；：！\n"
_ENDED = "。；！\n"
_SENTENCE = regex("[^。；！\n]{0,300}")
_LEAD = regex(
    "(?:^|[。；：！，,\n])(?!其中)(?:在|[\u4e00-\u9fff]{0,12}"
    "(?:[局委办厅镇乡县市区省府关署处馆院会站队]|街道|中心|单位|部门|我们))$"
)
_LONGEST_LEAD = 16
_COUNTED = regex(
    r"(?:公开|收到|受理|新收|办结|答复|发布|公布|制发|作出)[^。；]{0,20}?\d+ *余?[条件篇期次份]"
)
_NONE = regex(
    "(?:未|没有|无)[^。；，,]{0,8}(?:收到|接到|受理|发生|产生|引发|出现|收取)"
    "[^。；]{0,24}(?:申请|复议|诉讼|处理费)"
)
"""What tells that there was none of something, which is of a year as a number is."""

_COMPARED = regex(
    "较|相比|同比|比上|同期|上年|去年|本年|今年(?!以来)|增长|下降|降幅|增幅|减少|上升|分别"
    "|(?<!今年)以来|至今|结转|转入|遗留|历年(?!文件|公文|信息|档案|规范性)|近[二三四五两几]年|之前|基础上"
)
_DATED = regex("报告|年报|决算|预算|成立|印发|出台|修订|施行|颁布")
"""What is of the year right before it; a few words further on it is one of the things done."""
_ANEW = regex("较|相比|比上|上年|去年|本年|今年(?!以来)")
"""What goes on to another year in the sentence behind."""

_BEHIND = 40
_BESIDE_THE_POINT = regex(
    "《[^《》]{0,60}》|〔[^〕]{0,6}〕|上一?年度?结转|(?:无|没有|未)结转|结转(?:至|到)?下一?年度?"
    "|其他需要(?:报告|说明)的"
)
"""Names of documents, and what is carried in or out: no comparison of two years' work."""

_HISTORY = regex("获|荣|评为|列为|入选|成为|试点|启动|建成|开通|上线|创建|挂牌|机构改革|更名|起")
_REVIEWED = regex("问题|不足|短板|整改|改进情况")
"""In part five an earlier year is looked back on."""
_PLANNED = regex("将|拟|打算|计划|下一?步|力争|目标")
_ENDEAVOUR = regex("要|重点|安排|进一步|继续|持续|着力|努力")
"""In parts five and six these speak of the year to come; in part one they tell what was done."""
_SPEAKER = "(?:我|本|全[省市州县区旗镇乡街局委]|[省市县区]委|[省市县区]人?民?政府|街道|我们)"
_OPENING = regex(
    f"(?:度|全年)?[，,]?(?:在|坚持|认真|深入|严格|按照|根据|紧紧|政府信息公开|[局委镇乡]|{_SPEAKER})"
)
_SPEAKING = regex(f"(?:度|全年|里)?[，,]?{_SPEAKER}")
_BEFORE_NAME = regex("^(?:度|全年)?[，,]?")
_AREA = regex("^[省市县区州旗]")
_NOT_BY_ITSELF = regex("以|起|至|到|[—~～-]|前|后|底|末|初|[一二三四]季度|[上下]半年")
_WHOLE = regex(
    r" *1 *月 *1 *日起?[，,]?(?:至|到|—+|－|-|~|～)"
    r"(?:(?:19|20)\d\d *年|同年|当年)? *12 *月 *31 *日"
)
_UNTIL = ("截至", "截止", "截至到", "截止到")
_YEAR_END = regex(" *(?:12 *月 *31 *日|12 *月底|年?底|年?末)")
_FAR = 300
_SHOWN = 24


class Mention(NamedTuple):
    """A year that is named in the text; ``end`` is after 年, or after what is told of it."""

    passage: Passage
    start: int
    end: int
    year: int


def mentions(case: Case) -> Iterator[Mention]:
    """Yield every year that the parts of the text name, in order."""
    found = [match for each in _YEARS for match in each.finditer(case.prose)]
    for match in sorted(found, key=re.Match.start):
        passage, start = located(case, match.start())
        if passage.part in BODY:
            yield Mention(passage, start, start + len(match[0]), int(match[1]))


@once
def told(case: Case) -> tuple[Mention, ...]:
    """Return where sentences tell of a year as the report's own, whatever the report's year is.

    The report has one.
    """
    year = case.report.year
    assert year is not None
    ends = ((each, _end(case, each, year)) for each in mentions(case))
    return tuple(each._replace(end=end) for each, end in ends if end)


def is_compared(text: str, year: int, *others: int) -> bool:
    """Tell whether a stretch sets a year against another one, or tells history."""
    text = _BESIDE_THE_POINT.sub("", text)
    named = any(f"{other}" in text for other in others if other != year)
    return named or bool(_COMPARED.search(text) or _DATED.search(text))


def leads(text: str, start: int) -> bool:
    """Tell whether a sentence begins at the offset, or just before it with its subject."""
    before = text[max(0, start - _LONGEST_LEAD) : start].rstrip()
    return not before or before[-1] in _ENDS or _LEAD.search(before) is not None


def is_planned(each: Mention, year: int) -> bool:
    """Tell whether a year is named in a sentence on what is to be done, by a report of ``year``."""
    text = each.passage.text
    stretch = text[max(0, each.start - _LONGEST_LEAD) : stop(text, each.end)]
    later = each.passage.part != "overview" and each.year > year
    return _PLANNED.search(stretch) is not None or (
        later and _ENDEAVOUR.search(stretch) is not None
    )


def stop(text: str, start: int) -> int:
    """Return where the sentence ends that goes on at the offset; none is taken for longer."""
    found = _SENTENCE.match(text, start)
    return found.end() if found is not None else start


def _is_named(agency: str, stretch: str) -> bool:
    """Tell whether what stands behind a year begins with the agency's own name."""
    said, own = _BEFORE_NAME.sub("", stretch), names(agency)
    return said.startswith(own) or _AREA.sub("", said).startswith(own)


@once
def _openings(case: Case) -> dict[str, Passage]:
    """Return the first paragraph of each part."""
    return {each.part: each for each in reversed(case.passages)}


def _end(case: Case, each: Mention, year: int) -> int:
    """Return the end of what is told of a year as the report's own, 0 where it is not."""
    text = each.passage.text
    if text.endswith(_UNTIL, 0, each.start):
        end = _YEAR_END.match(text, each.end)
        near = text[max(0, each.start - 20) : each.start] + text[each.end : each.end + 36]
        return end.end() if end and not is_compared(near, each.year, year) else 0
    ends = stop(text, each.end)
    leading = leads(text, each.start) or _goes_on(case, each, ends, year)
    if not leading or _turns(text, each, ends, year):
        return 0
    whole = _WHOLE.match(text, each.end)
    if whole is not None:
        return whole.end()
    return min(ends, each.start + _SHOWN) if _tells(case, each, ends, year) else 0


def _turns(text: str, each: Mention, ends: int, year: int) -> bool:
    """Tell whether the sentence sets the year against another one, or the next one does."""
    said = _BESIDE_THE_POINT.sub("", text[each.end : ends])
    behind = _BESIDE_THE_POINT.sub("", text[ends : ends + _BEHIND])
    if _COMPARED.search(said) or _DATED.search(said, 0, _BEHIND // 2) or _ANEW.search(behind):
        return True
    return each.year != year and str(year) in said + behind


def _goes_on(case: Case, each: Mention, ends: int, year: int) -> bool:
    """Tell whether the agency speaks of itself behind a comma: 按照要求做好工作，2023年全市培训2次.

    Not where the sentence so far compares, or is of another year itself.
    """
    text = each.passage.text
    said = text[max(0, each.start - _FAR) : each.start].rstrip()
    comma = said.endswith(("，", ","))
    if not (comma and _speaks(case, each, text[each.end : ends], opens=False)):
        return False
    before = said[max(said.rfind(mark) for mark in _ENDED) + 1 :]
    own = not any(each.search(before) for each in _YEARS)
    return own and not is_compared(before, each.year, year)


def _tells(case: Case, each: Mention, ends: int, year: int) -> bool:
    """Tell whether the sentence counts, or is of the agency's own work, and is no plan."""
    text = each.passage.text
    stretch = text[each.end : ends]
    if text[each.end - 1] != "年" or _NOT_BY_ITSELF.match(stretch):
        return False
    looks_ahead = each.passage.part != "overview" or each.year > year
    if looks_ahead and is_planned(each, year):
        return False
    if _COUNTED.search(stretch) or _NONE.search(stretch):
        return True
    first = each.start == 0 and _openings(case)[each.passage.part] is each.passage
    return _speaks(case, each, stretch, opens=first and each.year >= year - 1)


def _speaks(case: Case, each: Mention, stretch: str, opens: bool) -> bool:
    """Tell whether the agency speaks of itself behind the year, and of what it has done."""
    spoken = _SPEAKING.match(stretch) or _is_named(case.report.agency.name, stretch)
    if not spoken and not (opens and _OPENING.match(stretch)):
        return False
    reviewed = each.passage.part == "problems" and _REVIEWED.search(stretch) is not None
    return not reviewed and _HISTORY.search(stretch) is None
