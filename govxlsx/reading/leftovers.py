"""What is in a workbook beside the form: unread cells, hidden content, merged figures, macros."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govxlsx import layout
from govxlsx.addresses import Position, address, areas_text
from govxlsx.reading.prose import Words, is_hidden
from govxlsx.reading.sheets import Bound
from govxlsx.report import Notice, Remark
from govxlsx.text import trim
from govxlsx.workbook import Book, CellKind, Sheet

_TEXT = CellKind.TEXT
"""Looked up once: this is compared for every cell."""

_MOST = 200
_FAR = (1000, 100)
"""From this row or column on, even a space is told of: it makes the sheet endless in print."""
_OWN = (layout.GUIDE, layout.CONTROL, layout.RESULTS)
"""Sheets that hold nothing of the agency's; what stands in them is not looked at."""


def remarks(book: Book, bound: Bound, words: Mapping[str, Words]) -> Iterator[Remark]:
    """Yield a remark for each sheet with unread or hidden content, for macros and for links."""
    for name, sheet in bound.sheets.items():
        if name in _OWN:
            continue
        yield from _hidden(sheet, words[name])
        title = bound.titles.get(name, (0, 0))
        own = {title, _guidance(sheet, title)}
        unread = [
            at
            for at in _populated(sheet)
            if at not in own and not _known(name, sheet, at, words[name])
        ]
        yield from _cells(Notice.UNREAD, sheet, unread)
    for sheet in bound.others:
        notice = Notice.HIDDEN if sheet.hidden else Notice.UNREAD
        yield from _cells(notice, sheet, _populated(sheet))
    if book.macros:
        yield Remark(Notice.MACROS)
    if book.external_links:
        yield Remark(Notice.LINKS)


def _populated(sheet: Sheet) -> list[Position]:
    return sorted(
        at
        for at, cell in sheet.cells.items()
        if cell.kind is not _TEXT
        or trim(cell.text)
        or cell.formula
        or at[0] >= _FAR[0]
        or at[1] >= _FAR[1]
    )


def _known(name: str, sheet: Sheet, at: Position, words: Words) -> bool:
    """Tell whether a cell was read, or holds the template's own words."""
    if at in words.used:
        return True
    if sheet.cells[at].kind is not _TEXT:
        return False
    if name == layout.BASICS:
        return any(at[0] == row and at[1] > column for row, column in words.used) or at[0] <= (
            min((row for row, _ in words.used), default=0)
        )
    return False


def _guidance(sheet: Sheet, title: Position) -> Position | None:
    """Return where the template's guidance stands: the first text below the title."""
    below = (
        at
        for at, cell in sheet.cells.items()
        if at[1] == title[1] and at[0] > title[0] and cell.kind is CellKind.TEXT
    )
    return min(below, default=None)


def _cells(notice: Notice, sheet: Sheet, cells: list[Position]) -> Iterator[Remark]:
    if cells:
        words = {"areas": areas_text(cells[:5000]), "count": str(len(cells))}
        addresses = tuple(address(*at) for at in cells[:_MOST])
        yield Remark(notice, sheet.name, addresses, words=words)


def _hidden(sheet: Sheet, words: Words) -> Iterator[Remark]:
    if sheet.hidden:
        yield from _cells(Notice.HIDDEN, sheet, _populated(sheet))
    elif sheet.hidden_rows or sheet.hidden_columns:
        hidden = [at for at in _populated(sheet) if is_hidden(sheet, at)]
        yield from _cells(Notice.HIDDEN, sheet, hidden)


def merged(sheet: Sheet, fields: Mapping[str, Position]) -> tuple[set[str], list[Remark]]:
    """Return the figures whose cell is swallowed by a merged one, and a remark for each merge."""
    at_position = {at: field_id for field_id, at in fields.items()}
    covered: set[str] = set()
    found: list[Remark] = []
    for top, left, bottom, right in sheet.merges:
        if len(found) >= _MOST:
            break  # overlapping without end; no spreadsheet writes that
        inside = sorted(
            at for at in at_position if top <= at[0] <= bottom and left <= at[1] <= right
        )
        swallowed = [at_position[at] for at in inside if at != (top, left)]
        if swallowed:
            covered.update(swallowed)
            cells = tuple(address(*at) for at in inside)
            area = f"{address(top, left)}:{address(bottom, right)}"
            fields_inside = tuple(at_position[at] for at in inside)
            found.append(Remark(Notice.MERGED, sheet.name, cells, fields_inside, {"area": area}))
    return covered, found
