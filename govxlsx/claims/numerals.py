"""Numbers as Chinese reports write them: 3119, 1,234, １２, 十二, 两, 〇, 一百零五."""

from __future__ import annotations

from decimal import Decimal

from govxlsx.report.figure import Number

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMERALS = r"[〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+"
"""A number in folded text, in digits or in Chinese numerals."""

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def value(written: str) -> Number:
    """Return the value of a number written in digits or in Chinese numerals."""
    if written[0].isascii():
        plain = written.replace(",", "")
        return Decimal(plain) if "." in plain else int(plain)
    written = written.translate(_FORMAL)
    if not any(each in written for each in "十百千万"):
        return int("".join(str(_DIGITS[each]) for each in written))
    total = section = digit = 0
    for each in written:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each == "万":
            total, section, digit = (total + section + digit) * 10_000, 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[each], 0
    return total + section + digit
