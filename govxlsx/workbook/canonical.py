"""Sheets and shared strings as spreadsheet programs write them, read by regular expressions.

Excel, WPS, LibreOffice, openpyxl and XlsxWriter all write ``<c r="A1" s="1" t="s"><v>0</v></c>``.
What is exactly that needs no parser: one scan tells the cells apart and proves that nothing else
stands between them. For anything else (comments, CDATA, prefixes, rich text, damage) the
functions here give up, and the parser reads the part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from govxlsx.addresses import ROWS, position
from govxlsx.errors import UnusableWorkbookError
from govxlsx.workbook import markup
from govxlsx.workbook.cells import Cell, CellKind, Sheet, classify, unescape
from govxlsx.workbook.markup import CONTENT
from govxlsx.workbook.parsing import read_sheet

SMALL = 1 << 20
"""The largest part, in unpacked bytes, that is read here; no limit of the parser is within it."""

_KEPT = 1 << 16
"""The largest frame, in bytes, that is remembered."""

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_PROBE = b'<row r="1"><c r="A1"><v>1</v></c></row>'
_NUMBER, _TEXT = CellKind.NUMBER, CellKind.TEXT
"""Looked up once: these are given to every cell."""

_EMPTY = r"(?:<c r=\"[A-Z]+[0-9]+\"(?: s=\"[0-9]+\")?/>)*+"

_TOKEN = re.compile(
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
_ROW = re.compile(b'<row r="([0-9]{1,7})"')
_DECLARED = (
    r"(?:\xef\xbb\xbf)?(?:<\?xml version=['\"]1\.0['\"](?: encoding=['\"](?:UTF|utf)-8['\"])?"
    r"(?: standalone=['\"](?:yes|no)['\"])? ?\?>\s*)?"
).encode("latin-1")
_BEGINNING = re.compile(_DECLARED + rb"<worksheet ")
_STRINGS = re.compile(
    _DECLARED + rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rb'(?: count="[0-9]{1,9}")?(?: uniqueCount="[0-9]{1,9}")?>(.*)</sst>\s*',
    re.DOTALL,
)
_STRING = re.compile(
    rf"<si>(?:<t(?: xml:space=\"preserve\")?>{CONTENT}</t>|<t/>)"
    r"(?:<phoneticPr(?: fontId=\"[0-9]+\")?(?: type=\"[A-Za-z]+\")?/>)?</si>"
)

_OF_OLD_ROW = frozenset(
    ("spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed")
) | frozenset(("thickTop", "thickBot", "ph"))
_OF_ROW = _OF_OLD_ROW | {"x14ac:dyDescent"}
_DESCENT = b" xmlns:x14ac="
_OF_CELL = frozenset(("s", "t"))
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


def read(sheet: Sheet, data: bytes, stock: Stock, preview: int | None) -> bool:
    """Fill ``sheet`` from its part as ``cells.read_sheet`` does, if the part is in the usual form.

    False tells that the parser has to read the part. Of a preview the part's beginning is enough.
    """
    start = data.find(_OPEN)
    head, rest = data[:start], data[start + len(_OPEN) :]
    end, tail = _row_from(rest, preview), b"</worksheet>"
    if end < 0:
        end = rest.find(_CLOSE)
        tail = rest[end + len(_CLOSE) :]
    if start < 0 or end < 0:
        return False
    look = _frame if len(head) + len(tail) <= _KEPT else _frame.__wrapped__
    frame = look(head, tail)
    text = markup.text(rest[:end]) if frame is not None else None
    if frame is None or text is None:
        return False
    sheet.clear()
    try:
        of_row = _OF_ROW if _DESCENT in head else _OF_OLD_ROW
        if not _fill(sheet, text, stock, of_row):
            return False
    except (ValueError, LookupError, OverflowError, UnusableWorkbookError):
        return False
    sheet.merges.extend(frame.merges)
    sheet.hidden_columns |= frame.hidden_columns
    return True


def _row_from(rest: bytes, preview: int | None) -> int:
    """Return where the first row stands that a preview leaves out, -1 without one."""
    for row in _ROW.finditer(rest) if preview is not None else ():
        if int(row[1]) > (preview or 0):
            return row.start()
    return -1


@lru_cache(maxsize=64)
def _frame(head: bytes, tail: bytes) -> Sheet | None:
    """Return a sheet without its cells: what the parser reads before and after them.

    None where that is not well formed or has cells of its own. Templates repeat it.
    """
    sheet = Sheet("", "")
    try:
        read_sheet(sheet, iter((b"".join((head, _OPEN, _PROBE, _CLOSE, tail)),)), [], frozenset())
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


class _Kinds(dict[str, str]):
    """By a cell's attributes: "s" for a shared string, "n" for a number, "" for anything else."""

    def __init__(self, dates: frozenset[str]) -> None:
        self.dates = dates

    def __missing__(self, stated: str) -> str:
        attributes = markup.stated(stated, _OF_CELL)
        if "/" in attributes:
            raise ValueError(stated)
        kind = attributes.get("t", "n")
        plain = kind == "s" or (kind == "n" and attributes.get("s", "0") not in self.dates)
        self[stated] = kind if plain else ""
        return self[stated]


class Stock:
    """What makes cells of stored values: the shared strings and the styles that show dates."""

    def __init__(self, strings: list[str], dates: frozenset[str]) -> None:
        self.strings, self.dates = strings, dates
        self.by_number = dict(zip(map(str, range(len(strings))), strings, strict=True))
        self.kinds = _Kinds(dates)

    def cell(self, stated: str, value: str, formula: str | None) -> Cell | None:
        """Return a cell by its attributes, None for an empty one."""
        attributes = markup.stated(stated, _OF_CELL)
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        return classify(kind, style, markup.resolved(value), formula, self.strings, self.dates)


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
            at, kind = position(place), kinds[of_place]
            if at[0] != row:
                return False
            plain = spelt is None and value and value.isascii() and value.isdigit()
            if plain and kind == "n":
                cells[at] = new(Cell, (_NUMBER, value, None))
            elif plain and kind == "s" and (string := shared[value]):
                cells[at] = new(Cell, (_TEXT, string, None))
            elif cell := stock.cell(of_place, value or inline or "", _formula(spelt, formula)):
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
    if stated.get("hidden") in ("1", "true"):
        sheet.hidden_rows.add(row)
    return -1 if "/" in stated else row
