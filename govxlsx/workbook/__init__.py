"""The only door to submitted workbooks: a guard, then typed cells. Nothing is ever written back."""

from typing import TYPE_CHECKING

from govxlsx.lazily import exported

if TYPE_CHECKING:
    from govxlsx.workbook.book import LARGE, Book, open_book, opening
    from govxlsx.workbook.cells import Beside, BesideKind, Cell, CellKind, Sheet
    from govxlsx.workbook.formats import shown_number
    from govxlsx.workbook.guard import FILE_LIMIT, READ, REFUSED
    from govxlsx.workbook.lettering import Lettering
    from govxlsx.workbook.refusals import beyond_limits

__all__ = [
    "FILE_LIMIT",
    "LARGE",
    "READ",
    "REFUSED",
    "Beside",
    "BesideKind",
    "Book",
    "Cell",
    "CellKind",
    "Lettering",
    "Sheet",
    "beyond_limits",
    "open_book",
    "opening",
    "shown_number",
]

__getattr__ = exported(
    __name__,
    {
        **dict.fromkeys(("LARGE", "Book", "open_book", "opening"), "book"),
        **dict.fromkeys(("Beside", "BesideKind", "Cell", "CellKind", "Sheet"), "cells"),
        **dict.fromkeys(("FILE_LIMIT", "READ", "REFUSED"), "guard"),
        "Lettering": "lettering",
        "beyond_limits": "refusals",
        "shown_number": "formats",
    },
)
