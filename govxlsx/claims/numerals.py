"""Numbers as Chinese reports write them: 3119, 1,234, １２, 十二, 两, 〇, 一百零五.

Every number that is made from text is made here: what has more digits than a count of anything
can have is no number.
"""

import unicodedata
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from govxlsx.report.figure import Number

DIGITS = r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?(?!,?\d)|\d+(?:\.\d+)?"
NUMERALS = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
"""A number in folded text, in digits; and the characters of Chinese numerals."""

LONGEST = 18
"""So many characters a number may have."""

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_ONES = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SECTIONS = {"万": 10_000, "亿": 100_000_000}


def value(written: str) -> Number | None:
    """Return the value of a number in digits or in Chinese numerals, None where it is none."""
    if not written or len(written) > LONGEST:
        return None
    if written.isdecimal():
        return int(written)
    if not written[0].isdecimal():
        return _of_numerals(written.translate(_FORMAL))
    plain = written.replace(",", "").replace("，", "")
    if not plain.replace(".", "", 1).isdecimal():
        return None
    return Decimal(plain) if "." in plain else int(plain)


def exact(written: str) -> Decimal | None:
    """Return a number in digits of any width as a decimal, None where it is none."""
    found = value(unicodedata.normalize("NFKC", written)) if len(written) <= LONGEST else None
    return None if found is None else Decimal(found)


def whole(written: str) -> int | None:
    """Return a whole number, None where it is none or too long to be a count."""
    found = value(written)
    return found if isinstance(found, int) else None


def _of_numerals(written: str) -> int | None:
    if not all(each in _ONES or each in _UNITS or each in _SECTIONS for each in written):
        return None
    if all(each in _ONES for each in written):
        return int("".join(str(_ONES[each]) for each in written))
    if written[0] in _SECTIONS:
        return None
    total = section = digit = before = 0
    for each in written:
        if each in _ONES:
            digit = _ONES[each]
        elif each in _SECTIONS:
            scale = _SECTIONS[each]
            section += digit
            # 一万亿 counts what is before in 亿; 一亿二千万 goes on behind it.
            total = (total + section) * scale if scale >= before else total + section * scale
            before, section, digit = scale, 0, 0
            if total > 10**LONGEST:
                return None
        else:
            section, digit = section + (digit or 1) * _UNITS[each], 0
    return total + section + digit


def shares(count: int, base: int, decimals: int) -> tuple[Decimal, Decimal] | None:
    """Return what per cent a count is of a base, rounded and cut off; None for a base of 0."""
    if base <= 0:
        return None
    scaled = 100 * count * 10**decimals
    down = scaled // base
    rounded = (2 * scaled + base) // (2 * base)
    unit = Decimal(1).scaleb(-decimals)
    return rounded * unit, down * unit


def rounded(value: Number, step: Decimal) -> tuple[Decimal, Decimal]:
    """Return a value rounded to a step and cut off to it."""
    places = Decimal(value) / step
    near, down = map(places.to_integral_value, (ROUND_HALF_UP, ROUND_DOWN))
    return near * step, down * step
