"""What stands in a cell, told apart once for figures and for text.

Blank, a mark for nothing, text, number, date, boolean, error value, a formula without result, a
picture or what stands in its place: nothing else can stand in a cell.
"""

import re
from enum import StrEnum
from functools import lru_cache

from govxlsx.patterns import regex
from govxlsx.report import placeholders
from govxlsx.text import trim
from govxlsx.workbook import Cell, CellKind


class ContentKind(StrEnum):
    """The kinds of content."""

    BLANK = "blank"
    MARK = "mark"  # a dash, 无, N/A: stands for blank in a figure, for itself in a text
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF!, #DIV/0!, as an error or as text
    UNCALCULATED = "uncalculated"  # a formula without a stored result, or typed as text
    PICTURE = "picture"  # in the cell, or a program's word that something is not there yet


_OF_KIND = {
    CellKind.NUMBER: ContentKind.NUMBER,
    CellKind.DATE: ContentKind.DATE,
    CellKind.BOOLEAN: ContentKind.BOOLEAN,
    CellKind.ERROR: ContentKind.ERROR,
    CellKind.UNCALCULATED: ContentKind.UNCALCULATED,
}
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x2212: "-"}
_MARKS = frozenset(
    ("-", "--", "—", "——", "–", "─", "―", "~", "/", "//", "\\", "*", "…", "……", "空")
) | frozenset(
    (
        *("无", "无。", "n/a", "na", "n.a.", "nan", "null", "none", "nil", "零", "〇"),
        *("没有", "没有发生", "未发生", "暂无", "不涉及", "未涉及", "不适用"),
    )
)
_PICTURE = regex(
    r"=?(?:_xlfn\.)?(?:_xlws\.)?(?:DISPIMG|IMAGE)\(.*\)"
    r"|#(?:BUSY!|GETTING_DATA)|\((?:图片|插图|图略)\)|(?:loading|正在加载|加载中)(?:\.{1,6}|…{1,2}|。{1,3})?",
    re.IGNORECASE | re.DOTALL,
)
_FORMULA = regex(
    r"=\s*(?:\(|\"|[+-]?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?!\w)|[A-Z_][\w.]*\(|'?[^\s=!']{1,60}'?!\$?[A-Z]).*",
    re.IGNORECASE | re.DOTALL,
)
"""A formula that stands there as text: it was typed where the format is 文本, and shows itself."""

_BEGINNINGS = {each[0] for each in _MARKS} | {*"#e=_dli正加([【「!\ufffc", "\u0131", "i\u0307"}
"""How a mark, an error value or what stands for a picture begins, folded."""

_LONGEST, _SHORT = 400, 40
"""A mark or an error value is short; what stands for a picture may be longer, but ends with ")"."""


def folded(text: str) -> str:
    """Return a text with half-width digits, signs and letters, without space around it."""
    return trim(trim(text).translate(_WIDE))


def content(cell: Cell | None) -> ContentKind:
    """Tell what stands in a cell."""
    if cell is None:
        return ContentKind.BLANK
    known = _OF_KIND.get(cell.kind)
    shown = known is ContentKind.ERROR and _PICTURE.fullmatch(cell.text.strip())
    return of_text(cell.text) if known is None or shown else known


def of_text(text: str) -> ContentKind:
    """Tell what a cell of text holds."""
    bare = trim(text)
    if len(text) > _LONGEST or (len(bare) > _SHORT and not (bare[0] == "=" or bare[-1] in ")）")):
        return ContentKind.TEXT
    return _of_short(bare)


@lru_cache(maxsize=1024)
def _of_short(bare: str) -> ContentKind:
    short = folded(bare)
    if not short:
        return ContentKind.BLANK
    if short[0].casefold() not in _BEGINNINGS:
        return ContentKind.TEXT
    if short.casefold() in _MARKS:
        return ContentKind.MARK
    if placeholders.ERROR.fullmatch(short):
        return ContentKind.ERROR
    if _PICTURE.fullmatch(short) or placeholders.PICTURE.fullmatch(short):
        return ContentKind.PICTURE
    return ContentKind.UNCALCULATED if _FORMULA.fullmatch(short) else ContentKind.TEXT
