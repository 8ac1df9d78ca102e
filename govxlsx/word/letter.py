"""An official letter in the letter form (信函格式), on the page and in the styles of the report.

Source: GB/T 9704-2012, 10.1: the issuer's full name in red on top, a red double line below it; the
recipient flush left, the date to the right with four characters to spare (7.3.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govxlsx.word import fonts, page, styles
from govxlsx.word.master import master
from govxlsx.word.measures import balance
from govxlsx.word.ooxml import Xml, element, joined
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, FAST, pack
from govxlsx.word.paragraphs import alignment, paragraph, run
from govxlsx.word.properties import core_of, custom_of

_RED = "FF0000"
_CHARACTER = 320


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. ``office`` signs it, "" where that is left to be filled in by hand."""

    office: str
    title: str
    recipient: str
    paragraphs: tuple[str, ...]
    on: date


def letter(given: Letter) -> bytes:
    """Return a letter as a Word document (.docx); equal letters give equal bytes."""
    sheet = master(draft=False)
    signed = f"{given.on.year}年{given.on.month}月{given.on.day}日"
    body = joined(
        *((_letterhead(given.office), _line()) if given.office else ()),
        _title(given.title),
        _flush(f"{given.recipient}："),
        *(
            paragraph(styles.BODY, run(each, fonts.BODY), *alignment(each))
            for each in given.paragraphs
        ),
        _line(),
        *((_signature(given.office, 2),) if given.office else ()),
        _signature(signed, 4),
    )
    moment = f"{given.on.isoformat()}T00:00:00Z"
    values = (("dc:title", f"{given.title}（{given.recipient}）"), ("dc:creator", given.office))
    parts = (
        (CORE, core_of(values, moment)),
        (CUSTOM, custom_of({"题名": given.title, "主送机关": given.recipient})),
        (DOCUMENT, b"".join((sheet.start, body.encode(), sheet.end))),
    )
    return pack(parts, sheet.package, FAST).whole


def _letterhead(office: str) -> Xml:
    line = element("bottom", val="thickThinSmallGap", sz=24, space=4, color=_RED)
    return paragraph(
        styles.TITLE,
        run(office, fonts.TITLE, element("color", val=_RED)),
        element("pBdr", line),
        *_balanced(office),
    )


def _line() -> Xml:
    return paragraph(styles.BODY, run("", fonts.BODY))


def _title(text: str) -> Xml:
    return paragraph(styles.TITLE, run(text, fonts.TITLE), *_balanced(text))


def _balanced(text: str) -> tuple[Xml, ...]:
    side = balance(text, page.TEXT_WIDTH, styles.TITLE_SIZE * 10)
    return (element("ind", left=side, right=side),) if side else ()


def _flush(text: str) -> Xml:
    return paragraph(
        styles.BODY, run(text, fonts.BODY), element("ind", firstLineChars=0, firstLine=0)
    )


def _signature(text: str, characters: int) -> Xml:
    indent = element("ind", right=characters * _CHARACTER, firstLineChars=0, firstLine=0)
    return paragraph(styles.BODY, run(text, fonts.BODY), indent, element("jc", val="right"))
