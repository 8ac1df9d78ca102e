"""What the templates themselves say beside labels; what else stands there is told of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache, lru_cache

from govxlsx.addresses import Position
from govxlsx.form import control, guide, layout
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.guidance import guidance
from govxlsx.patterns import regex
from govxlsx.reading import prose
from govxlsx.text import trim
from govxlsx.workbook import Cell, CellKind, Sheet

UNREAD = (layout.GUIDE, layout.CONTROL)
"""Sheets of the form of which nothing is read."""

_UNIT = "单位：件"
_ALIKE = 0.6
"""The share of its words by which the guidance of an earlier template is known."""

_VERDICTS = frozenset(
    (control.CORRECT, control.WRONG, control.UNCOMPUTED, control.BLANK, control.NOTHING)
)
_SUMMARY = regex(r'"?共 (?:"&|\d+ 项：).*')
"""How the line begins that counts the verdicts: as a formula, as its result."""


@cache
def words(edition_id: str, key: str) -> frozenset[str]:
    """Return what the templates of an edition say on 填报说明 or 校验."""
    if key == layout.GUIDE:
        found = {guide.TITLE, guide.HINT}
        for edition in _handed_out(edition_id):
            for each in guide.sections(edition):
                found.update((each.title, *(word for line in each.lines for word in line)))
        return frozenset(found)
    lines = (each for edition in _handed_out(edition_id) for each in control.lines(edition))
    said = {word for each in lines for word in (each.sheet, each.text, each.cell)}
    return frozenset((layout.CONTROL, control.HINT, control.NOTHING, *control.LABELS, *said))


@cache
def _demands(edition_id: str) -> frozenset[str]:
    editions = _handed_out(edition_id)
    return frozenset(each.text for edition in editions for each in control.lines(edition))


def _handed_out(edition_id: str) -> tuple[Edition, ...]:
    """Return an edition as its templates know it: those made while it was in force know no end."""
    edition = edition_by_id(edition_id)
    return (edition, replace(edition, last_year=None))


def cells(sheet: Sheet, edition_id: str, key: str) -> set[Position]:
    """Return the cells of 填报说明 or 校验 that say what the template's own say.

    The stamp of 填报说明 is one, whatever it says: other findings speak of it (W123 to W125).
    Of a line of 校验 its number and its formulas do, and their results where the whole sheet was
    saved as values; what was typed over one of the formulas does not.
    """
    known, demands = words(edition_id, key), _demands(edition_id)
    own: set[Position] = set()
    others: list[tuple[Position, Cell]] = []
    lines: dict[int, int] = {}
    words_kind = CellKind.TEXT  # looked up once: compared with that of every cell
    for at, cell in sheet.cells.items():
        text = cell.text
        if cell.kind is not words_kind or (text not in known and (text := trim(text)) not in known):
            others.append((at, cell))
            continue
        own.add(at)
        if text in demands:
            lines[at[0]] = at[1]
    if key == layout.CONTROL:
        live = any(cell.formula is not None for cell in sheet.cells.values())
        own.update(at for at, cell in others if _computed(cell, at, lines, live))
    elif (stamp := prose.find_stamp(sheet)) is not None:
        own.add(stamp)
    return own


def _computed(cell: Cell, at: Position, lines: Mapping[int, int], live: bool) -> bool:
    """Tell whether a cell counts or calculates; ``lines`` has rows, and where what they demand is.

    ``live`` tells that there are formulas on the sheet.
    """
    row, column = at
    if row not in lines:
        said = cell.formula if live else cell.text
        return said is not None and _SUMMARY.match(said) is not None
    if column < lines[row]:
        return cell.kind is CellKind.NUMBER
    if live:
        return cell.formula is not None
    return cell.kind is CellKind.NUMBER or cell.text in _VERDICTS


@cache
def told(key: str) -> frozenset[str]:
    """Return what templates say on a sheet beside labels: guidance, headings, hints."""
    if key in UNREAD:
        return frozenset().union(*(words(each.id, key) for each in editions()))
    said = [_UNIT, *(guidance(each.id, key) for each in editions())]
    if key == layout.BASICS:
        said += (entry.hint for entry in layout.ENTRIES)
        said += (layout.VALUE_LABEL, "项目", "填写说明", "说明")
    return frozenset(filter(None, said))


def said(sheet: Sheet, key: str, cells: Iterable[Position]) -> set[Position]:
    """Return the cells that say what the template says on its sheet beside labels."""
    texts, known = sheet.lettering().texts, told(key)
    return {at for at in cells if at in texts and is_told(texts[at], known)}


def is_told(text: str, known: frozenset[str]) -> bool:
    """Tell whether a text is one of the template's own."""
    return text in known or any(_alike(text, each) for each in known)


@lru_cache(maxsize=512)
def _alike(text: str, template: str) -> bool:
    """Tell whether a text is one of the template's own, as this or an earlier template has it.

    One to which words were added is not.
    """
    added = template in text and len(trim(text)) > len(template) + 1
    if added or not len(template) / 2 < len(text) < len(template) * 2:
        return False
    matcher = SequenceMatcher(None, text, template, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
