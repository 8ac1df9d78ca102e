"""A report's document: a copy of its edition's master, filled with figures and text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from govxlsx.figure import Paragraph
from govxlsx.report import Report
from govxlsx.word import fonts, opening, page, styles
from govxlsx.word.master import Master, master
from govxlsx.word.measures import balance, squeeze
from govxlsx.word.ooxml import Element, element, tag
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, pack
from govxlsx.word.paragraphs import alignment, paragraph, run, write
from govxlsx.word.properties import core, custom

_FACES = {2: fonts.SECOND, 3: fonts.BODY}
_STOPS = ("。", "！", "？", "；", "!", "?", ";")


def _write_figure(place: Element, figure: str, room: int) -> None:
    """Put a figure into its empty run; one too long for its cell is set smaller."""
    place.remove(place[1])
    write(place, figure)
    scale, size = squeeze(figure, room)
    properties = place[0]
    if scale != 100:
        properties.append(element("w", val=scale))
    if size != styles.TABLE_SIZE:
        properties.append(element("sz", val=size))
        properties.append(element("szCs", val=size))


def _fill_figures(root: Element, filled: Master, report: Report) -> None:
    runs = list(root.iter(tag("r")))
    for slot in filled.slots:
        figure = report.figures[slot.field].text
        if figure:
            _write_figure(runs[slot.run], figure, slot.room)


def _narrative(each: Paragraph) -> Element:
    """Make a paragraph of narrative; one that is a heading alone gets the heading's style.

    A heading that goes on as text keeps the text's style; only its own characters are marked.
    """
    text, level = each.text, each.level
    face = _FACES.get(level)
    if face is None:
        return paragraph(styles.BODY, (run(text, fonts.BODY),), *alignment(text))
    if each.heading >= len(text) and not text.endswith(_STOPS):
        return paragraph(styles.HEADINGS[level], (run(text, face),))
    linked = styles.INLINE if level == 2 else ""
    runs = [run(text[: each.heading], face, style=linked)]
    if text[each.heading :]:
        runs.append(run(text[each.heading :], fonts.BODY))
    return paragraph(styles.BODY, runs, *alignment(text))


def _title(line: str) -> Element:
    side = balance(line, page.TEXT_WIDTH, styles.TITLE_SIZE * 10)
    indent = (element("ind", left=side, right=side),) if side else ()
    return paragraph(styles.TITLE, (run(line, fonts.TITLE),), *indent)


def _before_parts(report: Report) -> Iterator[Element]:
    yield from map(_title, opening.title(report))
    for text in opening.paragraphs(report):
        yield paragraph(styles.BODY, (run(text, fonts.BODY),), *alignment(text))


def _fill_texts(root: Element, filled: Master, report: Report) -> None:
    """Put title and opening before part one, and each part's text before the next part's title."""
    body = root[0]
    places = [body[position] for position in filled.titles]
    for made in _before_parts(report):
        places[0].addprevious(made)
    for part, following in zip(report.form.parts, places[1:], strict=True):
        for each in report.narrative.get(part.narrative, ()):
            following.addprevious(_narrative(each))
        note = report.notes.get(part.numeral)
        if part.table and note:
            printed = run(opening.note(note.text), fonts.BODY)
            following.addprevious(paragraph(styles.NOTE, (printed,)))


def document(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx); equal reports give equal bytes.

    Blank figures are empty cells, unreadable ones stand as they are written. A draft has its
    mark in the header of every page.
    """
    filled = master(report.edition, draft)
    root = deepcopy(filled.root)
    _fill_figures(root, filled, report)
    _fill_texts(root, filled, report)
    main = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = ((CORE, core(report, draft)), (CUSTOM, custom(report)), (DOCUMENT, main))
    return pack(parts, before=filled.package)
