"""What kind of body an agency is, by its 机关类别 and its name."""

from enum import IntEnum, auto

from govxlsx.patterns import regex
from govxlsx.report.model import GOVERNMENTS, KINDS, Agency


class Level(IntEnum):
    """The levels of government, the lowest first."""

    TOWN = auto()
    COUNTY = auto()
    CITY = auto()
    PROVINCE = auto()
    STATE = auto()


_OF_KIND = {
    "国务院部门": Level.STATE,
    "省级人民政府": Level.PROVINCE,
    "设区的市或自治州人民政府": Level.CITY,
    "县级人民政府": Level.COUNTY,
    "乡镇人民政府或街道办事处": Level.TOWN,
}
_OF_UNIT = {
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "市": Level.CITY,
    "州": Level.CITY,
    "盟": Level.CITY,
    "地区": Level.CITY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
}
"""A 市 may be a county too: the higher reading is taken, so that nobody is accused."""

_MUNICIPALITY = regex("^(?:北京|上海|天津|重庆)市")
_TOWN = regex("[镇乡](?:人民)?政府|街道|苏木")
_UNIT = regex("自治区|地区|省|(?<!城)市(?!场|政|容)|[州盟县旗]|(?<![社园校景库])区(?![域划块])")
_SPECIAL = regex("开发区|园区|新区|管理区|管委会|管理委员会|示范区|度假区|风景")


NO_KIND = "没有填机关类别，或者填的不在列表里"


def is_kindless(agency: Agency) -> bool:
    """Tell whether the agency's kind is not known; rules that need it are then not run."""
    return agency.kind not in KINDS


def units(name: str) -> tuple[str, ...]:
    """Return the units of area that a name holds, in order: 永宁市某区财政局 → 市, 区."""
    return tuple(_UNIT.findall(name))


def level(agency: Agency) -> Level | None:
    """Return an agency's level, the highest that its name allows; None where nothing tells it."""
    if agency.kind in _OF_KIND:
        return _OF_KIND[agency.kind]
    if _TOWN.search(agency.name):
        return Level.TOWN
    if _SPECIAL.search(agency.name):
        return None
    found = units(agency.name)
    if not found:
        return None
    if found[-1] == "市" and _MUNICIPALITY.match(agency.name) and found.count("市") == 1:
        return Level.PROVINCE
    return _OF_UNIT[found[-1]]


def is_other_department(written: str, name: str) -> bool:
    """Tell whether a written name is of another department than an agency's name.

    No character beside the place's and the words of all bodies is the same: 县交通运输局 and
    临川县住房和城乡建设局; 县住建局 is the latter in short.
    """
    told, own = _DEPARTMENT.fullmatch(written), _DEPARTMENT.fullmatch(name)
    if told is None or own is None:
        return False
    other, mine = (set(_OF_ALL.sub("", each[1])) for each in (told, own))
    return bool(other and mine) and other.isdisjoint(mine)


_DEPARTMENT = regex("(?:.*[省市县区旗州盟])?([\u4e00-\u9fff]{2,}?)(?:局|厅|委|委员会)")
_OF_ALL = regex("人民政府|办公[厅室]|委员会|工作|管理|中国|(?<=[财民])政|[和与及]")


def is_zone(name: str) -> bool:
    """Tell whether a name is that of a zone (开发区, 新区), whose level nobody can tell."""
    return _SPECIAL.search(name) is not None


def is_government(agency: Agency) -> bool:
    """Tell whether the agency is a government of the county level or above."""
    return agency.kind in GOVERNMENTS
