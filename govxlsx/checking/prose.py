"""Looks through the paragraphs of a report: where words occur, what a part says, and where."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from govxlsx.addresses import Place, address, areas_text, position
from govxlsx.checking.case import Case, Passage, once
from govxlsx.checking.fact import Fact
from govxlsx.form.editions.model import Part
from govxlsx.form.layout import LIST_TOP
from govxlsx.patterns import regex
from govxlsx.personal import excerpt
from govxlsx.report.model import NARRATIVES, Notice
from govxlsx.text import label_key

_TEXT_COLUMN = 1
"""正文 stands in the second column of a narrative sheet."""

_TITLE = 40
"""No title of a part is so long."""

_MARGIN = 8
"""So many characters are shown on either side of a short quotation."""
_UNREAD = (
    Notice.TEXT_ERROR,
    Notice.TEXT_UNCALCULATED,
    Notice.TEXT_PICTURE,
    Notice.TEXT_UNCLEAR,
)
"""Where one of these is told of a cell, it is told why nothing could be read there."""
_ASIDE = (
    ("W117", Notice.UNREAD),
    ("W118", Notice.HIDDEN),
    ("W129", Notice.BESIDE),
    ("W130", Notice.COMMENTS),
)


def matches(
    case: Case, pattern: re.Pattern[str], *parts: str
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a pattern occurs; ``parts`` () means: in all of them.

    The prose is scanned once. Begin a pattern with a literal or a set of characters, not with an
    assertion or an optional piece: that is what makes the scan fast.
    """
    for hit in pattern.finditer(case.prose):
        passage, at = located(case, hit.start())
        match = pattern.match(passage.text, at)
        if match is not None and (not parts or passage.part in parts):
            yield passage, match


def anywhere(case: Case, *patterns: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where one of the patterns occurs in all that the report says in words: ``case.texts``.

    All texts are searched at once first. A pattern that begins with a plain character, what stands
    before it looked at afterwards, is found ten times as quickly.
    """
    occurring = [each for each in patterns if each.search(case.wording)]
    for passage in case.texts if occurring else ():
        for pattern in occurring:
            for match in pattern.finditer(passage.text):
                yield passage, match


def located(case: Case, offset: int) -> tuple[Passage, int]:
    """Return the passage in which an offset of the prose lies, and the offset in its text."""
    place = bisect_right(case.starts, offset) - 1
    return case.passages[place], offset - case.starts[place]


def around(text: str, start: int, end: int) -> str:
    """Return a stretch with what stands beside it, so that it is found among many like it."""
    left, right = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
    before, after = "…" if left else "", "…" if right < len(text) else ""
    return f"{before}{excerpt(text, left, right).strip()}{after}"


def sentence(text: str, at: int) -> str:
    """Return the sentence of ``text`` that the offset ``at`` lies in, without its end mark."""
    start = max(text.rfind(mark, 0, at) for mark in "。；！\n") + 1
    ends = (text.find(mark, at) for mark in "。；！\n")
    return text[start : min((end for end in ends if end >= 0), default=len(text))]


def part_text(case: Case, key: str) -> str:
    """Return the text of a narrative part, a paragraph a line, without what is blank."""
    return case.parts.get(key, "")


def untold(case: Case) -> bool:
    """Tell whether the report has figures only: none of its narrative parts has text."""
    return not any(
        each.narrative and part_text(case, each.narrative) for each in case.edition.parts
    )


def part(case: Case, key: str) -> Part:
    """Return the part of the form that holds the narrative ``key``."""
    return next(each for each in case.edition.parts if each.narrative == key)


def place(case: Case, key: str) -> Place | None:
    """Return where a part's text begins, or belongs; None where its sheet could not be read."""
    paragraphs = case.report.narrative.get(key, ())
    if paragraphs and paragraphs[0].at is not None:
        return paragraphs[0].at
    sheet = part(case, key).sheet
    for remark in case.remarks(Notice.SHEET_RENAMED):
        if remark.words.get("official") == sheet:
            sheet = remark.sheet
    headless = (remark.sheet for remark in case.remarks(Notice.LABEL_MISSING))
    if is_doubtful(case, sheet) or sheet in headless:
        return None
    return Place(sheet, address(LIST_TOP, _TEXT_COLUMN))


@once
def unread(case: Case) -> frozenset[Place]:
    """Return the cells of text of which it is told why nothing could be read there."""
    remarks = (each for notice in _UNREAD for each in case.remarks(notice))
    return frozenset(Place(each.sheet, cell) for each in remarks for cell in each.cells)


def is_partly_unread(case: Case, key: str) -> bool:
    """Tell whether V210, V211, V218 or V219 tells that some text of a part was not read."""
    at = place(case, key) if unread(case) else None
    return at is not None and any(each.sheet == at.sheet for each in unread(case))


def left_aside(case: Case, key: str) -> str:
    """Tell what of a part's sheet W117, W118, W129 or W130 tells of, "" where there is nothing."""
    at = place(case, key)
    for code, notice in _ASIDE:
        for each in case.remarks(notice):
            if at is not None and each.sheet == at.sheet and each.cells:
                where = areas_text(map(position, each.cells))
                kind = each.words.get("kinds", "内容")
                return f"（{where} 里的{kind}没有读取，见 {code}）"
    return ""


def is_doubtful(case: Case, sheet: str) -> bool:
    """Tell whether a part's sheet is missing, or there twice (W111, W112): what it says waits."""
    remarks = (*case.remarks(Notice.SHEET_MISSING), *case.remarks(Notice.SHEET_TWICE))
    return any(sheet in each.words["official"].split("\n") for each in remarks)


_TELLING = {
    "problems": regex(
        r"[（(]?[一二三1-3]?[)）、.．]?\s*(?:存在的?)?(?:主要)?(?:问题|不足)"
        r"(?:(?:和|及|与|以及|之处|方面|[。：:]).{0,12})?(?:\n|$)"
    ),
    "other": regex(".*信息处理费"),
}
"""How a paragraph reads that belongs to a part, whatever sheet it stands on."""


def elsewhere(case: Case, key: str) -> str:
    """Tell where a part that is not on its sheet seems to stand: its title, or its words; or "".

    Where a part has headings of its own, two of them tell it.
    """
    own = part(case, key)
    titles = tuple(label_key(title) for title in (own.title, *own.aliases))
    headings = {label_key(each) for each in own.aspects}
    told: list[Passage] = []
    for each in case.passages:
        if each.part == key:
            continue
        short = label_key(each.text[:_TITLE])
        if each.part in NARRATIVES[1:] and short.startswith(titles):
            return f"它的标题在{stands(each)}"
        if key in _TELLING and _TELLING[key].match(each.text):
            told += (each, each)
        elif short in headings:
            told.append(each)
    return f"它的文字像是写在{stands(told[0])}" if len(told) > 1 else ""


def stands(passage: Passage) -> str:
    """Tell where a paragraph stands: “一、总体情况”的 B15."""
    at = passage.paragraph.at
    return f"“{at.sheet}”的 {at.cell}" if at is not None else "别的部分"


def part_fact(case: Case, key: str, **words: str) -> Iterator[Fact]:
    """Yield the fact about a part as a whole, unless another rule says that it was not read.

    W111 and W114 say so of all its text, others of some. The words ``part`` (the official title)
    and ``cell`` are set.
    """
    at = place(case, key)
    if at is not None and not is_partly_unread(case, key):
        yield Fact.placed(at, words={"part": part(case, key).title, **words})
