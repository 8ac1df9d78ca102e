"""How the tables of one report are set, so that figures, notes and pages come out whole."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from govxlsx.form.editions import edition_by_id
from govxlsx.form.grid import grid
from govxlsx.report.model import Report
from govxlsx.word import opening, page, styles
from govxlsx.word.measures import USUAL, Measures, Setting, ems, fitting, holds, measure, usual_ems
from govxlsx.word.title import broken

_SIZES = ((21, 100), (21, 90), (21, 80), (18, 80), (16, 80), (14, 80), (12, 80), (12, 70), (10, 70))
_SETTINGS = tuple(Setting(*each) for each in _SIZES)
"""Sizes of a table's text and widths of its figures, one of them for all of the table."""

_READABLE = 16
"""A note is not worth a table smaller than 8 pt: a longer one goes on on the next page."""

_CARRIED = 2
"""So many lines of a note that goes on stand below its table, and as many follow."""

_ROOMY = (120, 80, 40, 0)
_FIRST_INDENT = 2
_FULL = 0.8
"""A table that takes this share of the page starts on a new one."""


def fills(measured: Measures) -> bool:
    """Tell whether a table takes a page of its own."""
    return measured.height > _FULL * page.TEXT_HEIGHT


@lru_cache(maxsize=256)
def _measured(edition: str, table: str, setting: Setting = USUAL) -> Measures:
    return measure(table, grid(edition_by_id(edition), table), setting)


@cache
def _fields(edition: str, table: str, size: int) -> dict[str, int]:
    measured = _measured(edition, table, Setting(size))
    boxes = {box.field: box for box in measured.grid.boxes}
    return {
        field.id: measured.room(boxes[field.id])
        for field in edition_by_id(edition).fields_of[table]
    }


@cache
def _fitting(edition: str) -> tuple[int, ...]:
    """Return how many characters of any kind have room as usual, for each figure of the form."""
    rooms = [_fields(edition, each.id, USUAL.size) for each in edition_by_id(edition).tables]
    return tuple([fitting(room) for each in rooms for room in each.values()])


def _wide(report: Report) -> Iterator[str]:
    """Yield the fields of the figures that may not have room as usual.

    What may break between Chinese characters asks for none.
    """
    printed = report.printed
    for (field, text), fits in zip(printed.items(), _fitting(report.edition), strict=True):
        if len(text) > fits and text.isascii():
            yield field


def _all_hold(edition: str, table: str, setting: Setting, long: Mapping[str, float]) -> bool:
    room = _fields(edition, table, setting.size)
    return all(holds(room[field], width, setting) for field, width in long.items())


def _for_figures(report: Report, table: str, wide: Sequence[str]) -> Iterator[Setting]:
    """Yield the settings in which every figure stands on one line, the largest first.

    What would be too small to read asks for nothing.
    """
    printed, smallest = report.printed, _SETTINGS[-1]
    room = _fields(report.edition, table, smallest.size)
    long = {
        field: width
        for field in wide
        if field in room
        if holds(room[field], width := ems(printed[field]), smallest)
    }
    return (each for each in _SETTINGS if _all_hold(report.edition, table, each, long))


def _note_lines(text: str) -> int:
    em = styles.TABLE_SIZE * 10
    pieces = opening.note(text).splitlines()
    return sum(max(1, math.ceil(ems(piece) * em / (page.TEXT_WIDTH - em))) for piece in pieces)


def _with_note(report: Report, table: str, settings: Iterator[Setting], note: int) -> Setting:
    """Return the largest setting that leaves the note its room on a page the table fills."""
    largest = next(settings)
    for each in chain((largest,), settings):
        setting = each._replace(note=note)
        if each.size >= _READABLE and _measured(report.edition, table, setting).left >= 0:
            return setting
    return largest._replace(note=min(note, _CARRIED))


def _lines(text: str) -> int:
    if text.isprintable():
        return math.ceil((_FIRST_INDENT + usual_ems(text)) / page.CHARACTERS)
    wide = [usual_ems(piece) for piece in text.splitlines()] or [0]
    wide[0] += _FIRST_INDENT
    return sum([max(1, math.ceil(each / page.CHARACTERS)) for each in wide])


def _before(report: Report) -> Iterator[int]:
    """Yield the lines of title, opening and the parts before the first table."""
    for line in opening.title(report):
        yield broken(line).count("\n") + 1
    yield 1
    yield from map(_lines, opening.paragraphs(report))
    for part in report.form.parts:
        if part.table:
            return
        yield 1
        yield from [_lines(each.text) for each in report.narrative.get(part.narrative, ())]


def _room_left(report: Report) -> int:
    """Return the twips that the page on which the first table begins has left for it."""
    return (page.LINES - sum(_before(report)) % page.LINES) * page.LINE


def _candidates(setting: Setting) -> Iterator[Setting]:
    yield setting
    for roomy in _ROOMY:
        yield setting._replace(roomy=roomy)


def _closing(report: Report, table: str, setting: Setting, note: int) -> Setting:
    """Return the roomiest setting whose table still has place on the page where it begins.

    The first table follows text: one that is a little lower saves a page that is half empty.
    """
    left = _room_left(report)
    for each in _candidates(setting):
        high = _measured(report.edition, table, each).height + note * styles.NOTE_LINE
        if page.LINE + styles.TITLE_GAP + high <= left:
            return each
    return setting


def _setting(report: Report, table: str, numeral: str, wide: Sequence[str]) -> Setting:
    given = report.notes.get(numeral)
    note = _note_lines(given.text) if given else 0
    settings = _for_figures(report, table, wide)
    if fills(_measured(report.edition, table)):
        return _with_note(report, table, settings, note)
    chosen = next(settings)._replace(note=min(note, 1))
    return _closing(report, table, chosen, note) if table == report.form.tables[0].id else chosen


def settings(report: Report) -> Iterator[Setting]:
    """Yield how the tables are set, part by part: one size for all of a table."""
    wide = tuple(_wide(report))
    for part in report.form.parts:
        if part.table:
            yield _setting(report, part.table, part.numeral, wide)
