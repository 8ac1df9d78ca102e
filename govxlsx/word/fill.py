"""A report's document: a copy of its edition's master, filled with figures and text."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from govxlsx.figure import Paragraph
from govxlsx.report import Report
from govxlsx.word import columns, fonts, opening, styles
from govxlsx.word.master import Master, master
from govxlsx.word.ooxml import Element, element, tag
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, pack
from govxlsx.word.paragraphs import alignment, paragraph, run, write
from govxlsx.word.properties import core, custom

_FACES = {2: fonts.SECOND, 3: fonts.BODY}
_STOPS = "。！？；!?;"
NOTE_MARK = "注："


def _write_figure(place: Element, figure: str, room: int) -> None:
    """Put a figure into its empty text element; one too long for its cell is set smaller."""
    cell_run = place.getparent()
    assert cell_run is not None  # every text element stands in a run
    cell_run.remove(place)
    write(cell_run, figure)
    scale, size = columns.squeeze(figure, room)
    properties = cell_run[0]
    if scale != 100:
        properties.append(element("w", val=scale))
    if size != styles.TABLE_SIZE:
        properties.append(element("sz", val=size))
        properties.append(element("szCs", val=size))


def _fill_figures(root: Element, filled: Master, report: Report) -> None:
    texts = list(root.iter(tag("t")))
    for slot in filled.slots:
        figure = report.figures[slot.field].text
        if figure:
            _write_figure(texts[slot.text], figure, slot.room)


def _narrative(each: Paragraph) -> Element:
    """Make a paragraph of narrative; one that is a heading alone gets the heading's style.

    A heading that goes on as text keeps the text's style; only its own characters are marked.
    """
    text, level = each.text, each.level
    face = _FACES.get(level)
    if face is None:
        return paragraph(styles.BODY, (run(text, fonts.BODY),), *alignment(text))
    if each.heading >= len(text) and not text.endswith(tuple(_STOPS)):
        return paragraph(styles.HEADINGS[level], (run(text, face),))
    linked = styles.INLINE if level == 2 else ""
    runs = [run(text[: each.heading], face, style=linked)]
    if text[each.heading :]:
        runs.append(run(text[each.heading :], fonts.BODY))
    return paragraph(styles.BODY, runs, *alignment(text))


def _before_parts(report: Report) -> Iterator[Element]:
    for line in opening.title(report):
        yield paragraph(styles.TITLE, (run(line, fonts.TITLE),))
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
            text = NOTE_MARK + note.text
            following.addprevious(paragraph(styles.NOTE, (run(text, fonts.BODY),)))


def document(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx); equal reports give equal bytes.

    Blank figures are empty cells, unreadable ones stand as they are written. A draft carries 草稿 in
    the header of every page.
    """
    filled = master(report.edition, draft)
    root = deepcopy(filled.root)
    _fill_figures(root, filled, report)
    _fill_texts(root, filled, report)
    main = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = ((CORE, core(report, draft)), (CUSTOM, custom(report)), (DOCUMENT, main))
    return pack(parts, before=filled.package)
