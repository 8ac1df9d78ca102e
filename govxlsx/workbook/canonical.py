"""Sheets and shared strings as spreadsheet programs write them, read by regular expressions.

Excel, WPS, LibreOffice, openpyxl and XlsxWriter all write ``<c r="A1" s="1" t="s"><v>0</v></c>``.
What is exactly that needs no parser: one scan tells the cells apart and proves that nothing else
stands between them. For anything else (comments, CDATA, prefixes, rich text, damage) the
functions here give up, and the parser reads the part.

What stands before and after the rows, the frame, is parsed from end to end; the scan leaves not a
byte of the rows unexplained. So what is read here is well formed, as the parser wants it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from govxlsx.addresses import ROWS, position
from govxlsx.errors import UnusableWorkbookError
from govxlsx.patterns import regex
from govxlsx.workbook import markup
from govxlsx.workbook.cells import Cell, CellKind, Sheet, unescape
from govxlsx.workbook.markup import CONTENT
from govxlsx.workbook.parsing import read_sheet
from govxlsx.workbook.stock import Stock

SMALL = 1 << 20
"""The largest part, in unpacked bytes, that is read here; no limit of the parser is within it."""

_KEPT = 1 << 16
"""The largest frame, in bytes, that is remembered."""

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_PROBE = b'<row r="1"><c r="A1"><v>1</v></c></row>'
_PROBE_DESCENT = _PROBE.replace(b'"1"', b'"1" x14ac:dyDescent="1"', 1)
_NUMBER, _TEXT = CellKind.NUMBER, CellKind.TEXT
"""Looked up once: these are given to every cell."""

_EMPTY = r"(?:<c r=\"[A-Z]+[0-9]+\"(?: s=\"[0-9]+\")?/>)*+"

_TOKEN = regex(
    rf"(?=<[rc])(?:<row r=\"([1-9][0-9]{{0,6}})\"([^<>]{{0,400}})>{_EMPTY})?+"
    rf"(?:<c r=\"([A-Z]{{1,3}}[0-9]{{1,7}})\"([^<>]{{0,99}})>"
    rf"(?:<f([^<>]{{0,200}})>(?:{CONTENT}</f>)?+)?+"
    rf"(?:<v>{CONTENT}</v>|<v/>|<is><t(?: xml:space=\"preserve\")?>{CONTENT}</t></is>)?+"
    rf"</c>{_EMPTY})?+(</row>)?+"
)
"""The tag of a row, one populated cell, what is empty after each, the end of the row: any of them.

Nothing is given back, so that the scan takes time in proportion to the text, whatever it is.
"""

_GROUPS = _TOKEN.groups + 1
_ROW = regex(rb'<row r="([1-9][0-9]{0,6})"([^<>]{0,400})>')
_DECLARED = (
    r"(?:\xef\xbb\xbf)?(?:<\?xml version=['\"]1\.0['\"](?: encoding=['\"](?:UTF|utf)-8['\"])?"
    r"(?: standalone=['\"](?:yes|no)['\"])? ?\?>\s*)?"
).encode("latin-1")
_BEGINNING = regex(_DECLARED + rb"<worksheet ")
_STRINGS = regex(
    _DECLARED + rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rb'(?: count="[0-9]{1,9}")?(?: uniqueCount="[0-9]{1,9}")?>(.*)</sst>\s*',
    re.DOTALL,
)
_STRING = regex(
    rf"<si>(?:<t(?: xml:space=\"preserve\")?>{CONTENT}</t>|<t/>)"
    r"(?:<phoneticPr(?: fontId=\"[0-9]+\")?(?: type=\"[A-Za-z]+\")?/>)?</si>"
)

_OF_OLD_ROW = frozenset(
    ("spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed")
) | frozenset(("thickTop", "thickBot", "ph"))
_OF_ROW = _OF_OLD_ROW | {"x14ac:dyDescent"}
_DESCENT = b" xmlns:x14ac="
_OF_FORMULA = frozenset(("t", "ref", "si", "aca", "ca", "dt2D", "dtr", "r1", "r2", "bx"))


def read_strings(data: bytes) -> list[str] | None:
    """Return the shared strings, None where the part is not in the usual form."""
    match = _STRINGS.fullmatch(data)
    text = markup.text(match[1]) if match is not None else None
    if text is None:
        return None
    found = _STRING.split(text)
    if any(found[::2]):
        return None
    strings = [each or "" for each in found[1::2]]
    if "&" in text:
        try:
            strings = [markup.resolved(each) for each in strings]
        except (ValueError, OverflowError):
            return None
    return [unescape(each) for each in strings] if "_x" in text else strings


def read(sheet: Sheet, data: bytes, stock: Stock, preview: int | None = None) -> bool:
    """Fill ``sheet`` from its part as ``parsing.read_sheet`` does, if it is in the usual form.

    False tells that the parser has to read the part. Of a preview the part's beginning is enough.
    """
    start = data.find(_OPEN)
    of_row = _OF_ROW if _DESCENT in data[:start] else _OF_OLD_ROW
    end, after = _row_from(data, start, preview, of_row), b"</worksheet>"
    if end < 0:
        end = data.find(_CLOSE, start)
        after = data[end + len(_CLOSE) :]
    if start < 0 or end < 0:
        return False
    look = _frame if start + len(after) <= _KEPT else _frame.__wrapped__
    frame = look(data[:start], after)
    text = markup.text(data[start + len(_OPEN) : end]) if frame is not None else None
    if frame is None or text is None:
        return False
    sheet.clear()
    try:
        if not _fill(sheet, text, stock, of_row):
            return False
    except (ValueError, LookupError, OverflowError, UnusableWorkbookError):
        return False
    sheet.merges.extend(frame.merges)
    sheet.hidden_columns |= frame.hidden_columns
    sheet.margins.extend(frame.margins)
    return True


def _row_from(data: bytes, start: int, preview: int | None, of_row: frozenset[str]) -> int:
    """Return where the first row stands that a preview leaves out, -1 without one.

    The parser stops there if the tag of that row is whole; one that is odd is left to it.
    """
    for row in _ROW.finditer(data, start) if preview is not None else ():
        if int(row[1]) > (preview or 0):
            return row.start() if _is_usual(markup.text(row[2]), of_row) else -1
    return -1


def _is_usual(stated: str | None, of_row: frozenset[str]) -> bool:
    """Tell whether the attributes of a row are those that rows have."""
    try:
        return stated is not None and markup.stated(stated, of_row) is not None
    except ValueError:
        return False


@lru_cache(maxsize=64)
def _frame(head: bytes, tail: bytes) -> Sheet | None:
    """Return a sheet without its cells: what the parser reads before and after them.

    None where that is not well formed or has cells of its own. Templates repeat it.
    """
    sheet = Sheet("", "")
    probe = _PROBE_DESCENT if _DESCENT in head else _PROBE
    try:
        read_sheet(sheet, iter((b"".join((head, _OPEN, probe, _CLOSE, tail)),)), Stock([]))
    except UnusableWorkbookError:
        return None
    alone = sheet.cells.keys() == {(0, 0)} and not sheet.hidden_rows
    return sheet if alone and _BEGINNING.match(head) is not None else None


def _formula(stated: str | None, text: str | None) -> str | None:
    """Return a cell's formula, "" where it is unspelt, None without one."""
    if stated is None:
        return None
    if ("/" in markup.stated(stated, _OF_FORMULA)) == (text is not None):
        raise ValueError(stated)
    return markup.resolved(text or "")


def _fill(sheet: Sheet, text: str, stock: Stock, of_row: frozenset[str]) -> bool:
    """Fill ``sheet`` from the text of its rows; False or an error where the parser has to.

    tuple.__new__ makes a Cell in half the time of its own constructor.
    """
    found = _TOKEN.split(text)
    if any(found[::_GROUPS]):
        return False
    cells, kinds, shared, new = sheet.cells, stock.kinds, stock.by_number, tuple.__new__
    row, empty = -1, 0
    columns = [found[group::_GROUPS] for group in range(1, _GROUPS)]
    for number, of_number, place, of_place, spelt, formula, value, inline, end in zip(
        *columns, strict=True
    ):
        if number is not None:
            row = _row(sheet, row, int(number) - 1, markup.stated(of_number, of_row))
        if place is not None:
            at, (kind, shape) = position(place), kinds[of_place]
            if at[0] != row:
                return False
            plain = value and value.isascii() and value.isdigit()
            if plain and kind == "n" and spelt is None:
                cells[at] = new(Cell, (_NUMBER, value, None, shape, False))
            elif plain and kind == "s" and spelt is None and (string := shared.get(value)):
                cells[at] = new(Cell, (_TEXT, string, None, "", False))
            elif plain and kind == "n" and spelt == "" and formula and "&" not in formula:
                cells[at] = new(Cell, (_NUMBER, value, formula, shape, False))
            elif cell := stock.spelt(
                of_place, value if inline is None else inline, _formula(spelt, formula)
            ):
                cells[at] = cell
            else:
                empty += 1
        if end is not None:
            if row < 0:
                return False
            row = -1
    places = columns[2]
    return row < 0 and len(cells) == len(places) - places.count(None) - empty


def _row(sheet: Sheet, open_row: int, row: int, stated: Mapping[str, str]) -> int:
    """Return the row that begins, -1 where it ends at once."""
    if open_row >= 0 or row >= ROWS:
        raise ValueError(row)
    if stated.get("hidden") in ("1", "true") or stated.get("ht") == "0":
        sheet.hidden_rows.add(row)
    return -1 if "/" in stated else row
