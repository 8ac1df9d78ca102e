"""What stands in the margins: the page number, and the mark of a draft."""

from collections.abc import Iterator

from govxlsx.word import fonts, page, styles
from govxlsx.word.ooxml import Xml, element, escaped, joined
from govxlsx.word.paragraphs import paragraph, run, run_of

DRAFT = "草稿"

_APART = element("spacing", val=240)
"""A gap of three quarters of a character: the two of them are read from afar."""


def _field(kind: str) -> Xml:
    return run_of(element("fldChar", fldCharType=kind), fonts.NUMBER)


def _number() -> Iterator[Xml]:
    yield run("— ", fonts.NUMBER)
    yield _field("begin")
    yield run_of(element("instrText", escaped("PAGE")), fonts.NUMBER)
    yield _field("separate")
    yield run("1", fonts.NUMBER)
    yield _field("end")
    yield run(" —", fonts.NUMBER)


def page_number(odd: bool, raised: int = 0) -> Xml:
    """Return the page number "— 1 —": one character in from the right, on even pages the left.

    ``raised``: how far it stands above the footer's end.
    """
    side = "right" if odd else "left"
    indent = element("ind", **{side: page.NUMBER_INDENT})
    above = (element("spacing", after=raised),) if raised else ()
    return paragraph(styles.FOOTER, joined(*_number()), *above, indent, element("jc", val=side))


def draft_mark() -> Xml:
    """Return the mark that every page of a draft carries in its top margin."""
    return paragraph(styles.HEADER, run(DRAFT, fonts.FIRST, _APART))
