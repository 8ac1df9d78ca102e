"""Any worksheet, read by the XML parser: its events become cells, merges and hidden spans.

Source: ECMA-376 Part 1, 18.3 (Worksheets), transitional and strict.
"""

from collections import deque
from collections.abc import Iterator

from govxlsx.addresses import COLUMNS, ROWS, Position, address, area, position
from govxlsx.errors import UnusableWorkbookError
from govxlsx.patterns import regex
from govxlsx.workbook import xml
from govxlsx.workbook.cells import TEXT_LIMIT, Sheet, aligned, whole
from govxlsx.workbook.refusals import beyond_limits, damaged
from govxlsx.workbook.stock import Stock

MOST_CELLS = 200_000
"""The most populated cells that are kept of one sheet."""

MERGE_LIMIT = 50_000
"""The most merged areas that are kept of one sheet."""

MARGINS = 6
"""How many headers and footers a sheet has: of odd, even and first pages."""

_MARGINS = tuple(
    f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
)
_EMPTY_ROW = regex(
    rb'<row r="[0-9]+"[^>]*?(?:/>|>(?:<c r="[^>]*(?:/>|></c>))*</row>)(?=<row r="|</sheetData>)'
)
_EMPTY_CELL = regex(rb'<c r="[^>]*(?:/>|></c>)(?=<c r="|</row>)')
_LAST_PENDING = 1 << 18
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006 AlternateContent"
"""What a program takes of it depends on what it knows."""


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
    """Collects one sheet's cells from expat's events.

    Within a cell only ``<f>``, ``<v>`` and the texts of ``<is>`` count; what other elements hold,
    extensions for one, is passed over with all that is in them (``strange`` deep).
    """

    def __init__(self, sheet: Sheet, stock: Stock, preview: int | None) -> None:
        self.sheet, self.stock, self.preview = sheet, stock, preview
        self.at: Position = (0, -1)
        self.row_at = -1
        self.type = self.style = self.alignment = ""
        self.values: dict[str, list[str]] = {}
        self.in_cell = self.inline = self.phonetic = self.struck = False
        self.strange = 0
        self.catch: list[str] | None = None
        self.length = self.hidden_spans = 0

    def row(self, attributes: dict[str, str]) -> None:
        if self.in_cell:
            return
        stated = attributes.get("r")
        number = self.row_at + 1 if stated is None else whole(stated) - 1
        if not 0 <= number < ROWS:
            raise damaged(f"行号 {stated or number + 1} 超出工作表的范围")
        if self.preview is not None and number >= self.preview:
            raise xml.Stop
        self.row_at, self.at = number, (number, -1)
        if xml.is_true(attributes.get("hidden", "0")) or attributes.get("ht") == "0":
            self.sheet.hidden_rows.add(number)

    def cell(self, attributes: dict[str, str]) -> None:
        if self.in_cell:
            self.begin_strange()
            return
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
        self.values = {}
        self.in_cell, self.struck, self.alignment = True, False, ""
        self.length = 0

    def begin_strange(self) -> None:
        if self.catch is not None:
            raise self._odd("的值里夹着别的内容")
        if self.in_cell:
            self.strange += 1

    def end_strange(self) -> None:
        if self.in_cell and self.strange:
            self.strange -= 1

    def begin_choice(self, _: dict[str, str]) -> None:
        if self.in_cell and not self.strange and self.catch is None:
            raise self._odd("的内容写在 <AlternateContent> 里，不同程序会读出不同的内容")
        self.begin_strange()

    def begin_part(self, name: str) -> None:
        """Begin to catch the formula or the value of a cell, of which it has one each."""
        if not self.in_cell or self.strange:
            return
        if name in self.values:
            raise self._odd(f"里有两个 <{name}>，不同程序会读出不同的内容")
        self.catch = self.values[name] = []

    def end_part(self) -> None:
        self.catch = None

    def begin_inline(self, _: dict[str, str]) -> None:
        if not self.strange:
            self.begin_part("is")
            self.catch = None  # only what stands in its texts counts, not white space around them
            self.inline = self.in_cell

    def end_inline(self) -> None:
        self.inline = self.inline and self.strange > 0

    def begin_phonetic(self, _: dict[str, str]) -> None:
        self.phonetic = True

    def end_phonetic(self) -> None:
        self.phonetic = False

    def begin_text(self, _: dict[str, str]) -> None:
        if self.inline and not self.phonetic and not self.strange:
            self.catch = self.values["is"]

    def strike(self, attributes: dict[str, str]) -> None:
        if self.inline and not self.strange:
            self.struck = self.struck or xml.is_true(attributes.get("val", "1"))

    def align(self, attributes: dict[str, str]) -> None:
        if self.inline and not self.strange:
            self.alignment = attributes.get("val", "")

    def end_run(self) -> None:
        self.alignment = ""

    def text(self, text: str) -> None:
        if self.catch is not None:
            self.length += len(text)
            if self.length > TEXT_LIMIT:
                raise beyond_limits(f"工作表“{self.sheet.name}”有一格超过 {TEXT_LIMIT} 个字")
            self.catch.append(aligned(text, self.alignment))

    def _odd(self, what: str) -> UnusableWorkbookError:
        return damaged(f"工作表“{self.sheet.name}”的单元格 {address(*self.at)} {what}")

    def end_cell(self) -> None:
        if self.strange:
            self.strange -= 1
            return
        self.catch, self.in_cell, self.inline = None, False, False
        if not self.values:
            return
        given = {name: "".join(texts) for name, texts in self.values.items()}
        value, inline = given.get("v"), given.get("is")
        if not _is_one(value, inline):
            raise self._odd("里有 <v> 又有 <is>，不同程序会读出不同的内容")
        if value is None or (inline or "").strip():
            value = inline
        known, tolerant = self.stock.cell, self.preview is not None
        formula = given.get("f")
        cell = known(self.type, self.style, value, formula, struck=self.struck, tolerant=tolerant)
        if cell is None:
            return
        if self.at in self.sheet.cells:
            raise self._odd("出现了两次")
        if len(self.sheet.cells) >= MOST_CELLS:
            raise beyond_limits(f"工作表“{self.sheet.name}”有超过 {MOST_CELLS} 个有内容的单元格")
        self.sheet.cells[self.at] = cell

    def merge(self, attributes: dict[str, str]) -> None:
        if len(self.sheet.merges) >= MERGE_LIMIT:
            raise beyond_limits(f"工作表“{self.sheet.name}”有超过 {MERGE_LIMIT} 处合并单元格")
        try:
            self.sheet.merges.append(area(attributes.get("ref", "")))
        except ValueError:
            return  # a merge that is nowhere hides nothing

    def column(self, attributes: dict[str, str]) -> None:
        if xml.is_true(attributes.get("hidden", "0")) or attributes.get("width") == "0":
            first, last = whole(attributes.get("min", "")), whole(attributes.get("max", ""))
            self.hidden_spans += max(0, last - first)
            if self.hidden_spans > 2 * COLUMNS:
                raise damaged(f"工作表“{self.sheet.name}”的隐藏列互相重叠")
            self.sheet.hidden_columns.update(range(max(first, 1) - 1, min(last, COLUMNS)))

    def begin_margin(self, _: dict[str, str]) -> None:
        if not self.in_cell and len(self.sheet.margins) < MARGINS:
            self.length, self.catch = 0, []

    def end_margin(self) -> None:
        if not self.in_cell and self.catch is not None:
            self.sheet.margins.append("".join(self.catch))
            self.catch = None


def read_sheet(
    sheet: Sheet,
    pieces: Iterator[bytes],
    stock: Stock,
    preview: int | None = None,
    budget: xml.Budget | None = None,
) -> None:
    """Fill ``sheet`` from its part's bytes.

    ``preview`` reads that many rows only, and tolerates that the shared strings are not complete;
    else the part has to be well formed to its end. Raises UnusableWorkbookError (W104, W105).
    """
    sheet.clear()
    reader = _Reader(sheet, stock, preview)
    starts: dict[str, xml.Start] = {
        "row": reader.row,
        "c": reader.cell,
        "f": lambda _: reader.begin_part("f"),
        "v": lambda _: reader.begin_part("v"),
        "is": reader.begin_inline,
        "r": _pass,
        "rPr": _pass,
        "strike": reader.strike,
        "vertAlign": reader.align,
        "t": reader.begin_text,
        "rPh": reader.begin_phonetic,
        "mergeCell": reader.merge,
        "col": reader.column,
        **dict.fromkeys(_MARGINS, reader.begin_margin),
    }
    ends = {
        "c": reader.end_cell,
        "f": reader.end_part,
        "v": reader.end_part,
        "is": reader.end_inline,
        "r": reader.end_run,
        "t": reader.end_part,
        "rPh": reader.end_phonetic,
        **dict.fromkeys(_MARGINS, reader.end_margin),
    }
    xml.parse(
        without_empty(pieces),
        sheet.part,
        {**xml.qualified(starts), _CHOICE: reader.begin_choice},
        {**xml.qualified(ends), _CHOICE: reader.end_strange},
        reader.text,
        budget,
        (reader.begin_strange, reader.end_strange),
    )
    sheet.forget_repeats()
    if preview is None:
        deque(pieces, maxlen=0)  # the check sum of a part is compared at its end


def _is_one(stored: str | None, inline: str | None) -> bool:
    """Tell whether a cell says one thing: some programs write its number beside its text."""
    if stored is None or inline is None:
        return True
    one, other = stored.strip(), inline.strip()
    if not one or not other or one == other:
        return True
    try:
        return float(one) == float(other)
    except ValueError:
        return False


def _pass(_: dict[str, str]) -> None:
    """Let an element be that only holds others."""
