"""Narrative as paragraphs with heading levels (contract: The workbook)."""

from itertools import zip_longest

from govxlsx.addresses import Place
from govxlsx.patterns import regex
from govxlsx.report.figure import Paragraph
from govxlsx.text import label_key, trim

BODY, SECOND, THIRD = 0, 2, 3

LEVELS = {"正文": BODY, "二级标题": SECOND, "三级标题": THIRD}
"""What the column 层级 offers. Blank: the level is derived from the numbering in the text."""

_HEADING_LIMIT = 40
"""A text of so many characters is none of the template's headings."""

_SECOND = regex(r"[（(][一二三四五六七八九十]+[）)]")
_THIRD = regex(r"[0-9０-９]{1,2}[.．、](?![0-9０-９])")
_LINE_BREAK = regex(r"\r\n|\r|\n|\u2028|\u2029|\v")
_SENTENCE_END = regex("[。！？!?；;]")
_SENTENCE = regex("[^。！？!?；;]*[。！？!?；;]+")


def derive_level(text: str) -> int:
    """Tell a paragraph's level by its numbering: （一） second, 1. third, else body."""
    if _SECOND.match(text):
        return SECOND
    return THIRD if _THIRD.match(text) else BODY


def paragraph(text: str, level: int | None = None, at: Place | None = None) -> Paragraph:
    """Make a paragraph; in "（一）标题。正文" only the first sentence is the heading.

    A numbered sentence alone is text: a heading on a line of its own ends without a stop
    (GB/T 9704-2012). It keeps its level, which ends the text of the heading before it.
    """
    known = derive_level(text) if level is None else level
    if known == BODY or (level is None and _SENTENCE.fullmatch(text)):
        return Paragraph(text, known, 0, at)
    end = _SENTENCE_END.search(text)
    return Paragraph(text, known, end.end() if end else len(text), at)


def paragraphs(text: str, level: int | None = None, at: Place | None = None) -> list[Paragraph]:
    """Split a cell's text at its line breaks and drop lines of white space."""
    lines = (text,) if text.isprintable() else _LINE_BREAK.split(text)
    return [paragraph(line, level, at) for line in map(trim, lines) if line]


def drop_bare_headings(given: list[Paragraph], headings: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Leave out the template's own headings that have no text below them.

    A heading counts as having text when a paragraph follows before the next heading of its level.
    """
    own = {label_key(heading) for heading in headings}
    return tuple(
        each
        for each, following in zip_longest(given, given[1:])
        if len(each.text) >= _HEADING_LIMIT
        or (following is not None and following.level != each.level)
        or label_key(each.text) not in own
    )
