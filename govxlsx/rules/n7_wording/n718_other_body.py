"""The text speaks as another body, or for an area above the agency's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govxlsx.checking import bodies
from govxlsx.checking.bodies import Level
from govxlsx.checking.finding import Severity
from govxlsx.checking.prose import around, matches
from govxlsx.checking.rule import Case, Fact, Passage, Rule, Skipped
from govxlsx.report.model import Agency

_SELVES = (
    re.compile(
        "我(?<![自忘]我)(?:局(?![限面部势])|委(?![托派任会员屈])|厅|镇|乡|街道|县|市(?!场)|区(?![别分域])|旗)"
    ),
    re.compile(
        "本(?<![基根资样文版日成标书剧课副脚原读]本)"
        "(?:局(?![限面部势])|委(?!托)|厅|镇|街道|县|市(?!场)|区(?![别分域块间])|旗)"
    ),
)
_AREA = re.compile(
    "全([省市县区州])(?:"
    "(?:各级)?(?:的)?(?:政府信息公开|政务公开|信息公开)(?:工作)?"
    "(?!工作|要点|培训|会|考核|部署|要求|现场|业务|系统|领域|评估|测评|检查)"
    "(?P<state>还|仍|取得|存在|有序|稳步|扎实|持续|主要)?"
    "|(?P<count>(?:各级行政机关|行政机关)?(?:全年)?(?:累计|共计|共|新)?(?:收到|受理|新收)(?:的)?(?:政府信息公开|依申请公开|公开)申请))"
)
_LEADING = re.compile(
    "(?:统筹|推动|推进|指导|领导|主管|协调|监督|部署|组织|加强|做好|抓好|深化|规范|提升)"
    "(?:推动|推进|协调|指导|开展|实施|监督|做好)?$"
)
_SENTENCE_START = re.compile(r"(?:^|[。；，,：\n])(?:\d{4}年(?:度|全年)?[，,]?)?$")
_HELPING = re.compile(
    "(?:为|助力|服务|配合|参与|参加|响应|围绕|按照|根据|落实|对照|贯彻|上级|[省市县区州]政府[^，。；]{0,6}|[省市县区州][委办][^，。；]{0,6})$"
)
_GOVERNMENT = "[省市州县区](?:人民)?政府"
_OFFICE = "(?:及其|及|和|、)?[省市州县区]?(?:人民)?(?:政府)?办公[厅室]"
_OTHERS = re.compile(
    f"向{_GOVERNMENT}(?:{_OFFICE})?(?:(?:提出|提交|递交)的?[^，。；]{{0,8}}申请|申请公开)"
    f"|{_GOVERNMENT}{_OFFICE}(?:全年|本年度?)?(?:累计|共计|共|新)?(?:收到|受理|新收)的?"
    "(?:政府信息公开|依申请公开|公开)申请"
)
_NATURE = {"局": "局", "委": "委", "厅": "厅", "镇": "镇", "乡": "乡", "街道": "街"}
"""Which character an agency's name must have for a word by which it speaks of itself."""


def _fits(unit: str, agency: Agency, autonomous: bool) -> bool:
    """Tell whether 我县, 我局 … can be this agency's word for itself or for where it is."""
    name = agency.name
    if unit in _NATURE:
        return _NATURE[unit] in name
    if unit in name or bodies.is_zone(name):
        return True
    if unit == "区" and (autonomous or "自治" in name or "分局" in name):
        return True
    own, found = bodies.level(agency), bodies.units(name)
    if own is None or own is Level.TOWN:
        return True
    if own >= Level.PROVINCE:
        return False
    return unit == "市" or not found or found[-1] not in ("县", "区", "市", "旗", "州")


def _speaking(case: Case) -> Iterator[Fact]:
    """Yield, once for each word, where the text speaks as a body that the agency is not."""
    agency = case.report.agency
    autonomous = "自治区" in case.prose
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for pattern in _SELVES:
        for passage, match in matches(case, pattern):
            found.setdefault(match[0], []).append((passage, match))
    for word, places in found.items():
        if _fits(word[1:], agency, autonomous):
            continue
        passage, match = places[0]
        times = f"，共 {len(places)} 处" if len(places) > 1 else ""
        context = around(passage.text, *match.span())
        yield passage.fact(*match.span(), context=context, times=times, name=agency.name)


def _above(case: Case) -> Iterator[Fact]:
    """Yield where the text tells of the work of an area above the agency's own."""
    agency = case.report.agency
    own = bodies.level(agency)
    if own is None or own >= Level.PROVINCE:
        return
    above = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY}
    for passage, match in matches(case, _AREA):
        unit, text = match[1], passage.text
        if above.get(unit, Level.COUNTY) <= own or (own is not Level.TOWN and unit in agency.name):
            continue
        start = _claim(text, match)
        if start >= 0 and not _HELPING.search(text[max(0, start - 12) : start]):
            context = around(text, start, match.end())
            yield passage.fact(start, match.end(), context=context, times="", name=agency.name)


def _claim(text: str, match: re.Match[str]) -> int:
    """Return where it begins that an area's work is claimed as one's own, -1 where it is not."""
    begin = max(0, match.start() - 10)
    before = text[begin : match.start()]
    led = None if match["count"] else _LEADING.search(before)
    if led is not None:
        return begin + led.start()
    stated = match["count"] or match["state"]
    return match.start() if stated and _SENTENCE_START.search(before) else -1


def _addressed(case: Case) -> Iterator[Fact]:
    """Yield where applications are told that were made to a government, by a body that is none."""
    name = case.report.agency.name
    if re.search("人民政府(?:办公[厅室])?$|政府办公[厅室]$", name) and not re.search(
        "[镇乡]", name
    ):
        return
    for passage, match in matches(case, _OTHERS):
        context = around(passage.text, *match.span())
        yield passage.fact(*match.span(), context=context, times="", name=name)


def _look(case: Case) -> Iterator[Fact | Skipped]:
    if not case.report.agency.name:
        yield Skipped("机关名称没有填")
        return
    yield from _speaking(case)
    yield from _above(case)
    yield from _addressed(case)


RULE = Rule(
    code="N718",
    title="写的像是别的机关或别的地方",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号：避免内容雷同、敷衍塞责",
    message="“{context}”：“{quote}”与机关名称“{name}”对不上{times}。",
    fix="请核对 {cell} 的文字是不是从别的机关或上级的报告里照搬的，改成本机关的情况；确实如此的，在“情况说明”中写明。",
    why="照搬别人的报告时，最容易留下“我局”“我县”“全省”这类字眼。写“按照全省统一部署”一类上级要求的，不提示。",
    bad="某镇的报告写“统筹推动全省政府信息公开工作”。",
    good="某镇的报告写“按照全省统一部署，做好本镇政府信息公开工作”。",
    look=_look,
)
