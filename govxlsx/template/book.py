"""The only door to XlsxWriter: a workbook in memory, and sheets that never drop a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from govxlsx.errors import InterchangeError
from govxlsx.figure import Number, Place, plain
from govxlsx.interchange import CELL_LIMIT
from govxlsx.template.area import Area
from govxlsx.template.styles import DEFAULT, FACE, Style
from govxlsx.text import clean

_OPTIONS = {
    "in_memory": True,
    "default_format_properties": DEFAULT,
    "default_column_width": 72,  # what Excel gives a column where 宋体 11 is the default face
    "default_row_height": 18,
}
_CREATED = datetime(2021, 9, 26, tzinfo=UTC)
"""Fixed, so that the same data give the same bytes: the day of the form in force."""

_LARGEST_EXPONENT = 300
_A4 = 9


class _Exact(Decimal):
    """A number that is written with all of its digits; XlsxWriter would keep sixteen."""

    def __format__(self, spec: str, /, context: object = None) -> str:
        return str(self)


class _GrowingRows(Worksheet):  # type: ignore[misc]
    """Stores row heights as measured, not as set by hand: a row still grows with its text."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        kept = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)


def _require(result: int, what: str) -> None:
    if result:
        raise InterchangeError(f"{what}写不进工作簿：一个单元格最多 {CELL_LIMIT} 个字。")


def _literal(text: str) -> str:
    """Keep XlsxWriter from taking a text that looks like its own markup for markup."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text)}</t></r>'
    return text


class Book:
    """A workbook that is being written."""

    def __init__(self, title: str, subject: str) -> None:
        self._stream = BytesIO()
        self._book = Workbook(self._stream, _OPTIONS)
        self._book.set_properties({"title": title, "subject": subject, "created": _CREATED})
        self._book.set_size(1440, 900)
        self._book.set_tab_ratio(85)
        self._formats: dict[tuple[tuple[str, str | int], ...], Any] = {}

    def format(self, style: Style) -> Any:
        """Return XlsxWriter's format of a style; equal styles share one."""
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(style))
        return self._formats[key]

    def sheet(self, name: str, tab_color: str, growing_rows: bool = False) -> Sheet:
        """Add a sheet. ``growing_rows``: heights given to rows are kept only until edited."""
        kind = _GrowingRows if growing_rows else None
        sheet = self._book.add_worksheet(name, worksheet_class=kind)
        sheet.set_tab_color(tab_color)
        sheet.hide_gridlines(2)
        return Sheet(self, sheet)

    def close(self) -> bytes:
        """Finish the workbook and return its bytes."""
        self._book.close()
        return self._stream.getvalue()


class Sheet:
    """A sheet that is being written. Rows and columns are counted from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self._book = book
        self._sheet = sheet

    def write(
        self, row: int, column: int, value: Number | str | None, style: Style | None = None
    ) -> None:
        """Write a value as it stands: text is never taken for a formula, number or address."""
        cell_format = None if style is None else self._book.format(style)
        if isinstance(value, str):
            value = clean(value) or None
        if value is None:
            self._sheet.write_blank(row, column, None, cell_format)
        elif isinstance(value, str):
            result = self._sheet.write_string(row, column, _literal(value), cell_format)
            _require(result, f"“{value[:12]}”这段文字")
        else:
            exact = _Exact(value)
            if exact.adjusted() > _LARGEST_EXPONENT:
                raise InterchangeError(f"数字 {exact:.12} 太大，写不进工作簿。")
            self._sheet.write_number(row, column, exact, cell_format)

    def formula(
        self, row: int, column: int, formula: str, value: Number | str, style: Style
    ) -> None:
        """Write a formula together with the result that a spreadsheet program would show."""
        result = value if isinstance(value, str) else _Exact(plain(value))
        self._sheet.write_formula(row, column, formula, self._book.format(style), result)

    def link(self, row: int, column: int, place: Place, text: str, style: Style) -> None:
        """Write a link to a cell of this workbook."""
        target = f"internal:'{place.sheet}'!{place.cell}"
        self._sheet.write_url(row, column, target, self._book.format(style), text)

    def merge(self, area: Area, style: Style) -> None:
        """Merge an area of more than one cell; all of its cells get the style."""
        if not area.single:
            edges = (area.top, area.left, area.bottom, area.right)
            self._sheet.merge_range(*edges, "", self._book.format(style))

    def fill(self, area: Area, value: Number | str | None, style: Style) -> None:
        """Write a value into an area, merged where it is more than one cell."""
        self.merge(area, style)
        self.write(area.top, area.left, value, style)

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns from the first on, in half-width characters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def column(self, first: int, last: int, style: Style, width: float | None = None) -> None:
        """Give whole columns a style."""
        self._sheet.set_column(first, last, width, self._book.format(style))

    def height(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self._sheet.set_row(row, points)

    def validate(self, areas: Iterable[Area], options: Mapping[str, object]) -> None:
        """Guide and check what is typed into areas."""
        first, *others = ([each.top, each.left, each.bottom, each.right] for each in areas)
        result = self._sheet.data_validation(*first, {**options, "other_cells": others})
        if result:
            raise ValueError(options)

    def highlight(self, areas: tuple[Area, ...], formula: str, style: Style) -> None:
        """Give cells a style while a formula, relative to the first of them, is true."""
        first = areas[0]
        options = {
            "type": "formula",
            "criteria": formula,
            "format": self._book.format(style),
            "multi_range": " ".join(each.reference() for each in areas),
        }
        self._sheet.conditional_format(first.top, first.left, first.bottom, first.right, options)

    def freeze(self, row: int, column: int = 0) -> None:
        """Keep the rows above and the columns before a cell in sight."""
        self._sheet.freeze_panes(row, column)

    def quiet(self, marks: Iterable[str], area: Area) -> None:
        """Turn off Excel's green corner marks of the named kinds in an area."""
        self._sheet.ignore_errors(dict.fromkeys(marks, area.reference()))

    def protect(self, *allowed: str) -> None:
        """Protect the sheet without a password; heights and widths may be changed all the same."""
        options = dict.fromkeys((*allowed, "format_rows", "format_columns"), True)
        self._sheet.protect("", options)

    def print_as(
        self,
        area: Area,
        landscape: bool = False,
        repeat: tuple[int, int] | None = None,
        pages: int = 0,
    ) -> None:
        """Set up A4 printing, one page wide, ``pages`` long (0: as many as it takes)."""
        sheet = self._sheet
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.set_footer(f'&C&"{FACE},常规"&9第 &P 页，共 &N 页')
        sheet.fit_to_pages(1, pages)
        sheet.print_area(area.top, area.left, area.bottom, area.right)
        if repeat is not None:
            sheet.repeat_rows(*repeat)
