"""The only door to XlsxWriter: a workbook that is written in memory."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import DEFAULT, Style
from govxlsx.version import MADE_BY

_OPTIONS = {
    "in_memory": True,
    "default_format_properties": DEFAULT,
    "default_column_width": 72,  # what Excel gives a column where 宋体 11 is the default face
    "default_row_height": 18,
}
_CREATED = datetime(2021, 9, 26, tzinfo=UTC)
"""Fixed, so that the same data give the same bytes: the day of the form in force."""

_LAST_COLUMN = 16_383


class _Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet in whose formulas no function is looked for that is younger than Excel 2007.

    XlsxWriter would look for 150 of them in each, a third of the time that a template takes.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class _List(_Sheet):
    """A worksheet whose rows still grow with their text, and whose last column style goes on.

    From the row ``body`` on, heights are stored as measured by a program, not as set by hand. The
    last column that has a style lends it to all columns after it: rows can be deleted from a
    protected sheet only if every one of their cells is unlocked.
    """

    body = 0
    last_styled = 0

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        super()._xml_start_tag_unencoded(tag, self._measured(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        super()._xml_empty_tag_unencoded(tag, self._measured(tag, attributes))

    def _measured(self, tag: str, attributes: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        if tag != "row" or dict(attributes)["r"] <= self.body:
            return attributes
        return [each for each in attributes if each[0] != "customHeight"]

    def _write_col_info(self, first: int, last: int, info: Any) -> None:
        super()._write_col_info(first, _LAST_COLUMN if last == self.last_styled else last, info)


class BookWriter:
    """A workbook that is being written; ``maker`` marks one that is no form to be filled in."""

    def __init__(self, title: str, subject: str, maker: str = "") -> None:
        self._stream = BytesIO()
        self._book = Workbook(self._stream, _OPTIONS)
        self._book.set_properties({"title": title, "subject": subject, "created": _CREATED})
        if maker:
            self._book.set_custom_property(MADE_BY, maker)
        self._book.set_size(1440, 900)
        self._book.set_tab_ratio(85)
        self._formats: dict[tuple[tuple[str, str | int], ...], Any] = {}
        self._sheets: list[SheetWriter] = []

    def format(self, style: Style) -> Any:
        """Return XlsxWriter's format of a style; equal styles share one."""
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(style))
        return self._formats[key]

    def sheet(self, name: str, tab_color: str, body: int | None = None) -> SheetWriter:
        """Add a sheet; one with a ``body`` is a list whose rows from there on may grow."""
        sheet = self._book.add_worksheet(name, _Sheet if body is None else _List)
        sheet.body = body
        sheet.set_tab_color(tab_color)
        sheet.hide_gridlines(2)
        self._sheets.append(SheetWriter(sheet, self.format))
        return self._sheets[-1]

    def chart(self, options: Mapping[str, str]) -> Any:
        """Add a native chart; it is seen once ``SheetWriter.place`` has put it on a sheet."""
        return self._book.add_chart(dict(options))

    def close(self) -> bytes:
        """Finish the workbook and return its bytes."""
        self._book.close()
        tall = {
            f"xl/worksheets/sheet{number}.xml": each.tall
            for number, each in enumerate(self._sheets, 1)
            if each.tall is not None
        }
        if not tall:
            return self._stream.getvalue()
        from govxlsx.template.tall import put_in

        return put_in(self._stream.getvalue(), tall)
