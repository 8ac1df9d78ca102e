"""Any worksheet, read by the XML parser: its events become cells, merges and hidden spans.

Source: ECMA-376 Part 1, 18.3 (Worksheets), transitional and strict.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from govxlsx.addresses import COLUMNS, ROWS, Position, address, area, position
from govxlsx.workbook import xml
from govxlsx.workbook.cells import TEXT_LIMIT, Sheet, classify, whole
from govxlsx.workbook.guard import beyond_limits, damaged

CELL_LIMIT = 200_000
"""The most populated cells that are kept of one sheet."""

MERGE_LIMIT = 50_000
"""The most merged areas that are kept of one sheet."""

_EMPTY_ROW = re.compile(
    rb'<row r="[0-9]+"[^>]*?(?:/>|>(?:<c r="[^>]*(?:/>|></c>))*</row>)(?=<row r="|</sheetData>)'
)
_EMPTY_CELL = re.compile(rb'<c r="[^>]*(?:/>|></c>)(?=<c r="|</row>)')
_AFTER_CELLS = ("conditionalFormatting", "dataValidations", "hyperlinks")
"""What follows the cells and the merges in a sheet, and holds nothing that is read."""

_LAST_PENDING = 1 << 18


def without_empty(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Drop styled rows and cells without content; a sheet may have a million of them.

    An element is dropped only if it states its address and the next one does, too: an element
    without an address is counted from the one before it.
    """
    pending = b""
    for piece in pieces:
        seen = max(1, len(pending) - 5)
        pending += piece
        cut = pending.rfind(b"<row ", seen)
        if cut <= 0:
            cut = len(pending) if len(pending) > _LAST_PENDING else 0
        yield _EMPTY_CELL.sub(b"", _EMPTY_ROW.sub(b"", pending[:cut]))
        pending = pending[cut:]
    yield _EMPTY_CELL.sub(b"", _EMPTY_ROW.sub(b"", pending))


class _Reader:
    """Collects one sheet's cells from expat's events."""

    def __init__(
        self, sheet: Sheet, strings: list[str], dates: frozenset[str], preview: int | None
    ) -> None:
        self.sheet, self.strings, self.dates, self.preview = sheet, strings, dates, preview
        self.at: Position = (0, -1)
        self.row_at = -1
        self.type = self.style = ""
        self.value: list[str] = []
        self.formula: list[str] | None = None
        self.phonetic = False
        self.catch: list[str] | None = None
        self.length = self.hidden_spans = 0

    def row(self, attributes: dict[str, str]) -> None:
        stated = attributes.get("r")
        number = self.row_at + 1 if stated is None else whole(stated) - 1
        if not 0 <= number < ROWS:
            raise damaged(f"行号 {stated or number + 1} 超出工作表的范围")
        if self.preview is not None and number >= self.preview:
            raise xml.Stop
        self.row_at, self.at = number, (number, -1)
        if attributes.get("hidden") in ("1", "true"):
            self.sheet.hidden_rows.add(number)

    def cell(self, attributes: dict[str, str]) -> None:
        stated = attributes.get("r")
        if stated is None:
            self.at = (self.at[0], self.at[1] + 1)
            if self.at[1] >= COLUMNS:
                raise damaged(f"第 {self.at[0] + 1} 行的单元格超出工作表的范围")
        else:
            try:
                self.at = position(stated)
            except ValueError as error:
                raise damaged(f"单元格地址 {stated[:20]} 超出工作表的范围") from error
            if self.at[0] != self.row_at:
                raise damaged(f"单元格 {stated[:20]} 写在第 {self.row_at + 1} 行里")
        self.type, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.catch = self.value = []
        self.formula = None
        self.length = 0

    def stop(self, _: dict[str, str]) -> None:
        raise xml.Stop

    def begin_formula(self, _: dict[str, str]) -> None:
        self.catch = self.formula = []

    def begin_phonetic(self, _: dict[str, str]) -> None:
        self.catch, self.phonetic = None, True

    def end_phonetic(self) -> None:
        self.phonetic = False

    def begin_inline(self, _: dict[str, str]) -> None:
        self.catch = None  # only what stands in its texts counts, not white space around them
        self.value.clear()

    def begin_text(self, _: dict[str, str]) -> None:
        self.catch = None if self.phonetic else self.value

    def end_text(self) -> None:
        self.catch = None

    def resume_value(self) -> None:
        self.catch = self.value

    def text(self, text: str) -> None:
        if self.catch is not None:
            self.length += len(text)
            if self.length > TEXT_LIMIT:
                raise beyond_limits(f"工作表“{self.sheet.name}”有一格超过 {TEXT_LIMIT} 个字")
            self.catch.append(text)

    def end_cell(self) -> None:
        self.catch = None
        if not self.value and self.formula is None:
            return
        formula = None if self.formula is None else "".join(self.formula)
        tolerant = self.preview is not None
        value = "".join(self.value)
        cell = classify(
            self.type, self.style, value, formula, self.strings, self.dates, tolerant=tolerant
        )
        if cell is None:
            return
        if self.at in self.sheet.cells:
            raise damaged(f"工作表“{self.sheet.name}”的单元格 {address(*self.at)} 出现了两次")
        if len(self.sheet.cells) >= CELL_LIMIT:
            raise beyond_limits(f"工作表“{self.sheet.name}”有超过 {CELL_LIMIT} 个有内容的单元格")
        self.sheet.cells[self.at] = cell

    def merge(self, attributes: dict[str, str]) -> None:
        if len(self.sheet.merges) >= MERGE_LIMIT:
            raise beyond_limits(f"工作表“{self.sheet.name}”有超过 {MERGE_LIMIT} 处合并单元格")
        try:
            self.sheet.merges.append(area(attributes.get("ref", "")))
        except ValueError:
            return  # a merge that is nowhere hides nothing

    def column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = whole(attributes.get("min", "")), whole(attributes.get("max", ""))
            self.hidden_spans += max(0, last - first)
            if self.hidden_spans > 2 * COLUMNS:
                raise damaged(f"工作表“{self.sheet.name}”的隐藏列互相重叠")
            self.sheet.hidden_columns.update(range(max(first, 1) - 1, min(last, COLUMNS)))


def read_sheet(
    sheet: Sheet,
    pieces: Iterator[bytes],
    strings: list[str],
    dates: frozenset[str],
    preview: int | None = None,
    budget: xml.Budget | None = None,
) -> None:
    """Fill ``sheet`` from its part's bytes.

    ``strings`` are the shared strings, ``dates`` the style indexes that show dates. ``preview``
    reads that many rows only, and tolerates that ``strings`` is not complete. Raises
    UnusableWorkbookError (W104, W105).
    """
    sheet.clear()
    reader = _Reader(sheet, strings, dates, preview)
    starts = {
        "row": reader.row,
        "c": reader.cell,
        "f": reader.begin_formula,
        "is": reader.begin_inline,
        "t": reader.begin_text,
        "rPh": reader.begin_phonetic,
        "mergeCell": reader.merge,
        "col": reader.column,
    }
    starts |= dict.fromkeys(_AFTER_CELLS, reader.stop)
    ends = {
        "c": reader.end_cell,
        "f": reader.resume_value,
        "t": reader.end_text,
        "rPh": reader.end_phonetic,
    }
    xml.parse(
        without_empty(pieces),
        sheet.part,
        xml.qualified(starts),
        xml.qualified_ends(ends),
        reader.text,
        budget,
    )
    if preview is None:
        deque(pieces, maxlen=0)  # the check sum of a part is compared at its end
