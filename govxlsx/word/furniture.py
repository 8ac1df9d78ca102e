"""What stands in the margins: the page number, and the mark of a draft."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.word import fonts, page, styles
from govxlsx.word.ooxml import Element, element
from govxlsx.word.paragraphs import paragraph, run

DRAFT = "草　稿"


def _field(kind: str) -> Element:
    made = run("", fonts.NUMBER)
    made.append(element("fldChar", fldCharType=kind))
    return made


def _number() -> Iterator[Element]:
    yield run("— ", fonts.NUMBER)
    yield _field("begin")
    instruction = run("", fonts.NUMBER)
    name = element("instrText")
    name.text = "PAGE"
    instruction.append(name)
    yield instruction
    yield _field("separate")
    yield run("1", fonts.NUMBER)
    yield _field("end")
    yield run(" —", fonts.NUMBER)


def page_number(odd: bool) -> Element:
    """Return the page number "— 1 —": one character in from the right, on even pages the left."""
    side = "right" if odd else "left"
    indent = element("ind", **{side: page.NUMBER_INDENT})
    return paragraph(styles.FOOTER, _number(), indent, element("jc", val=side))


def draft_mark() -> Element:
    """Return the mark that every page of a draft carries in its top margin."""
    return paragraph(styles.HEADER, (run(DRAFT, fonts.FIRST),))
