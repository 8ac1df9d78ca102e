"""Part one does not treat all of the aspects that the format asks for."""

import re
from collections.abc import Mapping

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, regex
from govxlsx.checking.prose import part, part_fact, part_text

_WORDS: Mapping[str, re.Pattern[str]] = {
    "主动公开": regex("发布|公布|公示|公开(?:信息|政府信息|各类|政务)"),
    "依申请公开": regex("申请"),
    "政府信息管理": regex(
        "信息管理|审[查核校]|三审|保密|清理|公开属性|有效性|效力|动态(?:调整|管理|更新)|源头"
        "|规范性文件|台账"
    ),
    "政府信息公开平台建设": regex("平台|网站|门户|专[栏区]|公众号|新媒体|公报|栏目|微[信博]|查阅"),
    "监督保障": regex(
        "监督|考核|评[议估]|培训|检查|督[查促导]|问责|追究|组织(?:领导|保障)|测评|整改"
        "|保障(?:措施|机制)|工作保障"
    ),
}
"""By which words, beside its own heading, an aspect counts as treated.

That there is a 领导小组 is no supervision yet, that applications are 登记 and files 归档 no
management of information.
"""

_NAMES_OF_BODIES = ("市场监督管理", "药品监督管理", "质量技术监督", "金融监督管理")
"""Their 监督 and 管理 are not of this work."""


def _look(case: Case) -> Facts:
    text = part_text(case, "overview")
    for name in _NAMES_OF_BODIES:
        text = text.replace(name, "")
    if not text:
        yield Skipped("第一部分没有正文")
        return
    missing = []
    for heading in part(case, "overview").aspects:
        aspect = heading.rpartition("）")[2]
        told = _WORDS.get(aspect)
        if not (told is not None and told.search(text)) and aspect not in text:
            missing.append(aspect)
    if missing:
        yield from part_fact(case, "overview", missing="、".join(missing))


RULE = Rule(
    title="总体情况缺少规定的方面",
    checks="总体情况写了规定的各方面",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号所附格式第一部分：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
    message="“{part}”没有写到：{missing}。",
    fix="请在这张表补写{missing}的情况，一个方面一个标题；确实没有的，写明没有。",
    why="格式要求总体情况覆盖五个方面。文字里写到的就算，不要求标题一字不差。",
    bad="只写主动公开和依申请公开。",
    good="（一）主动公开……（五）监督保障，各写一段。",
    look=_look,
    needs=("overview.aspects",),
)
