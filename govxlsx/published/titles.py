"""Whose report it is and of which year: its title, told from titles in lists and links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govxlsx.patterns import regex
from govxlsx.published.content import SourceItem, Text
from govxlsx.report.identity import agency_key
from govxlsx.text import trim

_SUBJECT = r"(?:政府信息(?:与政务)?|政务(?:信息)?|信息)公开(?:工作)?"
_REPORT = rf"{_SUBJECT}(?:年度)?(?:工作)?报告"
_YEAR = r"[（(]?(?P<year>(?:19|20)\d\d)\s*年?度?[）)]?"
_FORMS = (
    regex(rf"^{_YEAR}(?P<name>.{{0,80}}?){_REPORT}"),
    regex(rf"(?P<name>.{{2,80}}?){_YEAR}{_REPORT}"),
    regex(rf"(?P<name>.{{2,80}}?){_SUBJECT}{_YEAR}(?:年度)?(?:工作)?报告"),
    regex(rf"(?P<name>.{{2,80}}?){_REPORT}[（(](?P<year>(?:19|20)\d\d)年度?[）)]"),
)
_LONGEST = 110
_LINE = 60
"""A paragraph of more characters is one of the opening."""

_MOST_LINES = 3
"""A title stands on so many lines at most."""

_BEFORE = regex(r"^(?:[【\[][^】\]]{1,8}[】\]]|附件\d*[：:])")
_SENTENCE = regex(
    r"[，。；：,;:《》>›»]|"
    r"(?:^|将|布|制|为)(?:我|本)(?:局|委|办|厅|院|校|中心|机关|单位|部门|省|市|州|县|区|旗|镇|乡|街道)$"
)
"""What stands before the year in a sentence of the opening or a line of links, and in no title."""

_GOES_ON = regex("[，。；：,;:]|如下")
"""What follows in a sentence that mentions the report."""

_BODY = regex(
    r".{2,78}?(政府|局|委|会|办|室|厅|院|处|所|站|队|中心|街道|镇|乡|公司|大学|学校|银行|署|部|馆|社|区|县|市|省|旗|关|司|院|联|团|校|集团|厂)(（.{2,40}）)?$"
)
_WRITTEN_YEAR = regex("[二２][〇○零０][〇○零一二三四五六七八九０-９]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")


@dataclass(frozen=True, slots=True)
class Title:
    """Whose report and of which year, "" and None where that is not told.

    ``ends`` is the place of the first item below the title.
    """

    name: str = ""
    year: int | None = None
    ends: int = 0
    linked: bool = False


def find(items: Sequence[SourceItem], called: str, known: str | None) -> Title:
    """Return the title above a report; ``called`` is what the source calls itself.

    Of several, the one that the source bears counts, then one that is no link, then the one whose
    name and year the opening has, then the last.
    ``known`` is the name of the agency where the source is of our own making: a line that says
    just that is its name, however odd, and the first counts.
    """
    own = of_title(re.split(r"[-_|—]", called)[0]) or ("", None)
    found = list(_titles(items, known))
    if not found:
        return Title(*own)
    if known is not None:
        return found[0]
    said = "".join(each.text for each in items if isinstance(each, Text) and len(each.text) > _LINE)
    title = max(found, key=lambda each: (*_weight(each, own, said), each.ends))
    if not title.name and title.year == own[1]:
        return Title(own[0], title.year, title.ends)
    return title


def _weight(title: Title, own: tuple[str, int | None], said: str) -> tuple[bool, bool, int]:
    mentioned = (bool(title.name) and title.name in said) + (f"{title.year}年" in said)
    return (title.name, title.year) == own, not title.linked, mentioned


def _titles(items: Sequence[SourceItem], known: str | None) -> Iterator[Title]:
    for at, first in enumerate(items):
        lines: list[Text] = []
        for each in items[at : at + _MOST_LINES]:
            if not isinstance(each, Text) or (lines and of_title(each.text, known)):
                break
            lines.append(each)
            found = of_title("".join(line.text for line in lines), known)
            if found is not None:
                name, year = found
                if len(lines) == 1 or _BODY.fullmatch(name):
                    linked = isinstance(first, Text) and first.linked
                    name = name or _line_above(items[:at], known)
                    yield Title(name, year, at + len(lines), linked)
                break


def of_title(text: str, known: str | None = None) -> tuple[str, int | None] | None:
    """Return the agency and the year of a title; None where the text is no report's title.

    The name ``known`` may be as odd as it likes.
    """
    if len(text) > _LONGEST:
        return None
    bare = re.sub(r"\s+", "", text).strip("《》")
    bare = _WRITTEN_YEAR.sub(lambda year: year[0].translate(_DIGITS), _BEFORE.sub("", bare))
    for form in _FORMS:
        match = form.match(bare)
        if match is not None:
            name = match["name"].removeprefix("关于")
            if known and agency_key(name) == agency_key(known):
                return known, int(match["year"])
            name = name.removesuffix("的").removesuffix("关于")
            if _SENTENCE.search(name) is None and _GOES_ON.search(bare, match.end()) is None:
                return name, int(match["year"])
    return None


def _line_above(items: Sequence[SourceItem], known: str | None) -> str:
    if items and isinstance(items[-1], Text):
        bare = re.sub(r"\s+", "", trim(items[-1].text))
        if known and agency_key(bare) == agency_key(known):
            return known
        return bare if _BODY.fullmatch(bare) else ""
    return ""
