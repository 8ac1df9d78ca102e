"""What all documents share, made once per process: the one door to python-docx.

Page, styles and page numbers are every report's; the six titles and the three tables, with a hole
for every figure, are those of all reports of an edition whose tables are set alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.opc.pkgwriter import PackageWriter
from docx.opc.rel import Relationships
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from govxlsx.deflate import SMALL
from govxlsx.form.editions import edition_by_id
from govxlsx.form.grid import grid
from govxlsx.word import fonts, furniture, page, styles, tables
from govxlsx.word.measures import Setting, measure
from govxlsx.word.ooxml import NAMESPACE, Xml, element, on
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, Package, pack
from govxlsx.word.paragraphs import paragraph, run, run_of
from govxlsx.word.sizing import fills

_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
}

_CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


@dataclass(frozen=True, slots=True)
class Master:
    """A master document: the main part before and after the parts of the form, encoded.

    ``package`` has all parts of the package that no report changes.
    """

    start: bytes
    end: bytes
    package: Package


def _trim(relationships: Relationships) -> None:
    """Drop what python-docx's own template brings along: theme, thumbnail, numbering and more."""
    for key in [key for key, each in relationships.items() if each.reltype not in _KEPT]:
        del relationships[key]


def _settings() -> etree._Element:
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True)
    return etree.fromstring(Path(__file__).with_name("settings.xml").read_bytes(), parser)


def _parsed(*content: Xml) -> etree._Element:
    """Return an element that holds the content."""
    return etree.fromstring(f'<w:content xmlns:w="{NAMESPACE}">{"".join(content)}</w:content>')


def _replace(container: etree._Element, content: etree._Element) -> None:
    for child in list(container):
        container.remove(child)
    container.extend(content)


def _document(*, draft: bool = False) -> Document:
    """Return a document without text, with the styles, the settings and the page of all.

    The parts that python-docx knows nothing of are added.
    """
    document = docx.Document()
    package = document.part.package
    _trim(package.rels)
    _trim(document.part.rels)
    _replace(document.styles.element, _parsed(*styles.styles()))
    _replace(document.settings.element, _settings())
    document.settings.odd_and_even_pages_header_footer = True
    font_table = _parsed(fonts.font_table())[0]
    table = etree.tostring(font_table, xml_declaration=True, encoding="UTF-8")
    made = PackagePart(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, table, package)
    document.part.relate_to(made, RELATIONSHIP_TYPE.FONT_TABLE)
    made = PackagePart(PackURI(f"/{CUSTOM}"), _CUSTOM_PROPERTIES, b"", package)
    package.relate_to(made, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    _set_page(document.sections[0], draft=draft)
    return document


def _set_page(section: Section, *, draft: bool) -> None:
    """Set up the page, its numbers and the mark of a draft."""
    section.page_width, section.page_height = Twips(page.WIDTH), Twips(page.HEIGHT)
    section.top_margin, section.bottom_margin = Twips(page.TOP), Twips(page.BOTTOM)
    section.left_margin, section.right_margin = Twips(page.LEFT), Twips(page.RIGHT)
    section.header_distance, section.footer_distance = Twips(page.HEADER), Twips(page.FOOTER)
    section.gutter = Twips(0)
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        footer.is_linked_to_previous = False
        _replace(footer._element, _parsed(furniture.page_number(odd)))
    if draft:
        for header in (section.header, section.even_page_header):
            header.is_linked_to_previous = False
            _replace(header._element, _parsed(furniture.draft_mark()))
    properties = section._sectPr
    for old in properties.findall(f"{{{NAMESPACE}}}docGrid"):
        properties.remove(old)
    properties.extend(_parsed(page.document_grid()))


def _title(text: str, *properties: Xml) -> Xml:
    return paragraph(styles.HEADINGS[1], run(text, fonts.FIRST), *properties)


def _title_of_table(text: str, *, full: bool) -> Xml:
    """Return the title of a table part; a table that fills a page starts on a new one."""
    gap = element("spacing", before=0, after=styles.TITLE_GAP, line=page.LINE, lineRule="exact")
    return _title(text, *((on("pageBreakBefore"),) if full else ()), gap)


def _shape(setting: Setting) -> Iterator[Xml]:
    """Yield what the runs of all figures of a table have."""
    if setting.scale != 100:
        yield element("w", val=setting.scale)
    yield from tables.size(setting)


@lru_cache(maxsize=256)
def drawn(edition_id: str, numeral: str, setting: Setting) -> tuple[bytes, ...]:
    """Return what a part of the form has in every document whose table is set alike.

    It is encoded XML: the title, and the table, if it has one. There is one piece more than there
    are figures: the content of their runs goes between them, in the form's order.
    """
    edition = edition_by_id(edition_id)
    part = next(each for each in edition.parts if each.numeral == numeral)
    if not part.table:
        return (_title(part.title).encode(),)
    measured = measure(part.table, grid(edition, part.table), setting)
    title = _title_of_table(part.title, full=fills(measure(part.table, measured.grid)))
    pieces = (title + tables.draw(measured, part.title)).split(tables.HOLE)
    assert pieces[1::2] == [field.id for field in edition.fields_of[part.table]]
    run_around = run_of(Xml(tables.HOLE), fonts.BODY, *_shape(setting))
    return tuple(run_around.join(pieces[::2]).encode().split(tables.HOLE.encode()))


class _Saved:
    """Takes the parts that python-docx writes."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, place: PackURI, content: bytes) -> None:
        """Take one part."""
        self.parts[place.membername] = content


def _saved(document: Document) -> Master:
    """Return the master of a document, with a package of the parts that no report changes.

    What python-docx saves is taken before it is zipped: the zip would need a clock that is right.
    """
    package, saved = document.part.package, _Saved()
    parts, writer = list(package.iter_parts()), cast("Any", PackageWriter)
    writer._write_content_types_stream(saved, parts)
    writer._write_pkg_rels(saved, package.rels)
    writer._write_parts(saved, parts)
    fixed = [name for name in saved.parts if name not in (DOCUMENT, CORE, CUSTOM)]
    shared = pack(((name, saved.parts[name]) for name in fixed), Package(), SMALL)
    start, body, end = saved.parts[DOCUMENT].partition(b"<w:body>")
    return Master(start + body, end, shared)


@lru_cache(maxsize=16)
def letter_master(top: tuple[Xml, ...], foot: tuple[Xml, ...]) -> Master:
    """Return the master of letters: what stands above and below the text of the first page.

    The first page has no number; the others have theirs where every document has it.
    """
    document = _document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header_distance = Twips(page.LETTERHEAD)
    section.footer_distance = Twips(page.LETTER_FOOT)
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        number = furniture.page_number(odd, page.FOOTER - page.LETTER_FOOT)
        _replace(footer._element, _parsed(number))
    for part, content in ((section.first_page_header, top), (section.first_page_footer, foot)):
        part.is_linked_to_previous = False
        _replace(part._element, _parsed(*content))
    return _saved(document)


@cache
def master(draft: bool) -> Master:
    """Return the master document, with or without the mark of a draft."""
    return _saved(_document(draft=draft))
