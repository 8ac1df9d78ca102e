"""What is in a workbook beside the form: unread cells, hidden content, merged figures, macros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govxlsx.addresses import Area, Position, address, areas_text
from govxlsx.form import layout
from govxlsx.reading.prose import Words, is_hidden
from govxlsx.reading.sheets import Bound
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim
from govxlsx.workbook import Book, CellKind, Sheet

_TEXT = CellKind.TEXT
"""Looked up once: this is compared for every cell."""

_MOST = 200
_FAR = (1000, 100)
"""From this row or column on, even a space is told of: it makes the sheet endless in print."""
_OWN = (layout.GUIDE, layout.CONTROL, layout.RESULTS, layout.SHARES)
"""Sheets that hold nothing of the agency's; what stands in them is not looked at."""


def remarks(book: Book, bound: Bound, words: Mapping[str, Words]) -> Iterator[Remark]:
    """Yield a remark for each sheet with unread or hidden content, for macros and for links."""
    for name, sheet in bound.sheets.items():
        if name in _OWN:
            continue
        yield from _hidden(sheet, words[name])
        title = bound.titles.get(name, (0, 0))
        left = sheet.cells.keys() - words[name].used - {title, _guidance(sheet, title)}
        unread = [
            at for at in _populated(sheet, left) if not _introduces(name, sheet, at, words[name])
        ]
        yield from _cells(Notice.UNREAD, sheet, unread)
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


def _introduces(name: str, sheet: Sheet, at: Position, words: Words) -> bool:
    """Tell whether a cell of 基本信息 holds the template's own words: headings and hints."""
    if name != layout.BASICS or sheet.cells[at].kind is not _TEXT:
        return False
    return any(at[0] == row and at[1] > column for row, column in words.used) or at[0] <= (
        min((row for row, _ in words.used), default=0)
    )


def _guidance(sheet: Sheet, title: Position) -> Position | None:
    """Return where the template's guidance stands: the first text below the title."""
    next_below = (title[0] + 1, title[1])
    if next_below in sheet.cells and sheet.cells[next_below].kind is _TEXT:
        return next_below
    below = (
        at
        for at, cell in sheet.cells.items()
        if at[1] == title[1] and at[0] > title[0] and cell.kind is _TEXT
    )
    return min(below, default=None)


def _cells(notice: Notice, sheet: Sheet, cells: list[Position]) -> Iterator[Remark]:
    if cells:
        words = {"areas": areas_text(cells[:5000]), "count": str(len(cells))}
        addresses = tuple(address(*at) for at in cells[:_MOST])
        yield Remark(notice, sheet.name, addresses, words=words)


def _hidden(sheet: Sheet, words: Words) -> Iterator[Remark]:
    if sheet.hidden:
        yield from _cells(Notice.HIDDEN, sheet, _populated(sheet, sheet.cells))
    elif sheet.hidden_rows or sheet.hidden_columns:
        hidden = [at for at in sheet.cells if is_hidden(sheet, at)]
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
