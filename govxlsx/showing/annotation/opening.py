"""Opens a submitted workbook with openpyxl, and makes sure that nothing was left out."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from govxlsx.errors import UnusableWorkbookError
from govxlsx.showing.annotation import safety
from govxlsx.showing.annotation.merging import merged_as_they_are
from govxlsx.showing.annotation.refusal import refusal
from govxlsx.workbook import Book, open_book

_CONTENT_TYPES = "[Content_Types].xml"

UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    OSError,
    RecursionError,
    NotImplementedError,
    SyntaxError,
    ParseError,
    LxmlError,
    zlib.error,
    zipfile.BadZipFile,
    InvalidFileException,
)
"""What openpyxl raises on workbooks that Excel or WPS may well open."""


def whole_book(data: bytes) -> Book:
    """Return every populated cell of a workbook. Raises OutputError."""
    safety.check(data)
    try:
        return open_book(data, "", lambda _: True, frozenset())
    except UnusableWorkbookError as error:
        raise refusal("有的工作表内容太多或已损坏") from error


def _has_macros(data: bytes) -> bool:
    """Tell whether the file says that it is a workbook with macros, as its suffix must."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"macroEnabled" in package.read(_CONTENT_TYPES)


def opened(data: bytes, book: Book) -> Workbook:
    """Return openpyxl's copy of a workbook with the sheets of ``book``. Raises OutputError."""
    try:
        with warnings.catch_warnings(), merged_as_they_are():
            warnings.simplefilter("ignore")
            copy = load_workbook(BytesIO(data), keep_vba=_has_macros(data), rich_text=True)
    except UNREADABLE as error:
        raise refusal("文件的内部写法特殊，程序不能照样复制") from error
    if [sheet.title for sheet in copy.worksheets] != [sheet.name for sheet in book.sheets]:
        raise refusal("文件的内部写法特殊，有的工作表不能照样复制")
    return copy
