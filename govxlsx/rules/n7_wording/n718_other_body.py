"""The text speaks as another body, or for an area above the agency's own."""

import re
from collections.abc import Iterator

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, Skipped, bodies, cities, regex
from govxlsx.checking.bodies import Level
from govxlsx.checking.prose import located, matches
from govxlsx.checking.repeated import QuotedPlace, gathered
from govxlsx.report.model import Agency
from govxlsx.rules.n7_wording.n725_other_name import RULE as OTHER_NAME

_SELVES = (
    regex(
        "我(?<![自忘]我)(?:局(?![限面部势])|委(?![托派任会员屈])|厅|镇|乡|街道|县|市(?!场)|区(?![别分域])|旗)"
    ),
    regex(
        "本(?<![基根资样文版日成标书剧课副脚原读]本)"
        "(?:局(?![限面部势])|委(?!托)|厅|镇|街道|县|市(?!场)|区(?![别分域块间])|旗)"
    ),
    regex("全(?:街道?(?![面巷区市头])|镇|乡(?!村))"),
)
_SPOKEN = ("县", "市", "区")
"""Areas of which 我县 is told already where it does not fit the name."""

_AREAS_OF_TOWNS = ("全街", "全街道", "全镇", "全乡")
_COUNT = (
    "(?:各级(?:各部门|行政机关|政府(?:部门)?)?|各部门|各单位|行政机关)?"
    r"(?:(?:全年)?(?:累计|共计|共|新)?(?:收到|受理|新收)(?:的)?(?:(?:政府信息公开|依申请公开|公开)申请|申请(?= *\d))"
    r"|(?:全年)?(?:累计|共计|共)?(?:主动)?(?:(?:通过|依托|利用|借助)[^。；，,]{0,30}?)?"
    r"(?:公开|发布)[^。；，,]{0,16}?\d+ *余?[条件篇期次份])"
)
_AREA = regex(
    "[全我本](?:(?<=全)(?P<unit>[省市县区州])(?:"
    "(?:各级)?(?:的)?(?:政府信息公开|政务公开|信息公开)(?:工作)?"
    "(?!工作|要点|培训|会|考核|部署|要求|现场|业务|系统|领域|评估|测评|检查)"
    "(?P<state>还|仍|取得|存在|有序|稳步|扎实|持续|主要)?"
    f"|(?P<count>{_COUNT}))"
    f"|(?<=[我本])(?P<ours>[省市县区州])(?P<told>{_COUNT}))"
)
"""What an area did as a whole: its work, or how much was published and received in it."""

_ROUND = regex("围绕(?:省委、?省政府|自治区党委、?(?:自治区)?(?:人民)?政府)(?:的)?中心工作")
"""A town's work is round that of its county; the province's stands in a copied text."""

_VISITED = regex(
    "赴|到|前往|学习|考察|借鉴|调研|交流|对口|协作|结对|帮扶|经验|等地|兄弟|联合|跨|合作|驻|[与和同、]$"
)
_NOT_ONES_OWN = regex(
    "^[^。；，,]{0,16}?(?:法院|检察院|仲裁|公司|大学|学院|研究院|律师|居民|等地|、)"
)
"""Before and behind another city's name: it is visited, or it is not a body's of this kind."""

_COUNTY_SITE = regex(
    "(?:通过|依托|登录|访问|在|从)(?P<county>[\u4e00-\u9fff]{1,3}县)人民政府(?:门户)?网"
)
_RECEIVED_BY = regex(
    "[局委](?:全年|本年度?)?(?:共|累计|共计|均)?(?:(?:政府|门户|官方|官)*网站?[^。；，,]{0,4}发布[^。；，,]{0,12}\\d"
    "|(?:主动)?公开(?:各类|各项)?(?:政府|政务)?信息[^。；，,]{0,8}\\d|"
    "(?:未|没有)?(?:收到|接到|受理|新收)的?[^。；，,\\n]{0,12}(?:公开申请|依申请公开)"
    "|(?:未|没有)(?:收到|发生|出现)[^。；，,\\n]{0,12}(?:行政复议|行政诉讼|责任追究))"
)
_LED = regex(
    "(?:^|[。；，,：\n])(?:\\d{4}年(?:度|全年)?[，,]?)?"
    "(?!通过|依托|利用|借助|[经由在向从对与和将据请为])([\u4e00-\u9fff]{0,3}[县区市州旗][\u4e00-\u9fff]{2,10}[局委])$"
)
"""What only who reports tells of itself, and the department that stands before it."""

_NO_NAMES = "全我本各该两所当相有其同多邻周外某"
_TOWN = regex(
    "(?P<unit>[镇乡街](?:(?<=街)道|(?<!街)))(?:党委[、和]?政府|党工委|人民政府|政府|办事处)?"
    "(?:按照|通过|认真|严格|坚持|高度重视|积极|不断|深入|始终|围绕|切实|依托|结合|主动公开|共公开|全年)"
)
_TOWNS_NAME = regex(
    "(?:^|[。；\n])(?:\\d{4}年(?:度|全年)?[，,]?)?"
    f"(?![{_NO_NAMES}经由在向从对与和将据请为赴到])([\u4e00-\u9fff]{{1,3}}(?<![乡城村集小]))$"
)
"""A town that works as one's own does, and its name at the beginning of a sentence."""

_OWN_COUNTY = regex("[\u4e00-\u9fff]县")
"""A county's body publishes on its own county's site; a city's may be the one above."""

_LEADING = regex(
    "(?:统筹|推动|推进|指导|领导|主管|协调|监督|部署|组织|加强|做好|抓好|深化|规范|提升)"
    "(?:推动|推进|协调|指导|开展|实施|监督|做好)?$"
)
_SENTENCE_START = regex(r"(?:^|[。；，,：\n])(?:\d{4}年(?:度|全年)?[，,]?)?$")
_HELPING = regex(
    "(?:为|助力|服务|配合|参与|参加|响应|围绕|按照|根据|落实|对照|贯彻|上级|[省市县区州]政府[^，。；]{0,6}|[省市县区州][委办][^，。；]{0,6})$"
)
_AREAS = "省市州县区"
_GOVERNMENT = "(?:人民)?政府"
_OFFICE = f"(?:及其|及|和|、)?[{_AREAS}]?(?:人民)?(?:政府)?办公[厅室]"
_OTHERS = regex(
    f"[向{_AREAS}](?:(?<=向)[{_AREAS}]{_GOVERNMENT}(?:{_OFFICE})?"
    "(?:(?:提出|提交|递交)的?[^，。；]{0,8}申请|申请公开)"
    f"|(?<=[{_AREAS}]){_GOVERNMENT}{_OFFICE}(?:全年|本年度?)?(?:累计|共计|共|新)?"
    "(?:收到|受理|新收)的?(?:政府信息公开|依申请公开|公开)申请)",
    needs=("向", "办公"),
)
_IS_GOVERNMENT = regex("人民政府(?:办公[厅室])?$|政府办公[厅室]$")
_BRANCH = regex("市[\u4e00-\u9fff]{2,3}(?<![和与及])(?:生态环境|公安|税务|消防|气象|烟草专卖)")
"""A city's bureau for one district, which its name has without 区: 永宁市东湖生态环境局."""

_NATURE = {"局": "局", "委": "委", "厅": "厅", "镇": "镇", "乡": "乡", "街道": "街", "街": "街"}
"""Which character an agency's name must have for a word by which it speaks of itself."""


def _fits(unit: str, agency: Agency, autonomous: bool) -> bool:
    """Tell whether 我县, 我局 … can be this agency's word for itself or for where it is."""
    name = agency.name
    if unit in _NATURE:
        return _NATURE[unit] in name
    if unit in name or bodies.is_zone(name):
        return True
    if unit == "区" and (autonomous or "自治" in name or _is_branch(name)):
        return True
    own, found = bodies.level(agency), bodies.units(name)
    if own is None or own is Level.TOWN:
        return True
    if own >= Level.PROVINCE:
        return False
    return unit == "市" or not found or found[-1] not in ("县", "区", "市", "旗", "州")


def _is_branch(name: str) -> bool:
    return "分局" in name or _BRANCH.search(name) is not None


def _speaking(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield, word by word, where the text speaks as a body that the agency is not."""
    agency = case.report.agency
    found: dict[str, list[QuotedPlace]] = {}
    for pattern in _SELVES:
        for passage, match in matches(case, pattern):
            found.setdefault(match[0], []).append((passage, *match.span()))
    for word, stretches in found.items():
        above = "政府" in agency.name and bodies.level(agency) is not Level.TOWN
        asked = word not in _AREAS_OF_TOWNS or not above
        if asked and not _fits(word[1:], agency, "自治区" in case.prose):
            yield stretches


def _above(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield where the text tells of the work of an area above the agency's own."""
    agency = case.report.agency
    areas, rounds = list(matches(case, _AREA)), list(matches(case, _ROUND))
    own = bodies.level(agency) if areas or rounds else None
    if own is None or own >= Level.PROVINCE:
        return
    above = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY}
    found: dict[str, list[QuotedPlace]] = {}
    for passage, match in areas:
        unit, text = match["unit"] or match["ours"], passage.text
        beside = unit != "县" or _fits(unit, agency, autonomous=False)
        spoken = match["ours"] in _SPOKEN and not _fits(unit, agency, autonomous=True)
        if spoken:
            continue
        within = above.get(unit, Level.COUNTY) <= own and beside
        if within or (own is not Level.TOWN and unit in agency.name):
            continue
        start = _claim(text, match)
        if start >= 0 and not _HELPING.search(text[max(0, start - 12) : start]):
            found.setdefault(unit, []).append((passage, start, match.end()))
    if own is Level.TOWN:
        found.setdefault("省", []).extend((passage, *match.span()) for passage, match in rounds)
    yield from found.values()


def _abroad(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield, city by city, where another city than the agency's own acts.

    An agency whose name has no city is in that of its address, or in the one named most.
    """
    agency, named = case.report.agency, list(cities.named(case.prose))
    if not named:
        return
    own = cities.own(agency.name)
    if not own:
        level = bodies.level(agency)
        if level is None or level >= Level.PROVINCE:
            return
        own = cities.own(agency.address)
    told = {each.cell for each in OTHER_NAME.look(case) if isinstance(each, Fact)}
    found: dict[str, list[QuotedPlace]] = {}
    for at, city in named:
        passage, start = located(case, at)
        text, end = passage.text, start + len(city)
        before = text[max(0, start - 12) : start]
        quoted = text.rfind("《", 0, start) > text.rfind("》", 0, start)
        place = passage.paragraph.at
        if city in own or quoted or (place is not None and place.cell in told):
            continue
        if not _VISITED.search(before) and not _NOT_ONES_OWN.match(text, end):
            found.setdefault(city, []).append((passage, start, end))
    if not own:
        most = max(map(len, found.values()), default=0)
        found = {city: places for city, places in found.items() if len(places) < most}
    yield from found.values()


def _next_door(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield, county by county, where another county's web site is told as one's own."""
    name = case.report.agency.name
    if not _OWN_COUNTY.search(name):
        return
    found: dict[str, list[QuotedPlace]] = {}
    for passage, match in matches(case, _COUNTY_SITE):
        county = match["county"]
        own = county in name or county[0] in _NO_NAMES
        if not own and not _VISITED.search(
            passage.text[max(0, match.start() - 12) : match.start()]
        ):
            found.setdefault(county, []).append((passage, *match.span("county")))
    yield from found.values()


def _strangers(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield, name by name, where another department, or town, is told as the one that reports."""
    name = case.report.agency.name
    found: dict[str, list[QuotedPlace]] = {}
    for passage, match in matches(case, _RECEIVED_BY):
        named = _LED.search(passage.text, max(0, match.start() - 24), match.start() + 1)
        if named is not None and bodies.is_other_department(named[1], name):
            found.setdefault(named[1], []).append((passage, *named.span(1)))
    town = bodies.level(case.report.agency) is Level.TOWN
    for passage, match in matches(case, _TOWN) if town else ():
        named = _TOWNS_NAME.search(passage.text, max(0, match.start() - 14), match.start())
        if named is not None and named[1] not in name:
            found.setdefault(named[1], []).append((passage, named.start(1), match.end("unit")))
    yield from found.values()


def _claim(text: str, match: re.Match[str]) -> int:
    """Return where it begins that an area's work is claimed as one's own, -1 where it is not."""
    begin = max(0, match.start() - 10)
    before = text[begin : match.start()]
    count = match["count"] or match["told"]
    led = None if count else _LEADING.search(before)
    if led is not None:
        return begin + led.start()
    stated = count or match["state"]
    return match.start() if stated and _SENTENCE_START.search(before) else -1


def _addressed(case: Case) -> Iterator[list[QuotedPlace]]:
    """Yield where applications are told that were made to a government, by a body that is none."""
    name = case.report.agency.name
    found = [(passage, *match.span()) for passage, match in matches(case, _OTHERS)]
    if found and (not _IS_GOVERNMENT.search(name) or "镇" in name or "乡" in name):
        yield found


def _look(case: Case) -> Facts:
    name = case.report.agency.name
    if not name:
        yield Skipped("机关名称没有填")
        return
    for find in (_speaking, _above, _addressed, _abroad, _next_door, _strangers):
        yield from (gathered(each, name=name) for each in find(case) if each)


RULE = Rule(
    title="写的像是别的机关或别的地方",
    checks="写的都是本机关、本地方",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号：避免内容雷同、敷衍塞责",
    message="“{context}”：“{quote}”与机关名称“{name}”对不上{times}。",
    fix="请核对 {where} 的文字是不是从别的机关或上级的报告里照搬的，改成本机关的情况；确实如此的，在“情况说明”中写明。",
    why="照搬别人的报告时，最容易留下“我局”“我县”“全省”这类字眼。写“按照全省统一部署”一类上级要求的，不提示。",
    bad="某镇的报告写“统筹推动全省政府信息公开工作”。",
    good="某镇的报告写“按照全省统一部署，做好本镇政府信息公开工作”。",
    look=_look,
)
