"""今年以来: the report is read in the year after, when 今年 is another year."""

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import gathered

_SO_FAR = regex("今年以来")


def _look(case: Case) -> Facts:
    year = case.report.year
    found = [(passage, *match.span()) for passage, match in matches(case, _SO_FAR)]
    if found:
        yield gathered(found, year=f"{year}年" if year else "本年度")


RULE = Rule(
    title="写“今年以来”",
    checks="没有写“今年以来”",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第四十九条：年度报告在次年公布",
    message="“{context}”：报告在次年公布，读者会把“今年”当作公布的那一年，“以来”又像是年没有过完{times}。",
    fix="请把 {where} 中的“今年以来”改为“{year}”。",
    why="“今年以来”多是从年中的总结照搬来的，数字可能也只到年中。",
    bad="今年以来，主动公开政府信息200条。",
    good="2024年，主动公开政府信息200条。",
    look=_look,
)
