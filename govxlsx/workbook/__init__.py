"""The only door to submitted workbooks: a guard, then typed cells. Nothing is ever written back."""

from __future__ import annotations

from govxlsx.workbook.book import Book, open_book
from govxlsx.workbook.cells import Beside, BesideKind, Cell, CellKind, Sheet
from govxlsx.workbook.guard import FILE_LIMIT, READ, REFUSED
from govxlsx.workbook.refusals import beyond_limits

__all__ = [
    "FILE_LIMIT",
    "READ",
    "REFUSED",
    "Beside",
    "BesideKind",
    "Book",
    "Cell",
    "CellKind",
    "Sheet",
    "beyond_limits",
    "open_book",
]
