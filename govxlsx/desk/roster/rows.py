"""The rows of a roster's file, CSV or workbook, as text: what its columns mean is not known yet."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from govxlsx.checking.refusal import sentence
from govxlsx.errors import GovxlsxError, UnusableWorkbookError
from govxlsx.report.figure import plain
from govxlsx.text import decoded, trim
from govxlsx.workbook import Cell, CellKind, Sheet, open_book
from govxlsx.workbook.formats import shown_date

_DELIMITERS = ",\t;"
_FORMULAS = frozenset("=+-@＝＋－＠")
_PACKAGE = b"PK"
_OLD = b"\xd0\xcf\x11\xe0"
_LONGEST = 40
"""A number with more digits is left as it is stored."""

_LAST_COLUMN = 200
"""What stands further to the right is no column of a roster."""


class RosterError(GovxlsxError):
    """A roster that cannot be used; its text names every fault with its row and column."""


class Row(NamedTuple):
    """One row with its number, as the file shows it, and its cells from the first column on."""

    number: int
    cells: list[str]


def rows(data: bytes, source: str) -> list[Row]:
    """Return the rows that hold something. Raises RosterError."""
    if data.startswith(_PACKAGE):
        return _of_workbook(data, source)
    if data.startswith(_OLD):
        raise RosterError(
            f"名册“{source}”是旧格式的 Excel 或 WPS 工作簿。"
            "请在 Excel 或 WPS 中另存为“Excel 工作簿（*.xlsx）”。"
        )
    text = decoded(data)
    if text is None:
        raise RosterError(
            f"名册“{source}”既不是 UTF-8，也不是 GB18030 编码的文字。请在 Excel 或 WPS 中"
            "另存为“Excel 工作簿（*.xlsx）”或“CSV UTF-8（逗号分隔）（*.csv）”。"
        )
    return list(_of_csv(text, source))


def _of_csv(text: str, source: str) -> Iterator[Row]:
    """Yield each record with the number of the line that it begins in."""
    head = next((line for line in text.splitlines() if trim(line)), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise RosterError(
                f"名册“{source}”第 {start} 行读不出来：引号没有成对，或者一格太长。"
            ) from error
        if any(map(trim, cells)):
            yield Row(start, [_unquoted(each) for each in cells])
        start = reader.line_num + 1


def _unquoted(text: str) -> str:
    """Return a cell without the quote that keeps +86 from being taken for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULAS else text


def _of_workbook(data: bytes, source: str) -> list[Row]:
    """Return the rows of the first visible sheet that holds something."""
    try:
        book = open_book(data, source, lambda each: not each.hidden, frozenset())
    except UnusableWorkbookError as error:
        raise RosterError(f"名册“{source}”打不开：{sentence(error)}") from error
    for sheet in book.sheets:
        if sheet.cells and not sheet.hidden:
            return list(_of_sheet(sheet))
    return []


def _of_sheet(sheet: Sheet) -> Iterator[Row]:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        text = _shown(cell)
        if column < _LAST_COLUMN and trim(text):
            by_row.setdefault(row, {})[column] = text
    for row in sorted(by_row):
        held = by_row[row]
        yield Row(row + 1, [held.get(column, "") for column in range(max(held) + 1)])


def _shown(cell: Cell) -> str:
    """Return a cell as a person reads it: a telephone number without exponent, a date as one."""
    if cell.kind is CellKind.DATE:
        return shown_date(cell.text, "yyyy-mm-dd", from_1904=False) or cell.text[:10]
    if cell.kind is CellKind.NUMBER:
        try:
            value = Decimal(cell.text)
        except InvalidOperation:
            return cell.text
        return plain(value) if abs(value.adjusted()) < _LONGEST else cell.text
    return cell.text
