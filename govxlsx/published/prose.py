"""The words of a published report: title, opening, narrative, notes, and whom to ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govxlsx.form.editions.model import Edition, Part
from govxlsx.patterns import regex
from govxlsx.published import titles
from govxlsx.published.content import DrawnTable, SourceItem, Text
from govxlsx.published.labels import of_form
from govxlsx.published.parts import Outline, is_title
from govxlsx.report.model import Agency
from govxlsx.text import label_key, trim

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

    ``known`` is the name of the agency where the source is of our own making: nothing is around
    the report that is none of it.
    """
    own = known is not None
    heading = titles.find(outline.before, title, known)
    opening = [each for each in outline.before[heading.ends :] if isinstance(each, Text)]
    kept = (each.text for each in opening if own or _is_said(each))
    preamble = "\n".join(kept)
    narrative, notes = {}, {}
    for part in edition.parts:
        given = outline.parts.get(part.numeral, ())
        if part.narrative:
            narrative[part.narrative] = "\n".join(_paragraphs(given, own=own))
        else:
            notes[part.numeral] = "\n".join(_notes(given, part, own=own))
    return Prose(
        contacts(preamble, heading.name),
        heading.year,
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
        elif own or not _is_furniture(each):
            yield each.text


def _is_said(line: Text) -> bool:
    """Tell a line of the opening from what a page has around it; contacts may be short."""
    long = len(line.text) > 12 or _CONTACT.match(line.text) is not None
    return long and not _is_furniture(line)


def _is_furniture(line: Text) -> bool:
    text = line.text
    if len(text) >= _SHORT or text.endswith(("。", "；", "：")):
        return False
    return line.linked or _FURNITURE.search(text) is not None or titles.of_title(text) is not None


def _notes(items: Sequence[SourceItem], part: Part, *, own: bool) -> Iterator[str]:
    """Yield what a table part says besides its table, without the mark of a note."""
    for each in items:
        if not isinstance(each, Text):
            continue
        text = trim(unmarked(each.text))
        of_table = label_key(each.text) in of_form()
        around = not own and (is_title(text, part) or _is_furniture(each))
        if text and not of_table and not around:
            yield text


def unmarked(text: str) -> str:
    """Return a note without the 注： that marks it as one."""
    return re.sub(r"^注\s*[：:]", "", text)


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
