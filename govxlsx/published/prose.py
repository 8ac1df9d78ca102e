"""The words of a published report: title, opening, narrative, notes, and whom to ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govxlsx.form.editions.model import Edition, Part
from govxlsx.patterns import regex
from govxlsx.published.content import DrawnTable, SourceItem, Text
from govxlsx.published.labels import of_form
from govxlsx.published.parts import Outline, is_title
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Agency
from govxlsx.text import label_key, trim

_REPORT = r"政府信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?报告"
_NAMED = regex(rf"(?P<name>.{{2,80}}?)[（(]?(?P<year>(?:19|20)\d\d)\s*年?度?[）)]?{_REPORT}")
_YEAR_FIRST = regex(rf"^[（(]?(?P<year>(?:19|20)\d\d)\s*年?度?[）)]?(?P<name>.{{0,80}}?){_REPORT}")
_LONGEST_TITLE = 110
_SENTENCE = regex(
    r"[，。；：,;:《》>›»]|"
    r"(?:^|将|布|制|为)(?:我|本)(?:局|委|办|厅|院|校|中心|机关|单位|部门|省|市|州|县|区|旗|镇|乡|街道)$"
)
"""What stands before the year in a sentence of the opening or a line of links, and in no title."""

_GOES_ON = regex("[，。；：,;:]|如下")
"""What follows in a sentence that mentions the report."""

_BODY = regex(
    r".{2,78}?(政府|局|委|会|办|室|厅|院|处|所|站|队|中心|街道|镇|乡|公司|大学|学校|银行|署|部|馆|社|区|县|市|省|旗|关|司|院|联|团|校|集团|厂)(（.{2,40}）)?$"
)
_LABELS = (
    *("信息来源", "来源", "发布时间", "发布日期", "发布机构", "发布单位", "时间", "日期"),
    *("字体", "字号", "浏览次数", "浏览量", "访问量", "点击数?", "阅读次数", "阅读"),
    *("作者", "编辑", "责任编辑", "索引号"),
    *("主题分类", "主题词", "名称", "文号", "生成日期", "成文日期", "上一篇", "下一篇", r"附件\d*"),
    *("当前位置", "您所在的位置", "您现在的位置", "主办单位", "主办", "承办单位", "承办"),
)
_BUTTONS = (
    *("打印", "打印本页", "关闭", "关闭窗口", "关闭本页", "分享", "分享到", "返回顶部", "返回"),
    *("上一篇", "下一篇", "扫一扫.{0,20}", "首页"),
)
_CONTACT = regex("(地址|邮编|电话|电子邮箱)[：:].")
_FURNITURE = regex(
    rf"^[-—–]{{1,2}}\s*\d{{1,3}}\s*[-—–]{{1,2}}$|^[【\[ ]*(?:{'|'.join(_LABELS)})\s*[:：]|"
    rf"^[【\[ ]*(?:{'|'.join(_BUTTONS)})(?:[【】\[\] |/]*(?:{'|'.join(_BUTTONS)}))*[】\] ]*$|"
    r"^首页\s*[>›»/]|版权所有|ICP备|公网安备|网站标识码|"
    r"^第\s*\d+\s*页[\s,，/、|]*(?:共\s*\d+\s*页)?$"
)
"""What pages of web sites have around a report."""

_SHORT = 60


@dataclass(frozen=True, slots=True)
class Prose:
    """The words by the keys of interchange data; ``year`` and ``agency.name`` as the title says."""

    agency: Agency
    year: int | None
    preamble: str
    narrative: dict[str, str]
    notes: dict[str, str]


def read(outline: Outline, edition: Edition, title: str, known: str | None = None) -> Prose:
    """Read the words of a report; ``title`` is what the source calls itself.

    ``known`` is the name of the agency where the source is of our own making: a line that says
    just that is its name, however odd, and nothing is around the report that is none of it.
    """
    own = known is not None
    name, year, after = _heading(outline.before, title, known)
    opening = [each.text for each in outline.before[after:] if isinstance(each, Text)]
    kept = (each for each in opening if own or _is_said(each))
    preamble = "\n".join(kept)
    narrative, notes = {}, {}
    for part in edition.parts:
        given = outline.parts.get(part.numeral, ())
        if part.narrative:
            narrative[part.narrative] = "\n".join(_paragraphs(given, own=own))
        else:
            notes[part.numeral] = "\n".join(_notes(given, part, own=own))
    agency = contacts(preamble, name)
    return Prose(
        agency,
        year,
        preamble,
        {key: text for key, text in narrative.items() if text},
        {key: text for key, text in notes.items() if text},
    )


def _paragraphs(items: Sequence[SourceItem], *, own: bool) -> Iterator[str]:
    """Yield the paragraphs of a narrative part; a table in it gives a paragraph for each row."""
    for each in items:
        if isinstance(each, DrawnTable):
            for cells in each.rows.values():
                line = " ".join(trim(cell.text.replace("\n", "")) for cell in cells)
                if line.strip():
                    yield line
        elif own or not _is_furniture(each.text):
            yield each.text


def _is_said(text: str) -> bool:
    """Tell a line of the opening from what a page has around it; contacts may be short."""
    return not _is_furniture(text) and (len(text) > 12 or _CONTACT.match(text) is not None)


def _is_furniture(text: str) -> bool:
    short = len(text) < _SHORT and not text.endswith(("。", "；", "："))
    return short and _FURNITURE.search(text) is not None


def _notes(items: Sequence[SourceItem], part: Part, *, own: bool) -> Iterator[str]:
    """Yield what a table part says besides its table, without the mark of a note."""
    for each in items:
        if not isinstance(each, Text):
            continue
        text = trim(unmarked(each.text))
        of_table = label_key(each.text) in of_form() or is_title(text, part)
        if text and not of_table and (own or not _is_furniture(each.text)):
            yield text


def unmarked(text: str) -> str:
    """Return a note without the 注： that marks it as one."""
    return re.sub(r"^注\s*[：:]", "", text)


def _heading(
    items: Sequence[SourceItem], title: str, known: str | None
) -> tuple[str, int | None, int]:
    """Return the agency and the year that the title says, and where the opening begins."""
    called, of = of_title(re.split(r"[-_|—]", title)[0]) or ("", None)
    places = range(len(items)) if known is not None else range(len(items) - 1, -1, -1)
    for at in places:
        each = items[at]
        if isinstance(each, Text) and len(each.text) <= _LONGEST_TITLE:
            found = of_title(each.text, known)
            if found is not None:
                name, year = found
                name = name or _line_above(items[:at], known)
                return name or (called if year == of else ""), year, at + 1
    return called, of, 0


def of_title(text: str, known: str | None = None) -> tuple[str, int | None] | None:
    """Return the agency and the year of a title; None where the text is no report's title.

    The name ``known`` may be as odd as it likes.
    """
    bare = re.sub(r"\s+", "", text).strip("《》")
    for pattern in (_YEAR_FIRST, _NAMED):
        match = pattern.match(bare)
        if match is not None:
            name = match["name"].removeprefix("关于").removesuffix("的")
            told = name in (known, "") or _SENTENCE.search(name) is None
            if told and _GOES_ON.search(bare, match.end()) is None:
                return name, int(match["year"])
    return None


def _line_above(items: Sequence[SourceItem], known: str | None) -> str:
    if items and isinstance(items[-1], Text):
        bare = re.sub(r"\s+", "", items[-1].text)
        if known and agency_key(bare) == agency_key(known):
            return known
        return bare if _BODY.fullmatch(bare) else ""
    return ""


_NEXT = "邮政编码|邮编|联系电话|电话|传真|电子邮箱|邮箱|电子邮件|E-?mail"
_END = rf"(?=[，,；;。）)\n]|$|\s*(?:{_NEXT})[：:])"
_CONTACTS = {
    "address": regex(rf"(?:联系|通信|通讯|办公)?地址\s*[：:]\s*(.{{4,60}}?){_END}"),
    "postcode": regex(r"(?:邮编|邮政编码)\s*[：:]?\s*(\d{6})(?!\d)"),
    "phone": regex(
        rf"电话\s*[：:]\s*((?:[（(]?0?\d[\d（()）\-—－ ]{{6,}}\d)(?:[、/]\d[\d\-]{{6,}})*){_END}"
    ),
    "email": regex(r"([A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"),
    "website": regex(r"(https?://[A-Za-z0-9./_~%?=&:-]+|www\.[A-Za-z0-9./_~-]+)"),
}


def contacts(text: str, name: str) -> Agency:
    """Return the agency's details as far as the opening says each of them once and plainly."""
    found: dict[str, str] = {}
    compact = re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", text)
    for key, pattern in _CONTACTS.items():
        said = list(dict.fromkeys(match.strip(" ，,。") for match in pattern.findall(compact)))
        if len(said) == 1:
            found[key] = said[0]
    return Agency(name=name, **found)
