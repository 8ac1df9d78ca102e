"""A report's document: what all documents share, with figures and text in the holes."""

from collections.abc import Iterator
from itertools import islice

from govxlsx.deflate import FAST
from govxlsx.form.editions.model import Part
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Report
from govxlsx.word import fonts, opening, sizing, styles, wrapping
from govxlsx.word.master import drawn, master
from govxlsx.word.measures import USUAL
from govxlsx.word.ooxml import Xml, element, joined
from govxlsx.word.pack import CORE, CUSTOM, DOCUMENT, pack
from govxlsx.word.paragraphs import alignment, content, paragraph, run, runs
from govxlsx.word.properties import core, custom, custom_values
from govxlsx.word.title import broken

_FACES = {2: fonts.SECOND, 3: fonts.BODY}
_OUTLINE = {2: (element("outlineLvl", val=1),), 3: (element("outlineLvl", val=2),)}
_BLANK = "<w:t/>"


def _figures(report: Report) -> Iterator[bytes]:
    """Return the content of each figure's run, in the form's order."""
    figures = report.printed.values()
    if "".join(figures).replace(".", "").isalnum():
        whole = "</w:t>\0<w:t>".join(figures)
        written = f"<w:t>{whole}</w:t>".replace("<w:t></w:t>", _BLANK)
    else:
        written = "\0".join([content(each) if each else _BLANK for each in figures])
    return iter(written.encode().split(b"\0"))


def _narrative(each: Paragraph) -> Xml:
    """Write a paragraph of narrative; one that is a heading alone gets the heading's style.

    A heading that goes on as text keeps the text's style: only its own characters are marked, and
    the paragraph stands in the outline, where programs show how it begins.
    """
    text, level = each.text, each.level
    face = _FACES.get(level)
    if face is None or not each.heading:
        return _body(text)
    if each.heading >= len(text):
        return paragraph(styles.HEADINGS[level], run(text, face))
    linked = styles.INLINE if level == 2 else ""
    heading, rest = text[: each.heading], text[each.heading :]
    spans = wrapping.spans(rest, wrapping.end(heading))
    inside = joined(run(heading, face, style=linked), runs(spans, fonts.BODY))
    return paragraph(styles.BODY, inside, *alignment(spans), *_OUTLINE[level])


def _body(text: str) -> Xml:
    spans = wrapping.spans(text)
    return paragraph(styles.BODY, runs(spans, fonts.BODY), *alignment(spans))


def _title(line: str) -> Xml:
    return paragraph(styles.TITLE, run(broken(line), fonts.TITLE))


def _before_parts(report: Report) -> bytes:
    titles = map(_title, opening.title(report))
    return joined(*titles, *map(_body, opening.paragraphs(report))).encode()


def _texts(part: Part, report: Report) -> bytes:
    """Return a part's narrative, or the note below its table."""
    note = report.notes.get(part.numeral)
    if part.table and note:
        return paragraph(styles.NOTE, run(opening.note(note.text), fonts.BODY)).encode()
    return joined(*map(_narrative, report.narrative.get(part.narrative, ()))).encode()


def _parts(report: Report) -> Iterator[bytes]:
    figures, settings = _figures(report), sizing.settings(report)
    for part in report.form.parts:
        around = drawn(report.edition, part.numeral, next(settings) if part.table else USUAL)
        pieces = [b""] * (2 * len(around) - 1)
        pieces[::2] = around
        pieces[1::2] = islice(figures, len(around) - 1)
        yield from pieces
        yield _texts(part, report)


def document(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx); equal reports give equal bytes.

    Blank figures are empty cells, unreadable ones stand as they are written. A draft has its
    mark in the header of every page.
    """
    filled = master(draft)
    main = b"".join((filled.start, _before_parts(report), *_parts(report), filled.end))
    parts = ((CORE, core(report, draft)), (CUSTOM, custom(custom_values(report))), (DOCUMENT, main))
    return pack(parts, filled.package, FAST).whole
