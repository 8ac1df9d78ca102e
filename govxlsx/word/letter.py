"""An official letter in the letter form (信函格式), on the page and in the styles of the report.

Source: GB/T 9704-2012, 10.1 (the issuer's name in red 30 mm below the paper's edge, a red double
line 4 mm below it and another one 20 mm above the lower edge, both 170 mm long, the number right
below the first, two lines to the title, no page number on the first page) and 7.3.5.2 (the issuer
centred above the date, which leaves four characters to the right; the seal covers both).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from govxlsx.deflate import FAST
from govxlsx.version import MADE_BY, MAKER
from govxlsx.word import fonts, page, styles, wrapping
from govxlsx.word.master import letter_master
from govxlsx.word.measures import balance
from govxlsx.word.ooxml import Xml, element, joined, on
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, pack
from govxlsx.word.paragraphs import alignment, paragraph, run, runs
from govxlsx.word.properties import core_of, custom

_RED = "FF0000"
_CHARACTER = 320
_HEAD_SIZE = 72
"""Half-points of the issuer's name, 36 pt; a longer name is as large as one line allows."""

_HEAD_GAP = 11
"""Points from the issuer's name to the red line: 4 mm."""

_NUMBER_GAP = _CHARACTER * 7 // 8
"""From the red line to the number: seven eighths of a character."""

_THICK, _THIN = 18, 6
"""Eighths of a point of the two lines of a double line."""

_BETWEEN = 60
"""Twips from one line of a double line to the other."""

_DATE_RIGHT = 4
_SEAL_LINES = 2
"""Lines between the text and the issuer: the seal of 42 mm reaches up to the text's last line."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. ``office`` signs it, "" where that is left to be filled in by hand.

    ``series`` are the characters that the issuer's numbers begin with (发文机关代字), "" where the
    whole number is written in by hand; the number itself is the registry's.
    """

    office: str
    title: str
    recipient: str
    paragraphs: tuple[str, ...]
    on: date
    series: str = ""


def letter(given: Letter) -> bytes:
    """Return a letter as a Word document (.docx); equal letters give equal bytes."""
    foot = tuple(_ruled(Xml(""), thickness, 0, _BETWEEN) for thickness in (_THIN, _THICK))
    sheet = letter_master(tuple(_top(given.office)), foot)
    *before, last = given.paragraphs
    body = joined(
        _aligned_right(f"{given.series}〔{given.on.year}〕　　号", 0),
        _blank(),
        _blank(),
        paragraph(styles.TITLE, run(given.title, fonts.TITLE), *_balanced(given.title)),
        _flush(f"{given.recipient}："),
        *map(_text, before),
        _text(last, on("keepNext")),
        *_signature(given.office, given.on),
    )
    moment = f"{given.on.isoformat()}T00:00:00Z"
    values = (("dc:title", f"{given.title}（{given.recipient}）"), ("dc:creator", given.office))
    parts = (
        (CORE, core_of(values, moment)),
        (CUSTOM, custom({"题名": given.title, "主送机关": given.recipient, MADE_BY: MAKER})),
        (DOCUMENT, b"".join((sheet.start, body.encode(), sheet.end))),
    )
    return pack(parts, sheet.package, FAST).whole


def _text(text: str, *kept: Xml) -> Xml:
    spans = wrapping.spans(text)
    return paragraph(styles.BODY, runs(spans, fonts.BODY), *kept, *alignment(spans))


def _top(office: str) -> Iterator[Xml]:
    """Yield the issuer's name and the double line below it, the thicker one above."""
    fitting = page.twips(page.LETTER_LINE) // (10 * max(1, len(office)))
    size = min(_HEAD_SIZE, fitting)
    name = run(
        office,
        fonts.TITLE,
        element("color", val=_RED),
        element("sz", val=size),
        element("szCs", val=size),
    )
    yield _ruled(name, _THICK, _HEAD_GAP, size * 10)
    yield _ruled(Xml(""), _THIN, 0, _BETWEEN, after=_NUMBER_GAP)


def _ruled(inside: Xml, thickness: int, gap: int, height: int, after: int = 0) -> Xml:
    """Return a paragraph of 170 mm, in the middle of the paper, with a red line below."""
    line = element("bottom", val="single", sz=thickness, space=gap, color=_RED)
    left, right = page.LETTER_INDENTS
    return paragraph(
        styles.BODY,
        inside,
        element("pBdr", line),
        element("snapToGrid", val=0),
        element("spacing", before=0, after=after, line=height, lineRule="exact"),
        element("ind", left=left, right=right, firstLineChars=0, firstLine=0),
        element("jc", val="center"),
    )


def _blank() -> Xml:
    return paragraph(styles.BODY, run("", fonts.BODY))


def _balanced(text: str) -> tuple[Xml, ...]:
    side = balance(text, page.TEXT_WIDTH, styles.TITLE_SIZE * 10)
    return (element("ind", left=side, right=side),) if side else ()


def _flush(text: str) -> Xml:
    return paragraph(
        styles.BODY, run(text, fonts.BODY), element("ind", firstLineChars=0, firstLine=0)
    )


def _signature(office: str, on_day: date) -> Iterator[Xml]:
    """Yield the issuer and the date, with room for the seal, on the page of the last paragraph."""
    day = f"{on_day.year}年{on_day.month}月{on_day.day}日"
    room = element("spacing", before=_SEAL_LINES * page.LINE)
    if not office:
        yield _aligned_right(day, _DATE_RIGHT * _CHARACTER, room)
        return
    half = (_width(day) - _width(office)) / 2
    right = round((_DATE_RIGHT + half) * _CHARACTER)
    # A longer name would stand beyond the type area: then the date is moved in below its middle.
    beyond = max(0, -right)
    yield _aligned_right(office, right + beyond, room, keep=True)
    yield _aligned_right(day, _DATE_RIGHT * _CHARACTER + beyond)


def _width(text: str) -> float:
    """Return how many characters wide a text is.

    Digits are half as wide, and a quarter stands between a digit and a Chinese character.
    """
    gaps = sum(one.isascii() != other.isascii() for one, other in pairwise(text))
    return sum(0.5 if each.isascii() else 1 for each in text) + gaps / 4


def _aligned_right(text: str, right: int, *spacing: Xml, keep: bool = False) -> Xml:
    indent = element("ind", right=right, firstLineChars=0, firstLine=0)
    kept = (on("keepNext"),) if keep else ()
    jc = element("jc", val="right")
    return paragraph(styles.BODY, run(text, fonts.BODY), *kept, *spacing, indent, jc)
