"""The master document of an edition, made once per process: the one door to python-docx.

It holds everything that all reports of the edition share: page, styles, page numbers, the six
titles, the three tables with empty figure cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from govxlsx.editions import edition_by_id
from govxlsx.editions.model import Edition
from govxlsx.grid import grid
from govxlsx.word import fonts, furniture, page, styles, tables
from govxlsx.word.measures import measure
from govxlsx.word.ooxml import Element, element, on, tag
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, pack
from govxlsx.word.paragraphs import paragraph, run
from govxlsx.word.settings import settings

_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
}
_FULL = 0.8
"""A table that takes this share of the page starts on a new one."""

_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure's place: which of the document's runs it is, empty so far, and its room in twips."""

    field: str
    run: int
    room: int


@dataclass(frozen=True, slots=True)
class Master:
    """A master document. ``root`` is copied, never changed.

    ``titles`` are the places of the six titles among the body's children, and then of what follows
    the last part. ``package`` is a zip of all parts that no report changes.
    """

    root: Element
    slots: tuple[Slot, ...]
    titles: tuple[int, ...]
    package: bytes


def _trim(relationships: Relationships) -> None:
    """Drop what python-docx's own template brings along: theme, thumbnail, numbering and more."""
    for key in [key for key, each in relationships.items() if each.reltype not in _KEPT]:
        del relationships[key]


def _replace(container: Element, *content: Element) -> None:
    for child in list(container):
        container.remove(child)
    container.extend(content)


def _set_up(document: Document) -> None:
    """Replace styles and settings, and add the parts that python-docx knows nothing of."""
    package = document.part.package
    _trim(package.rels)
    _trim(document.part.rels)
    _replace(document.styles.element, *styles.styles())
    _replace(document.settings.element, *settings())
    document.settings.odd_and_even_pages_header_footer = True
    table = etree.tostring(fonts.font_table(), xml_declaration=True, encoding="UTF-8")
    font_part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, table, package)
    document.part.relate_to(font_part, RELATIONSHIP_TYPE.FONT_TABLE)
    custom_part = Part(PackURI(f"/{CUSTOM}"), _CUSTOM_PROPERTIES, b"", package)
    package.relate_to(custom_part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _set_page(section: Section, *, draft: bool) -> None:
    """Set up the page, its numbers and the mark of a draft."""
    section.page_width, section.page_height = Twips(page.WIDTH), Twips(page.HEIGHT)
    section.top_margin, section.bottom_margin = Twips(page.TOP), Twips(page.BOTTOM)
    section.left_margin, section.right_margin = Twips(page.LEFT), Twips(page.RIGHT)
    section.header_distance, section.footer_distance = Twips(page.HEADER), Twips(page.FOOTER)
    section.gutter = Twips(0)
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        footer.is_linked_to_previous = False
        _replace(footer._element, furniture.page_number(odd))
    if draft:
        for header in (section.header, section.even_page_header):
            header.is_linked_to_previous = False
            _replace(header._element, furniture.draft_mark())
    properties = section._sectPr
    for old in properties.findall(tag("docGrid")):
        properties.remove(old)
    properties.append(page.document_grid())


def _title(text: str, *properties: Element) -> Element:
    return paragraph(styles.HEADINGS[1], (run(text, fonts.FIRST),), *properties)


def _title_of_table(text: str, height: int) -> Element:
    """Return the title of a table part; a table that fills a page starts on a new one."""
    gap = element("spacing", before=0, after=styles.TITLE_GAP, line=page.LINE, lineRule="exact")
    full = height > _FULL * page.TEXT_HEIGHT
    return _title(text, *((on("pageBreakBefore"),) if full else ()), gap)


def _parts(edition: Edition, body: Element) -> list[tuple[str, int]]:
    """Put titles and tables before the body's last child; return the figures with their room."""
    end = body[-1]
    figures: list[tuple[str, int]] = []
    for part in edition.parts:
        if not part.table:
            end.addprevious(_title(part.title))
            continue
        measured = measure(part.table, grid(edition, part.table))
        end.addprevious(_title_of_table(part.title, sum(measured.heights)))
        end.addprevious(tables.draw(measured, part.title))
        boxes = [box for box in measured.grid.boxes if box.field]
        boxes.sort(key=lambda box: (box.row, box.column))
        figures += [(box.field, measured.room(box)) for box in boxes]
    return figures


def _fixed_parts(document: Document) -> tuple[bytes, bytes]:
    """Return the main part, and a zip of the parts that no report changes."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        fixed = [name for name in package.namelist() if name not in (DOCUMENT, CORE, CUSTOM)]
        return package.read(DOCUMENT), pack((name, package.read(name)) for name in fixed)


@cache
def master(edition_id: str, draft: bool) -> Master:
    """Return the master document of an edition, with or without the mark of a draft."""
    document = docx.Document()
    _set_up(document)
    _set_page(document.sections[0], draft=draft)
    figures = _parts(edition_by_id(edition_id), document.element.body)
    main, package = _fixed_parts(document)
    root = etree.fromstring(main)
    empty = [place for place, each in enumerate(root.iter(tag("r"))) if not each[1].text]
    slots = [Slot(field, place, room) for (field, room), place in zip(figures, empty, strict=True)]
    titles = [place for place, child in enumerate(root[0]) if child.tag != tag("tbl")]
    return Master(root, tuple(slots), tuple(titles), package)
