"""The document that prescribed an earlier edition of the form is cited, the one in force is not."""

import re
from functools import cache

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import matches
from govxlsx.form.editions.model import Basis, Edition

_NUMBER = regex(r"(\w+)〔(\d{4})〕(\d+)号")
_CITED = r"{office} *[^\w\s]? *{year} *年?[^\w\s]? *(?:第 *)?{number} *号|{called}"


@cache
def _citing(basis: Basis) -> re.Pattern[str]:
    """Return the pattern of what cites a document; 函 is often mistyped."""
    match = _NUMBER.fullmatch(basis.number)
    assert match is not None, basis.number
    office, year, number = match.groups()
    office = office.replace("函", "[函涵]")
    cited = _CITED.format(office=office, year=year, number=number, called=re.escape(basis.called))
    return regex(cited, needs=(year, basis.called))


def _years(edition: Edition) -> str:
    """Return the report years of an edition that is no longer in force."""
    years = range(edition.first_year, (edition.last_year or edition.first_year) + 1)
    return "、".join(map(str, years)) if len(years) < 3 else f"{years[0]} 至 {years[-1]}"


def _look(case: Case) -> Facts:
    edition, cited = case.edition, set[str]()
    words = {
        "first": str(edition.first_year),
        "title": edition.basis.title,
        "number": edition.basis.number,
    }
    for old in edition.supersedes:
        for passage, match in matches(case, _citing(old.basis)):
            if _citing(edition.basis).search(case.prose):
                return
            key = f"{passage.part} {passage.text}"
            if key not in cited:
                cited.add(key)
                start, end = match.span()
                yield passage.fact(start, end, years=_years(old), **words)


RULE = Rule(
    title="引用的是旧格式文件",
    checks="没有引用旧格式文件",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》",
    message="“{quote}”是 {years} 年度报告的依据；{first} 年度起，格式依据是{number}。",
    fix="请把 {cell} 中的依据改为{title}（{number}）。",
    why="两个文件所附的表不同。只引旧文件，多半是开头段落沿用了前几年的。同时引用两个文件的，不提示。",
    bad="根据国办公开办函〔2019〕60号要求，编制 2023 年年度报告。",
    good="根据国办公开办函〔2021〕30号要求，编制 2023 年年度报告。",
    look=_look,
    needs=("superseded",),
)
