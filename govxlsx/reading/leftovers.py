"""What is in a workbook beside the form: unread cells, hidden content, merged figures, macros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from govxlsx.addresses import Area, Position, address, areas_text
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition
from govxlsx.form.guidance import guidance
from govxlsx.reading.prose import Words, is_covered, is_hidden
from govxlsx.reading.sheets import Bound
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key, shortened, trim
from govxlsx.workbook import BesideKind, Book, CellKind, Sheet

_TEXT = CellKind.TEXT
"""Looked up once: this is compared for every cell."""

_MOST = 200
_FAR = (1000, 100)
"""From this row or column on, even a space is told of: it makes the sheet endless in print."""
_KINDS = {
    BesideKind.TEXT_BOX: "文本框",
    BesideKind.PICTURE: "图片",
    BesideKind.CHART: "图表",
    BesideKind.OBJECT: "嵌入的对象",
    BesideKind.COMMENT: "批注",
}

_HEAD = 4
"""So many rows below the title its guidance may stand; rows may have been inserted."""

_ALIKE, _SHORT = 0.6, 12

_OWN = (layout.GUIDE, layout.CONTROL, layout.RESULTS, layout.SHARES)
"""Sheets that hold nothing of the agency's; what stands in them is not looked at."""


def remarks(
    book: Book, bound: Bound, edition: Edition, words: Mapping[str, Words]
) -> Iterator[Remark]:
    """Yield a remark for each sheet with unread or hidden content, for macros and for links."""
    for name, sheet in bound.sheets.items():
        if name in _OWN:
            continue
        own = _own(sheet, bound.titles.get(name, (0, 0)), guidance(edition.id, name))
        if name == layout.BASICS:
            own |= set(_introductions(sheet))
        unread = _populated(sheet, sheet.cells.keys() - words[name].used - own)
        covered = {at for at in unread if is_covered(sheet, at)}
        yield from _hidden(sheet, covered)
        yield from _beside(sheet)
        if not sheet.hidden:
            seen = (at for at in unread if at not in covered and not is_hidden(sheet, at))
            yield from _cells(Notice.UNREAD, sheet, list(seen))
    for sheet in bound.others:
        notice = Notice.HIDDEN if sheet.hidden else Notice.UNREAD
        yield from _cells(notice, sheet, _populated(sheet, sheet.cells))
    if book.macros:
        yield Remark(Notice.MACROS)
    if book.external_links:
        yield Remark(Notice.LINKS)


def _populated(sheet: Sheet, positions: Iterable[Position]) -> list[Position]:
    """Return the positions at which there is more than white space, in order."""
    given = ((at, sheet.cells[at]) for at in positions)
    return sorted(
        at
        for at, cell in given
        if cell.kind is not _TEXT
        or trim(cell.text)
        or cell.formula
        or at[0] >= _FAR[0]
        or at[1] >= _FAR[1]
    )


def _beside(sheet: Sheet) -> Iterator[Remark]:
    """Remark upon what lies over the cells, and upon comments that hold text: nobody reads them."""
    lying = [each for each in sheet.beside if each.kind is not BesideKind.COMMENT]
    noted = [each for each in sheet.beside if each.kind is BesideKind.COMMENT and trim(each.text)]
    for notice, found in ((Notice.BESIDE, lying), (Notice.COMMENTS, noted)):
        if found:
            cells = tuple(address(*each.at) for each in found[:_MOST])
            kinds = "、".join(dict.fromkeys(_KINDS[each.kind] for each in found))
            said = "；".join(f"“{shortened(each.text)}”" for each in found if trim(each.text))
            words = {
                "kinds": kinds,
                "count": str(len(found)),
                "said": f"，写着{said}" if said else "",
            }
            words["areas"] = areas_text(each.at for each in found[:_MOST])
            yield Remark(notice, sheet.name, cells, words=words)


def _own(sheet: Sheet, title: Position, told: str) -> set[Position]:
    """Return where the template's own words stand: the title, and what the sheet tells to do."""
    found = {title}
    if told:
        above = (at for at in sheet.cells if title[0] < at[0] <= title[0] + _HEAD)
        found.update(at for at in above if _alike(sheet.cells[at].text, told))
    return found


def _introductions(sheet: Sheet) -> Iterator[Position]:
    """Yield where 基本信息 has the template's own words: headings of columns, and hints."""
    hints = tuple(entry.hint for entry in layout.ENTRIES)
    headings = {label_key(text) for text in (layout.VALUE_LABEL, "项目", "填写说明", "说明")}
    for at, cell in sheet.cells.items():
        heads = label_key(cell.text) in headings if len(cell.text) < _SHORT else False
        if heads or any(_alike(cell.text, hint) for hint in hints):
            yield at


@lru_cache(maxsize=512)
def _alike(text: str, own: str) -> bool:
    """Tell whether a text is one of the template's own, as this or an earlier template has it."""
    if text == own:
        return True
    if not own or not len(own) / 2 < len(text) < len(own) * 2:
        return False
    matcher = SequenceMatcher(None, text, own, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _cells(notice: Notice, sheet: Sheet, cells: list[Position]) -> Iterator[Remark]:
    if cells:
        words = {"areas": areas_text(cells[:5000]), "count": str(len(cells))}
        addresses = tuple(address(*at) for at in cells[:_MOST])
        yield Remark(notice, sheet.name, addresses, words=words)


def _hidden(sheet: Sheet, covered: set[Position]) -> Iterator[Remark]:
    """Remark upon what is not seen: hidden itself, or ``covered`` by a merged cell and unread."""
    hidden: Iterable[Position] = covered
    if sheet.hidden:
        hidden = sheet.cells
    elif sheet.hidden_rows or sheet.hidden_columns:
        hidden = {*covered, *(at for at in sheet.cells if is_hidden(sheet, at))}
    yield from _cells(Notice.HIDDEN, sheet, _populated(sheet, hidden))


def merged(
    sheet: Sheet, figures: Mapping[Position, str], area: Area
) -> tuple[set[str], list[Remark]]:
    """Return the figures whose cell is swallowed by a merged one, and a remark for each merge.

    ``figures`` has their ids by position, ``area`` is what they span.
    """
    covered: set[str] = set()
    found: list[Remark] = []
    for top, left, bottom, right in sheet.merges:
        if top > area[2] or left > area[3] or bottom < area[0] or right < area[1]:
            continue
        if len(found) >= _MOST:
            break  # overlapping without end; no spreadsheet writes that
        inside = sorted(at for at in figures if top <= at[0] <= bottom and left <= at[1] <= right)
        swallowed = [figures[at] for at in inside if at != (top, left)]
        if swallowed:
            covered.update(swallowed)
            cells = tuple(address(*at) for at in inside)
            fields = tuple(figures[at] for at in inside)
            words = {"area": f"{address(top, left)}:{address(bottom, right)}"}
            found.append(Remark(Notice.MERGED, sheet.name, cells, fields, words))
    return covered, found
