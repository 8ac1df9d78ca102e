"""Number formats: which of them show dates, and what a cell shows where its format says so plainly.

Source: ECMA-376 Part 1, 18.8.30 (numFmt) and 18.8.31 (its language). Words of other programs that
are no codes (``Standard``, ``G/通用格式``) and letters that only stand beside digits (``0日``) make
no date.
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from govxlsx.patterns import regex

GENERAL = "General"

BUILT_IN = {
    **{"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"},
    **{"11": "0.00E+00", "12": "# ?/?", "13": "# ??/??", "14": "yyyy/m/d", "15": "d-mmm-yy"},
    **{"16": "d-mmm", "17": "mmm-yy", "18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm"},
    **{"21": "h:mm:ss", "22": "yyyy/m/d h:mm", "37": "#,##0;-#,##0", "38": "#,##0;-#,##0"},
    **{"39": "#,##0.00;-#,##0.00", "40": "#,##0.00;-#,##0.00", "45": "mm:ss", "46": "[h]:mm:ss"},
    **{"47": "mm:ss.0", "48": "##0.0E+0", "49": "@"},
    **dict.fromkeys(("27", "36", "50", "52", "57"), 'yyyy"年"m"月"'),
    **dict.fromkeys(("28", "29", "51", "53", "54", "58"), 'm"月"d"日"'),
    **{"30": "m-d-yy", "31": 'yyyy"年"m"月"d"日"', "32": 'h"时"mm"分"', "33": 'h"时"mm"分"ss"秒"'},
    **dict.fromkeys(("34", "55"), '上午/下午h"时"mm"分"'),
    **dict.fromkeys(("35", "56"), '上午/下午h"时"mm"分"ss"秒"'),
}
"""The formats that files name by number alone, as Excel and WPS show them in Chinese."""

_LITERAL = regex(r'"([^"]*)"|[\\!](.)|_(.)|\*(.)|\[\$([^\]\-]*)(?:-[^\]]*)?\]|\[([^\]]*)\]')
_ELAPSED = regex(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_HALVES = regex(r"am/pm|a/p|上午/下午", re.IGNORECASE)
_LETTERS = regex("[A-Za-z]+")
_OF_DATES = regex(r"(?:y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,2}|g{1,3}|a{3,4}|b{1,4})+", re.I)
_DATED = regex("[ymdhs]|aaa", re.IGNORECASE)
_NUMERAL = regex("[0#?]")
_SECONDS = regex(r"(s)\.0+", re.IGNORECASE)
_LONGEST = 200
_WIDEST = 11
"""General shows so many characters of a number, its point included, its sign not."""

_PLAIN = regex(r"([#0,?]*[0#])(?:\.(0+))?(%?)")
_DATE_TOKEN = regex(r'"[^"]*"|\\.|[ymdhs]+|[^ymdhs"\\]', re.IGNORECASE)
_DATE_LITERALS = frozenset("年月日时分秒-/.: ")


@lru_cache(maxsize=1024)
def is_date(code: str) -> bool:
    """Tell whether a format shows a number as a date or a time."""
    if len(code) > _LONGEST:
        return False
    first = _sections(code)[0]
    bare = _LITERAL.sub("", _ELAPSED.sub("h", first))
    halved = _HALVES.sub("", bare)
    letters = _LETTERS.findall(halved)
    dated = _DATED.search(halved) is not None and all(map(_OF_DATES.fullmatch, letters))
    return dated and _NUMERAL.search(_SECONDS.sub(r"\1", halved)) is None


def _sections(code: str) -> list[str]:
    """Return the sections of a format: for positive numbers, negative ones, zero, text."""
    kept = _LITERAL.sub(lambda match: match[0].replace(";", "\0"), code)
    return [each.replace("\0", ";") for each in kept.split(";")]


def shows_nothing(code: str) -> bool:
    """Tell whether a format shows nothing, whatever the cell holds: ``;;;``."""
    sections = _sections(code) if len(code) <= _LONGEST else [code]
    bare = [_LITERAL.sub(lambda each: (each[1] or each[2] or "").strip(), one) for one in sections]
    return (len(bare) > 1 or code != "") and not any(each.strip() for each in bare)


def shown_number(text: str, code: str) -> str | None:
    """Return what a cell shows of a stored number; None where its format does not plainly say so.

    Told are General and formats of digits, separators of thousands, decimals and percent with
    plain characters around; scientific notation, fractions, conditions and colours are not.
    """
    try:
        value = Decimal(text)
    except ArithmeticError:
        return None
    if not value.is_finite() or abs(value.adjusted()) > 15 or len(code) > _LONGEST:
        return None
    if code.casefold() in ("general", "standard", "g/通用格式", "@", ""):
        return _general(value)
    sections = _sections(code)
    if len(sections) > 1 and value < 0:
        return _in_digits(-value, sections[1])
    if len(sections) > 2 and value == 0:
        return _in_digits(value, sections[2])
    found = _in_digits(abs(value), sections[0])
    return found if found is None or value >= 0 else f"-{found}"


def _general(value: Decimal) -> str | None:
    if value == value.to_integral_value():
        whole = str(int(value))
        return whole if len(whole.lstrip("-")) <= _WIDEST else None
    value = Decimal(format(float(value), ".15g"))
    before = len(str(int(abs(value))))
    if before >= _WIDEST - 1 or abs(value) < Decimal("1e-4"):
        return None
    rounded = round(value, _WIDEST - 1 - before)
    return format(rounded.normalize(), "f")


def _in_digits(value: Decimal, section: str) -> str | None:
    """Return a number not below 0 in one section's format."""
    shape = _LITERAL.sub(_literal, section)
    if _CONDITION in shape:
        return None
    pointed = _POINTED.search(shape)
    behind = len(pointed[1]) if pointed is not None else 0
    shape = shape.replace(_POINT, "", 1) if behind else shape
    match = _PLAIN.search(shape)
    if match is None:
        return None if _LETTERS.search(shape) else _unmarked(shape).strip()
    before, after = shape[: match.start()], shape[match.end() :]
    if any(_NUMERAL.search(each) or _LETTERS.search(each) for each in (before, after)):
        return None
    digits, decimals, percent = match[1], match[2] or "", match[3]
    if "?" in digits or "%" in before + after or len(decimals) > _PLACES:
        return None
    shorter = after.lstrip(",")  # each comma behind the digits divides by a thousand
    value = value.scaleb((2 if percent else 0) - 3 * (len(after) - len(shorter)))
    after = shorter
    value = Decimal(format(float(value), ".15g")).quantize(
        Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP
    )
    least = digits.replace(",", "").count("0")
    text = format(value, ",f" if "," in digits else "f")
    whole, point, rest = text.partition(".")
    if least > 1 and len(whole.replace(",", "")) < least:
        whole = whole.zfill(least)
    if least == 0 and whole == "0":
        whole = ""
    if behind:
        whole = f"{whole[:-behind]}.{whole[-behind:]}"
    return f"{_unmarked(before)}{whole}{point}{rest}{percent}{_unmarked(after)}".strip()


_PLACES = 10
"""So many decimals are told: with more, a number of 16 digits may be too long to calculate with."""

_CONDITION = "\x01"
_MARKS = {ord(each): chr(0xE000 + ord(each)) for each in map(chr, range(0x21, 0x7F))}
_POINT = _MARKS[ord(".")]
_POINTED = regex(rf"(?<=[0#]){_POINT}(0+)(?!\.)")
"""A point that is only written between digits: ``0\\.0,"万"`` shows 12345 as 1.2万."""

_UNMARKS = {ord(mark): chr(code) for code, mark in _MARKS.items()}
"""Characters of literals stand aside while the codes around them are looked at."""


def _literal(match: re.Match[str]) -> str:
    quoted, escaped, width, _fill, currency, condition = match.groups()
    if condition is not None:
        return _CONDITION
    if width is not None:
        return " "
    return (quoted or escaped or currency or "").translate(_MARKS)


def _unmarked(text: str) -> str:
    return text.translate(_UNMARKS)


def shown_date(text: str, code: str, *, from_1904: bool) -> str | None:
    """Return what a cell shows of a stored date or time; None where that is not plain to say.

    ``text`` is a serial number or, in cells of type d, a date by ISO 8601. Years, months, days,
    hours, minutes and seconds in digits are told, names of months and days are not.
    """
    moment = _moment(text, from_1904=from_1904)
    if moment is None or len(code) > _LONGEST:
        return None
    code = code if is_date(code) else "yyyy/m/d"
    first = re.sub(r"\[\$-[^\]]*\]", "", _sections(code)[0])
    if _ELAPSED.search(first) or _HALVES.search(first):
        return None
    pieces = _DATE_TOKEN.findall(first)
    codes = [at for at, each in enumerate(pieces) if each[0].lower() in "ymdhs"]
    told: list[str] = []
    for at, piece in enumerate(pieces):
        if at in codes:
            near = [pieces[each][0].lower() for each in codes]
            place = codes.index(at)
            minute = "h" in near[max(0, place - 1) : place] or "s" in near[place + 1 : place + 2]
            part = _dated(moment, piece.lower(), minute=minute)
            if part is None:
                return None
            told.append(part)
        elif piece[0] in '"\\':
            told.append(piece[1:].rstrip('"') if piece[0] == '"' else piece[1:])
        elif piece in _DATE_LITERALS:
            told.append(piece)
        else:
            return None
    return "".join(told).strip()


def _dated(moment: datetime, code: str, *, minute: bool) -> str | None:
    long = len(code) > 1
    if len(code) > 2:
        return f"{moment.year}" if code in ("yyy", "yyyy") else None
    value = {
        "y": moment.year % 100,
        "m": moment.minute if minute else moment.month,
        "d": moment.day,
        "h": moment.hour,
        "s": moment.second,
    }[code[0]]
    return f"{value:02d}" if long or code[0] == "y" else str(value)


def _moment(text: str, *, from_1904: bool) -> datetime | None:
    try:
        serial = float(text)
    except ValueError:
        try:
            return datetime.fromisoformat(text.rstrip("Z"))
        except ValueError:
            return None
    if not 0 <= serial < 2_958_466:
        return None
    if from_1904:
        first = datetime(1904, 1, 1)
    elif serial >= 61:
        first = datetime(1899, 12, 30)  # Excel counts 29 February 1900, which never was
    else:
        return None
    return first + timedelta(seconds=round(serial * 86_400))
