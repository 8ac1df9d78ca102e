"""The document that prescribes the form is cited by a number, a title or an issuer not its own."""

import re
from collections.abc import Iterator
from functools import cache

from govxlsx.checking import Case, Facts, Passage, Rule, Severity, regex
from govxlsx.checking.prose import matches
from govxlsx.checking.repeated import QuotedPlace, gathered
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Basis

_NUMBER = regex(r"(\w+)〔(\d{4})〕(\d+)号")
_WRITTEN = r"[^\w\s]? *{year} *年?[^\w\s]? *(?:第 *)?{number} *号"
_LIKE = (
    r"[国过][\u4e00-\u9fff]{{0,3}}公开[\u4e00-\u9fff]{{0,3}} *{written}"
    r"|国办[发函] *{written}(?=[^。；，,]{{0,8}}(?:编制|格式|年度报告))"
)
"""国办公开函 and its like: an office's code with 公开 in it can only mean this one.

Another document of the State Council's office may have its number; not one by which a report is
made.
"""

_OTHER_YEAR = r"{office} *[^\w\s]? *(?!{year})20\d\d *年?[^\w\s]? *(?:第 *)?{number} *号"
"""The document's office and number with another year: 国办公开办函〔2022〕30号."""

_AFTER_TITLE = r"{called}(?:[〉>]? *的通知)?[》”] *[（(]? *[\u4e00-\u9fff]{{1,8}} *{written}"
_BEFORE_TITLE = r"国[\u4e00-\u9fff]{{0,7}} *{written}[）)]? *[《“][^》”]{{0,20}}{called}"
_OFFICE = "政府信息与政务公开办公室"
_ISSUER = regex("国务院办公厅([\u4e00-\u9fff]{1,12}?公开办公室)")
_OF_THE_OFFICE_ABOVE = regex(
    r"国务院办公厅关于印发 *[<〈《]?(?:中华人民共和国)?政府信息公开工作年度报告格式",
    needs=("国务院办公厅关于",),
)
"""The format is issued by an office within the one that is named."""

_EARLIER = frozenset({_OFFICE, "政府信息公开办公室", "政务公开办公室"})
"""What the office was called in other years is no slip."""


@cache
def _patterns(basis: Basis) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a citation beside the title, of the number's end, of what is like it."""
    match = _NUMBER.fullmatch(basis.number)
    assert match is not None, basis.number
    office, year, number = match.groups()
    written = _WRITTEN.format(year=year, number=number)
    like = _LIKE.format(written=written)
    like += "|" + _OTHER_YEAR.format(office=office, year=year, number=number)
    called, any_number = basis.called.removeprefix("关于"), r"\W? *\d{4}\D{0,4}\d+ *号"
    beside = "|".join(
        each.format(called=re.escape(called), written=any_number)
        for each in (_AFTER_TITLE, _BEFORE_TITLE)
    )
    return regex(beside, needs=(called,)), regex(f"{number} *号"), regex(like)


def _is_right(basis: Basis, written: str) -> bool:
    """Tell whether a citation ends with the document's own number, however it is bracketed."""
    digits = re.findall(r"\d+", basis.number)
    office = basis.number.partition("〔")[0]
    return office in written and re.findall(r"\d+", written)[-2:] == digits


def _cited(case: Case, basis: Basis) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a document is cited, by its own number or another one."""
    beside, number, like = _patterns(basis)
    yield from matches(case, beside)
    for passage in dict.fromkeys(each for each, _ in matches(case, number)):
        for match in like.finditer(passage.text):
            yield passage, match


def _numbered(case: Case) -> Iterator[tuple[Basis, QuotedPlace]]:
    """Yield where a document is cited by a number that is not its own."""
    told: set[tuple[str, int]] = set()
    for basis in (each.basis for each in editions()):
        for passage, match in _cited(case, basis):
            key = f"{passage.part} {passage.text}", match.end()
            if not _is_right(basis, match[0]) and key not in told:
                told.add(key)
                yield basis, (passage, *match.span())


def _look(case: Case) -> Facts:
    found: dict[str, list[QuotedPlace]] = {}
    for basis, stretch in _numbered(case):
        found.setdefault(f"{basis.title}（{basis.number}）", []).append(stretch)
    for passage, match in matches(case, _ISSUER):
        if match[1] not in _EARLIER:
            found.setdefault(f"国务院办公厅{_OFFICE}", []).append((passage, *match.span()))
    for passage, match in matches(case, _OF_THE_OFFICE_ABOVE):
        issuer = f"国务院办公厅{_OFFICE}"
        found.setdefault(issuer, []).append(
            (passage, match.start(), match.start() + len("国务院办公厅"))
        )
    for right, stretches in found.items():
        yield gathered(stretches, right=right)


RULE = Rule(
    title="依据文件的名称、文号或发文机关写错",
    checks="依据文件的名称、文号、发文机关写得对",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：国务院办公厅政府信息与政务公开办公室印发",
    message="“{quote}”的名称、文号或发文机关对不上，应当是“{right}”{times}。",
    fix="请在 {where} 改为“{right}”；引用的确是另一个文件的，在“情况说明”中写明是哪一个。",
    why="依据文件写错一个字，公众就查不到。两个文件的名称和文号最容易混在一起：60号是 2019 年的通知，30号是 2021 年的格式。",
    bad="根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）；国办公开函〔2021〕30号。",
    good="根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。",
    look=_look,
)
