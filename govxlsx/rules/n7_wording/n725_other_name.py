"""The opening names another body as the one that reports: of another place, or for other work."""

import re
from collections.abc import Iterator

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, bodies, once_each, periods, regex
from govxlsx.checking.prose import around

_NAMED = regex(
    "(?:现公布|现发布|现将(?:\\d{4}年度?)?|编制了?|公布|发布|由|请与)《?(?:中共)?([\u4e00-\u9fff]{3,30}?)"
    "(?:(?:19|20)\\d\\d年|编制|编写|负责|联系|政府信息公开)"
)
_REPORTING = regex(
    "(?:现公布|现发布|公布|发布|编制了?|现将(?:\\d{4}年度?)?)《?([\u4e00-\u9fff]{3,30}?)"
    "(?:(?:19|20)\\d\\d年|(?<=[局委厅会])政府信息公开)"
)
"""Before the year stands the body that reports."""

_PERSON = regex("副|分管|主管|一名|领导|牵头|同志")
"""A person or an office that is in charge, not the body that reports."""
_AREA = regex("(?:[^省市县区旗]*[省市])?([^省市县区旗]{1,8})([省市县区旗])")
_TOWN = regex("(?:.*[省市县区旗])?([^省市县区旗]{1,8}?)(镇|乡|街道)(?:人民政府|政府|办)")
_NO_PLACE = regex("[全我本各该城]|高新|经济|开发|有关|上级")
"""With these begin words, not the names of places: 全市, 本县, 城区."""


def _is_elsewhere(written: str, name: str) -> bool:
    """Tell whether a written name is of another place than the agency's name."""
    for pattern in (_AREA, _TOWN):
        place, own = pattern.match(written), pattern.match(name)
        if place is None or own is None or _NO_PLACE.match(place[1]):
            continue
        stem = place[1] if len(place[1]) > 1 else place[1] + place[2]
        if stem not in name and own[1] not in written:
            return True
    return False


def _others(text: str, name: str) -> Iterator[re.Match[str]]:
    """Yield where another department is named as who reports, and bodies of other places."""
    for match in _REPORTING.finditer(text):
        if bodies.is_other_department(match[1], name):
            yield match
    for match in _NAMED.finditer(text):
        if _is_elsewhere(match[1], name):
            yield match


@once_each
def _look(case: Case) -> Facts:
    agency = case.report.agency
    if not agency.name:
        yield Skipped("机关名称没有填")
        return
    if bodies.is_zone(agency.name):
        return
    for passage in periods.opening(case):
        named = {each.start(1): each for each in _others(passage.text, agency.name)}
        for match in named.values():
            if not (_PERSON.search(match[1]) or bodies.is_zone(match[1])):
                context = around(passage.text, *match.span(1))
                yield passage.fact(*match.span(1), context=context, name=agency.name)


RULE = Rule(
    title="开头写的是别的机关",
    checks="开头写的是本机关",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条：年度报告反映本机关的工作",
    message="“{context}”：这里的机关是“{quote}”，而“基本信息”中的机关名称是“{name}”。",
    fix="请核对 {cell}，是从别的报告照搬的，改成本机关的名称；机关名称填错了的，改“基本信息”；确实如此的，在“情况说明”中写明。",
    why="开头段落原样印出，写着别处的机关，等于公布了别人的报告。比较地名；部门的名称没有一个字相同的才提示，简称和上级地名不提示。",
    bad="泗洪县财政局的报告写“现公布沭阳县财政局2024年政府信息公开工作年度报告”。",
    good="现公布泗洪县财政局2024年政府信息公开工作年度报告。",
    look=_look,
)
