"""A date that is none: a year of five digits, a thirteenth month, units left out."""

import re
from calendar import monthrange

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import located
from govxlsx.checking.repeated import QuotedPlace, gathered

_DATE = regex(r"([0-9０-９](?<![\d.．].)\d*) *([年月日])(?:(\d+) *([月日]))?(?:(\d+) *([月日]))?")
_LEAP_YEAR = 2000
_CENTURIES = ("19", "20")
_MEASURES = tuple("均活访")
"""年均, 日均, 日活, 日访: a number before them is a count."""


def _of_year(year: str, rest: tuple[tuple[str, str], ...]) -> str:
    """Return what is wrong with 年 and what follows it, "" where nothing is."""
    units = "".join(unit for _, unit in rest)
    if (len(year) > 4 and year.startswith(_CENTURIES)) or (len(year) == 3 and units[:1] == "月"):
        return "年份不是四位数字"
    if len(year) != 4 or not rest:
        return ""
    if units in ("日日", "月月"):
        return "“月”“日”写错了"
    if units[0] == "日":
        return "缺“月”字" if len(rest[0][0]) >= 4 else ""
    month = int(rest[0][0])
    if not 1 <= month <= 12:
        return f"没有 {month} 月"
    return _of_day(int(year), month, rest[1][0]) if units == "月日" else ""


def _of_day(year: int, month: int, day: str) -> str:
    last = monthrange(year, month)[1] if 1900 <= year <= 2100 else 31
    return "" if 1 <= int(day) <= last else f"{month} 月没有 {int(day)} 日"


def _of_month(month: str, rest: tuple[tuple[str, str], ...]) -> str:
    """Return what is wrong with 月 and what follows it, "" where nothing is."""
    if rest and len(month) >= 4 and month.startswith(_CENTURIES):
        return "“年”写成了“月”，或者缺“年”字"
    if not rest or rest[0][1] != "日" or len(month) > 2:
        return ""
    number = int(month)
    return _of_day(_LEAP_YEAR, number, rest[0][0]) if 1 <= number <= 12 else f"没有 {number} 月"


def _fault(match: re.Match[str]) -> str:
    """Return what is wrong with a date, "" where nothing is."""
    rest = tuple((match[at], match[at + 1]) for at in (3, 5) if match[at])
    number, unit = match[1], match[2]
    if not rest and match.string[match.end() : match.end() + 1] in _MEASURES:
        return ""
    if unit == "年":
        return _of_year(number, rest)
    if unit == "月":
        return _of_month(number, rest)
    return "缺“年”“月”" if len(number) >= 6 and number.startswith(_CENTURIES) else ""


def _look(case: Case) -> Facts:
    found: dict[str, list[QuotedPlace]] = {}
    for match in _DATE.finditer(case.prose):
        fault = _fault(match)
        if fault:
            passage, start = located(case, match.start())
            found.setdefault(fault, []).append((passage, start, start + len(match[0])))
    for fault, stretches in found.items():
        yield gathered(stretches, fault=fault)


RULE = Rule(
    title="日期写坏了",
    checks="日期写得完整",
    severity=Severity.ERROR,
    basis="GB/T 15835-2011《出版物上数字用法》：年份用四位数字，年月日齐全",
    message="“{quote}”不是日期：{fault}{times}。",
    fix="请在 {where} 改成完整、正确的日期。",
    why="多打、漏打一个字符，日期就读不成；印发前应当改掉。",
    bad="统计期限至20200年12月31日；2025111231日。",
    good="统计期限至2020年12月31日。",
    look=_look,
)
