"""Writes the copy's package: the same workbook gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from govxlsx.showing.annotation.cached import StoredResults, restore
from govxlsx.showing.annotation.extensions import extensions_of
from govxlsx.showing.annotation.opening import UNREADABLE
from govxlsx.showing.annotation.refusal import refusal
from govxlsx.workbook import Book

_MODIFIED = datetime(2021, 9, 26)
"""Fixed: the day of the form in force."""

_TIMESTAMP = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_PROGRAM = "govxlsx"


def packed(copy: Workbook, data: bytes, book: Book, results: Sequence[StoredResults]) -> bytes:
    """Return the bytes of the copy, whose first sheet is new and the others those of ``book``.

    What openpyxl drops is put back from the original ``data``: the stored results of formulas, and
    validation and formats that newer programs keep in extensions. Raises OutputError.
    """
    parts = _saved(copy)
    with zipfile.ZipFile(BytesIO(data)) as original:
        names = {name.lower(): name for name in original.namelist()}
        for number, (sheet, found) in enumerate(zip(book.sheets, results, strict=True), 2):
            part = f"xl/worksheets/sheet{number}.xml"
            extensions = extensions_of(original.read(names[sheet.part.lower()]))
            if found or extensions is not None:
                parts[part] = restore(parts[part], found, extensions)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _TIMESTAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, parts[name])
    return stream.getvalue()


class _Timeless(zipfile.ZipFile):
    """A zip to be written by a computer whose clock is before 1980 or after 2107, too."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = zipfile.ZipInfo(zinfo_or_arcname, _TIMESTAMP)
        super().writestr(zinfo_or_arcname, data, compress_type, compresslevel)


class _Writer(ExcelWriter):
    """Writes worksheets in memory; openpyxl puts each into a file of its own first."""

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        out = BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels
        package: Any = self._archive  # type: ignore[attr-defined]
        package.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


def _saved(copy: Workbook) -> dict[str, bytes]:
    """Save with openpyxl and return the parts by name."""
    stream = BytesIO()
    copy.properties.modified = _MODIFIED
    copy.properties.lastModifiedBy = _PROGRAM
    if copy.properties.creator == "openpyxl":
        copy.properties.creator = None
    try:
        _Writer(copy, _Timeless(stream, "w", strict_timestamps=False)).save()
    except UNREADABLE as error:
        raise refusal("文件的内部写法特殊，程序不能照样写出") from error
    with zipfile.ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist()}
