"""What people wrote over the cells, in comments, headers and footers: nobody reads it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.reading.unread_cells import of_cells
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened, trim
from govxlsx.workbook import Beside, BesideKind, Sheet

_KINDS = {
    BesideKind.TEXT_BOX: "文本框",
    BesideKind.PICTURE: "图片",
    BesideKind.CHART: "图表",
    BesideKind.OBJECT: "嵌入的对象",
    BesideKind.COMMENT: "批注",
}

_CODE = regex(r'&(?:"[^"]*"|[0-9]{1,3}|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[A-Za-z&])')
"""The codes of headers and footers: faces, sizes, colours, page numbers, dates, places."""

_PAGE = regex(r"第|页|共|Page|page|of|[0-9\s,，/／.。|()（）—–-]")
"""What stands around the number of a page."""

_BLANK_PAGE = regex(r"[第共]\s*页")
"""What is left of the number of a page beside other words."""

_OURS = regex(
    r"【(?:错误|提醒|说明) [A-Z]\d{3}(?:、[A-Z]\d{3})*】.*?"
    r"(?:\n(?:(?P<mend>怎么办)|已作说明|这些合计是)：(?P<last>[^\n]*)|\Z)"
    r"|这一格与 [^\n]* 的错误有关，请看那里的批注。",
    re.DOTALL,
)
"""What an annotated copy says of a cell; its message may have several lines."""

_QUOTED = 20
"""So many texts are quoted."""

_STAND_IN = regex(r"\s*\[(?:线程批注|Threaded comment)\]")
"""How a comment begins that holds a thread for programs that know no threads."""


def over(sheet: Sheet) -> Iterator[Remark]:
    """Remark upon what lies over the cells, and upon comments that hold text."""
    lying = [each for each in sheet.beside if each.kind is not BesideKind.COMMENT]
    for notice, found in ((Notice.BESIDE, lying), (Notice.COMMENTS, notes(sheet.beside))):
        kinds = "、".join(dict.fromkeys(_KINDS[each.kind] for each in found))
        said = _said(each.text for each in found)
        yield from of_cells(notice, sheet, [each.at for each in found], kinds=kinds, said=said)


def margins(sheet: Sheet) -> list[Remark]:
    """Remark upon words in the headers and footers of a sheet; the number of a page is none."""
    found = list(dict.fromkeys(filter(None, map(_margin_words, sheet.margins))))
    words = {"kinds": "页眉或页脚", "count": str(len(found)), "said": _said(found)}
    return of_cells(Notice.BESIDE, sheet, [(0, 0)], **words) if found else []


def _said(texts: Iterable[str]) -> str:
    """Quote what several things say, each text once, the first ones of many."""
    quoted = list(dict.fromkeys(f"“{shortened(each)}”" for each in texts if trim(each)))
    more = " 等" if len(quoted) > _QUOTED else ""
    return f"，写着{'；'.join(quoted[:_QUOTED])}{more}" if quoted else ""


@lru_cache(maxsize=64)
def _margin_words(stored: str) -> str:
    said = _CODE.sub("", stored)
    return trim(_BLANK_PAGE.sub("", said)) if trim(_PAGE.sub("", said)) else ""


def notes(beside: Iterable[Beside]) -> list[Beside]:
    """Return the comments in which a person says something, with only that person's words."""
    comments = [each for each in beside if each.kind is BesideKind.COMMENT]
    times = Counter(each.at for each in comments)
    said = (
        each._replace(text=_of_persons(each.text))
        for each in comments
        if times[each.at] == 1 or not _STAND_IN.match(each.text)
    )
    return [each for each in said if each.text]


def _of_persons(text: str) -> str:
    """Return a comment's text without what an annotated copy says; "" where that is all of it."""
    rest: list[str] = []
    at = 0
    for found in _OURS.finditer(text):
        rest += (text[at : found.start()], *_behind(found["mend"] and found["last"]))
        at = found.end()
    return "\n".join(filter(None, map(trim, (*rest, text[at:]))))


def _behind(mend: str | None) -> Iterator[str]:
    """Yield what stands on the line of a mend behind its last sentence."""
    if mend and "。" in mend and not mend.endswith("…"):
        yield mend.rpartition("。")[2]
