"""Numbers with their units, and years, where they begin in a folded text."""

import re

from govxlsx.claims import numerals, units
from govxlsx.claims.model import Kind, Token
from govxlsx.patterns import regex

COUNTED = frozenset((*units.CASES, "次", ""))
"""Units of what the form counts; "" where a number stands alone. 接受申请9次 is met."""

TOLD = COUNTED.union(units.MONEY, ("部",))
"""Units of numbers that may be claims."""

NUMERALS = frozenset(f"0123456789{numerals.NUMERALS}")
"""With these begins a number."""

_ORDINAL = ("第", "之", "-", "~")
_UP_TO = ("至", "到")
"""What goes before a number of an order, and between the ends of a range."""


_BOUND = {
    "个": "(?![百工月部方栏机单乡镇街县区市省专类板主环科村平])",
    "万": "(?![余多人次条件])",
    "案": "(?=[,;。(、]|$)",
    "起": "(?![草步点])",
    "部": "(?![门分])",
    "名": "(?!义)",
    "人": "(?![民大])",
    "处": "(?![罚理])",
    "成": "(?=[,;。、()])",
}
"""Units that are units only where no other word begins with them."""

_UNITS = "|".join(
    (
        *(re.escape(each) for each in units.LONGEST_FIRST if each not in _BOUND),
        *(rf"{re.escape(unit)}{behind}" for unit, behind in _BOUND.items()),
    )
)
_NUMBER = regex(
    rf"(?P<number>{numerals.DIGITS}|[{numerals.NUMERALS}]{{1,40}}(?:(?<=[十百千])有[一二三四五六七八九]+)?)"
    rf"(?P<rough>[余多几来])?(?P<unit>{_UNITS})?(?P<more>[余多]|以[上下内])?"
)
_CENTURIES = ("1", "2", "二")
"""With these begins a year."""

_YEAR = regex("((?:19|20)[0-9]{2}|二〇[〇一二三四五六七八九]{2})年度?[初底末]?")
_ALONE = regex(r"发生|记录|[,;。:、()|转\n]|$")


def quantity(text: str, at: int) -> Token | None:
    """Return the year or the number that begins at a place, None where it is neither."""
    year = _YEAR.match(text, at) if text[at] in _CENTURIES else None
    if year is not None:
        return Token(Kind.YEAR, at, year.end(), value=numerals.value(year[1]) or 0)
    found = _NUMBER.match(text, at)
    if found is None:
        return None
    number, rough, unit, more = found.groups("")
    digits = text[at].isdecimal() and text[at].isascii()
    alone = not unit and not _ALONE.match(text, found.end())
    told = number == "零" or "有" in number  # 三十有二
    if not digits and not unit and not rough and (not told or alone):
        return None
    value = numerals.value(number.replace("有", ""))
    if value is None:
        return Token(Kind.FIGURE, at, found.end(), unit=unit) if digits or unit else None
    ordinal = _is_ordinal(text, at, unit)
    exact = not (rough or more or ordinal)
    if not unit and text[found.end() : found.end() + 1] == "、" and _opens(text, at):
        return Token(Kind.FIGURE, at, found.end() + 1)
    usable = exact and not alone and unit in TOLD
    kind = Kind.QUANTITY if usable else Kind.FIGURE
    return Token(kind, at, found.end(), value=value if usable else 0, unit=unit)


def _opens(text: str, at: int) -> bool:
    """Tell whether a number begins a sentence, as that of a point does: 3、不予公开."""
    return not at or text[at - 1] in "。!?;\n"


def _is_ordinal(text: str, at: int, unit: str) -> bool:
    """Tell whether a number is one of an order or of a range: 第3条, 3至5件; not 收到1条."""
    last = text[at - 1 : at]
    if last in _UP_TO:
        return text[at - 2 : at - 1] in NUMERALS
    return last in _ORDINAL and (unit not in ("件", "份") or last == "第")
