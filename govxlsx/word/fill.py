"""A report's document: its edition's master with figures and text in the holes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govxlsx.form.editions.model import Part
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Report
from govxlsx.word import fonts, opening, page, styles
from govxlsx.word.master import Drawn, Slot, master
from govxlsx.word.measures import balance, squeeze
from govxlsx.word.ooxml import Xml, element, joined
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, FAST, pack
from govxlsx.word.paragraphs import alignment, paragraph, run, run_of
from govxlsx.word.properties import core, custom

_FACES = {2: fonts.SECOND, 3: fonts.BODY}
_STOPS = ("。", "！", "？", "；", "!", "?", ";")
_BLANK = run_of(element("t"), fonts.BODY)
_BEGIN, _END = _BLANK.split("<w:t/>")


def _sizes(figure: str, room: int) -> Iterator[Xml]:
    """Yield what sets a figure smaller that is too long for its cell."""
    scale, size = squeeze(figure, room)
    if scale != 100:
        yield element("w", val=scale)
    if size != styles.TABLE_SIZE:
        yield element("sz", val=size)
        yield element("szCs", val=size)


def _figure(figure: str, slot: Slot) -> str:
    """Write the run of a figure."""
    if not figure:
        return _BLANK
    if figure.isalnum() and len(figure) <= slot.fits:  # nothing to escape, clean or squeeze
        return f"{_BEGIN}<w:t>{figure}</w:t>{_END}"
    return run(figure, fonts.BODY, *_sizes(figure, slot.room))


def _table(drawn: Drawn, report: Report) -> bytes:
    """Return what the master has of a part, with the report's figures in its table."""
    figures = report.figures
    filled = list(drawn.pieces)
    filled[1::2] = [_figure(figures[slot.field].text, slot).encode() for slot in drawn.slots]
    return b"".join(filled)


def _narrative(each: Paragraph) -> Xml:
    """Write a paragraph of narrative; one that is a heading alone gets the heading's style.

    A heading that goes on as text keeps the text's style; only its own characters are marked.
    """
    text, level = each.text, each.level
    face = _FACES.get(level)
    if face is None:
        return _body(text)
    if each.heading >= len(text) and not text.endswith(_STOPS):
        return paragraph(styles.HEADINGS[level], run(text, face))
    linked = styles.INLINE if level == 2 else ""
    heading, rest = run(text[: each.heading], face, style=linked), text[each.heading :]
    runs = joined(heading, run(rest, fonts.BODY)) if rest else heading
    return paragraph(styles.BODY, runs, *alignment(text))


def _body(text: str) -> Xml:
    return paragraph(styles.BODY, run(text, fonts.BODY), *alignment(text))


def _title(line: str) -> Xml:
    side = balance(line, page.TEXT_WIDTH, styles.TITLE_SIZE * 10)
    indent = (element("ind", left=side, right=side),) if side else ()
    return paragraph(styles.TITLE, run(line, fonts.TITLE), *indent)


def _before_parts(report: Report) -> bytes:
    titles = map(_title, opening.title(report))
    return joined(*titles, *map(_body, opening.paragraphs(report))).encode()


def _texts(part: Part, report: Report) -> bytes:
    """Return a part's narrative, or the note below its table."""
    note = report.notes.get(part.numeral)
    if part.table and note:
        return paragraph(styles.NOTE, run(opening.note(note.text), fonts.BODY)).encode()
    return joined(*map(_narrative, report.narrative.get(part.narrative, ()))).encode()


def _content(report: Report, parts: Sequence[Drawn]) -> Iterator[bytes]:
    yield _before_parts(report)
    for part, drawn in zip(report.form.parts, parts, strict=True):
        yield _table(drawn, report)
        yield _texts(part, report)


def document(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx); equal reports give equal bytes.

    Blank figures are empty cells, unreadable ones stand as they are written. A draft has its
    mark in the header of every page.
    """
    filled = master(report.edition, draft)
    main = b"".join((filled.start, *_content(report, filled.parts), filled.end))
    parts = ((CORE, core(report, draft)), (CUSTOM, custom(report)), (DOCUMENT, main))
    return pack(parts, filled.package, FAST).whole
