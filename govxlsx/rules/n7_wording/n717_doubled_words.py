"""A word, a character or a mark stands twice in a row, or a dash stands for 一."""

from collections.abc import Iterator

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, regex
from govxlsx.checking.prose import around, located

_SLIPPED = range(1, 7)
"""Longer stretches than six characters are not doubled by a slip of the hand."""

_JOINING, _ITEMS = "、及和", range(3, 13)
"""Items of a list are of so many characters, with one of those between them."""

_SLIPS = regex(
    "(?:(?<!目)的的(?![确士])|和和(?![谐睦气平解田县顺静])|与与(?!会)|及及(?![时早])|被被|将将(?!军)"
    "|(?<!实)在在(?![线建册职岗校编内外场押家位])|由由(?!于)|了了(?![解然结])|把把(?![关控握脉])"
    "|并并(?![联不且])|以以(?![下上及来人公])|从从(?![严业重源快])|于于(?!是)|(?<![结核针面绝应比校反派])对对(?![口应照比方接象策]|[\u4e00-\u9fff]{0,2}度)"
    "|(?<=通)过过(?![程渡关去往滤期失敏问])|(?<=严)格格(?![式局])|是是(?![非否])"
    "|局局(?![长机属域部势限面党内本网办领务系班])"
    "|(?<=信息公)开开(?![展放发始辟])|(?<=我)们们|(?<=按)照照|(?<=政)府府|(?<=人)民民(?![主营事生意])"
    "|(?<=及)时时(?!刻)|性性(?![质能别价格情状命])|[，、；：]{2}|。。(?!。))"
)
"""Single characters that are never meant to stand twice."""

_NEARLY = regex("可(?:以?通过可以?通过|可以)")
"""Twice but for a character."""

_MARKS = regex("，。|、。|。，|。、")
_BESIDE_STOP = regex("。(?:[，、]|(?<=[，、]。))")
"""Marks of which one is enough; and what tells in a fifth of the time that there are none."""

_BEFORE_ITEM = regex("(?<=[、，；：。（“\n括含])(?:(?<![括含])|(?<=包.))")
_BEHIND_ITEM = regex("[、，。；）等\n]|$|[已均都也]|全部")
_BY_ITSELF = 6
"""An item of so many characters does not stand by chance at the end of what is before it."""

_DASH_FOR_ONE = regex(
    "[—–－](?<![—–－—-].)(?![—–－—-])(?:(?<=进.)步|站式|网通办|体化"
    "|(?<=[了展出布过].)系列|次性|(?<=[了作出].)些|(?<=\n.)[是、]|(?<=[。；：].)是"
    "|(?<=统.)(?=[\u4e00-\u9fff])|(?<=第.)(?=时间|责任|批|季度|次|[，、]))"
    r"|-是(?<=[\n。；：]-是)(?![\d-])",
    needs=(*"—–－", "-是"),
)
"""进—步, —是, 统—: scanned text has dashes where 一 stood."""

_MISTYPED = regex("提前(?=行政诉讼|行政复议|诉讼)", needs=("提前",))
"""提前行政诉讼: one key beside 提起."""

_TWICE_OVER = "重复了"
_WORD = regex("[\u4e00-\u9fff]+")
_ONE_BY_ONE = regex("[一逐][\u4e00-\u9fff]|[很非]|研究|讨论|[哈呵]")
"""Pairs that the language doubles itself: 一项一项, 研究研究."""

_OWN_COMPOUND = {
    "申请": regex("人|表|书|件|材料|内容|条件|事项|方式|渠道|数量|量|公开"),
    "公开": regex(
        "方式|率|目录|指南|平台|渠道|内容|范围|形式|属性|时限|专栏|专区|制度|标准|主体|义务"
    ),
    "政府": regex("信息|网|公报|工作|部门|机关|采购|办公|规章|法律"),
    "工作": regex("人员|要点|机构|机制|制度|报告|小组|组|方案|计划|流程|规则|站|动态|量|日"),
    "信息": regex("化|员|处理费|系统|中心|技术|安全|科|处|量|平台|网"),
    "规定": regex("应当|必须|可以|不得|不予"),
}
_NOUNS = regex(
    "管理|服务|监督|建设|审查|审核|数据|发布|办理|答复|受理|行政|单位|部门|网站|平台|制度|规范|标准|培训"
    "|考核|统计|财政|教育|卫生|法律|政务|机关|规划|项目|档案|保密|资源|登记|业务|执法|安全"
)
_COMPOUND = regex(
    "[人员表书率量化性局处科室厅办网台栏件费型类者法]|方式|制度|机制|目录|平台|渠道|内容|中心|大厅|系统"
    "|流程|程序|计划|方案|主体|标准|小组|机构|机关|部门|单位|窗口|条例|责任|要求|能力|水平|质量|事项"
)
"""With which the second of a pair begins a word of its own: 公开申请 + 申请人, 政府 + 政府信息."""


def _doubled(text: str, sizes: range, apart: int = 0) -> Iterator[tuple[int, range]]:
    """Yield how many characters stand twice, and where this may be said to begin.

    In 政务服务服务 both 务服务服 and 服务服务 are doubled. ``apart`` is how many characters stand
    between the two.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    for size in sizes:
        step = size + apart
        same = (codes[:-step] == codes[step:]).tobytes()
        start = same.find(b"\1" * size)
        while start >= 0:
            end = same.find(b"\0", start)
            end = len(same) if end < 0 else end
            yield size, range(start, end - size + 1)
            start = same.find(b"\1" * size, end)


def _is_slip(text: str, start: int, size: int) -> bool:
    """Tell whether the second of two equal stretches has no meaning of its own."""
    if size == 1:
        return _SLIPS.match(text, start) is not None
    unit = text[start : start + size]
    if _WORD.fullmatch(unit) is None or _ONE_BY_ONE.match(unit) or len(set(unit)) == 1:
        return False
    compound = _OWN_COMPOUND.get(unit) or (_COMPOUND if _NOUNS.fullmatch(unit) else None)
    return compound is None or compound.match(text, start + 2 * size) is None


def _look(case: Case) -> Facts:
    for size, starts in _doubled(case.prose, _SLIPPED):
        if all(_is_slip(case.prose, start, size) for start in starts):
            yield _fact(case, starts[-1], starts[-1] + 2 * size, _TWICE_OVER)
    text = f"\n{case.prose}"
    nearly = [*_NEARLY.finditer(text)]
    if _BESIDE_STOP.search(text):
        nearly += _MARKS.finditer(text)
    for start, end in sorted({*(each.span() for each in nearly), *_items(text)}):
        yield _fact(case, start - 1, end - 1, _TWICE_OVER)
    for match in _DASH_FOR_ONE.finditer(text, 1):
        yield _fact(case, match.start() - 1, match.end() - 1, "里的横线像是“一”")
    for match in _MISTYPED.finditer(case.prose):
        yield _fact(case, *match.span(), "像是“提起”")


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Yield where an item of a list stands twice: 财政收支情况、财政收支情况."""
    done = 0
    twice = ((start, size) for size, starts in _doubled(text, _ITEMS, 1) for start in starts)
    for start, size in sorted(twice):
        joint, end = start + size, start + 2 * size + 1
        if text[joint] not in _JOINING or not _WORD.fullmatch(text, start, joint):
            continue
        listed = start > done and _BEFORE_ITEM.match(text, start)
        if (listed or size >= _BY_ITSELF) and _BEHIND_ITEM.match(text, end):
            yield start, end
            done = end


def _fact(case: Case, start: int, end: int, reading: str) -> Fact:
    passage, at = located(case, start)
    until = at + end - start
    context = around(passage.text, at, until)
    return passage.fact(at, until, context=context, reading=reading)


RULE = Rule(
    title="字词或标点重复、打错",
    checks="字词和标点没有重复、打错",
    severity=Severity.WARNING,
    basis="GB/T 9704-2012《党政机关公文格式》；GB/T 15834-2011《标点符号用法》",
    message="“{context}”中的“{quote}”{reading}。",
    fix="请在 {cell} 删去多余的，或改正打错的；确实应当这样写的，在“情况说明”中写明。",
    why="多半是粘贴时多粘了一次，印出来很显眼。“一项一项”“公开申请申请人”一类本来如此的，不提示。",
    bad="渠县渠县人民政府；信息公开的的内容；进—步完善。",
    good="渠县人民政府；信息公开的内容；进一步完善。",
    look=_look,
)
