"""A sheet that is being written: it never drops a value, and never takes text for anything else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from govxlsx.addresses import Area, Place
from govxlsx.errors import InterchangeError
from govxlsx.report.figure import Number, plain
from govxlsx.report.interchange import CELL_LIMIT
from govxlsx.template.measure import height
from govxlsx.template.styles import FACE, HINT, TITLE, Style
from govxlsx.text import clean

if TYPE_CHECKING:
    from govxlsx.template.tall import NumberRow, Numbers

_LARGEST_EXPONENT = 300
_A4 = 9
_TITLE_HEIGHT = 30.0


class _Exact(Decimal):
    """A number that is written with all of its digits; XlsxWriter would keep sixteen."""

    def __format__(self, spec: str, /, context: object = None) -> str:
        return str(self)


def _exact(value: Number) -> _Exact:
    """Return a number as it is written. Raises InterchangeError for what no cell can hold."""
    exact = _Exact(value)
    if exact.adjusted() > _LARGEST_EXPONENT:
        raise InterchangeError(f"有一个 {exact.adjusted() + 1} 位的数，太大，写不进工作簿。")
    return exact


def _require(result: int, what: str) -> None:
    if result:
        raise InterchangeError(f"{what}写不进工作簿：一个单元格最多 {CELL_LIMIT} 个字。")


def _literal(text: str) -> str:
    """Keep XlsxWriter from taking a text that looks like its own markup for markup."""
    if text.startswith("<r>") and text.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>'
    return text


class SheetWriter:
    """A sheet that is being written. Rows and columns are counted from 0."""

    def __init__(self, sheet: Any, format_of: Callable[[Style], Any]) -> None:
        self._sheet = sheet
        self._format_of = format_of
        self.tall: Numbers | None = None
        """What is written when the workbook is finished."""

    def write(
        self, row: int, column: int, value: Number | str | None, style: Style | None = None
    ) -> None:
        """Write a value as it stands: text is never taken for a formula, number or address."""
        cell_format = None if style is None else self._format_of(style)
        if isinstance(value, str):
            value = clean(value) or None
        if value is None:
            self._sheet.write_blank(row, column, None, cell_format)
        elif isinstance(value, str):
            result = self._sheet.write_string(row, column, _literal(value), cell_format)
            _require(result, f"“{value[:12]}”这段文字")
        else:
            self._sheet.write_number(row, column, _exact(value), cell_format)

    def row(
        self, row: int, values: Iterable[Number | str | None], style: Style, first: int = 0
    ) -> None:
        """Write values side by side from the column ``first`` on, all in one style."""
        for column, value in enumerate(values, first):
            self.write(row, column, value, style)

    def numbers(
        self, area: Area, rows: Iterable[Sequence[Number | None] | None], style: Style
    ) -> None:
        """Write rows of numbers when the workbook is finished, as they come; once in a sheet.

        Each row has something before them already. Of one that is None all is written.
        """
        from govxlsx.template.tall import Numbers

        exact: Iterable[NumberRow] = (
            row and [None if value is None else _exact(value) for value in row] for row in rows
        )
        number = self._format_of(style)._get_xf_index
        self.tall = Numbers(area.top, area.left, area.right - area.left + 1, exact, number)

    def formula(
        self, row: int, column: int, formula: str, value: Number | str, style: Style
    ) -> None:
        """Write a formula together with the result that a spreadsheet program would show."""
        result = value if isinstance(value, str) else _Exact(plain(value))
        self._sheet.write_formula(row, column, formula, self._format_of(style), result)

    def link(self, row: int, column: int, place: Place, text: str, style: Style) -> None:
        """Write a link to a cell of this workbook."""
        target = f"internal:'{place.sheet}'!{place.cell}"
        self._sheet.write_url(row, column, target, self._format_of(style), text)

    def merge(self, area: Area, style: Style) -> None:
        """Merge an area of more than one cell; all of its cells get the style."""
        if not area.single:
            edges = (area.top, area.left, area.bottom, area.right)
            self._sheet.merge_range(*edges, "", self._format_of(style))

    def fill(self, area: Area, value: Number | str | None, style: Style) -> None:
        """Write a value into an area, merged where it is more than one cell."""
        self.merge(area, style)
        self.write(area.top, area.left, value, style)

    def head(self, title: str, hint: str, widths: Sequence[float], hint_row: int = 1) -> None:
        """Set the columns' widths; write the title, and what to do, across all of them."""
        self.widths(widths)
        last = len(widths) - 1
        self.fill(Area(0, 0, 0, last), title, TITLE)
        self.height(0, _TITLE_HEIGHT)
        self.fill(Area(hint_row, 0, hint_row, last), hint, HINT)
        self.height(hint_row, height(hint, sum(widths), least=24, size=10))

    def widths(self, widths: Iterable[float]) -> None:
        """Set the widths of the columns from the first on, in half-width characters."""
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def column(self, column: int, style: Style, width: float | None = None) -> None:
        """Give a whole column a style; that does not count as content of the sheet."""
        edge = self._sheet.dim_colmax
        self._sheet.set_column(column, column, width, self._format_of(style))
        self._sheet.dim_colmax = edge
        self._sheet.last_styled = column

    def height(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self._sheet.set_row(row, points)

    def validate(self, areas: Iterable[Area], options: Mapping[str, object]) -> None:
        """Guide and check what is typed into areas."""
        first, *others = ([each.top, each.left, each.bottom, each.right] for each in areas)
        result = self._sheet.data_validation(*first, {**options, "other_cells": others})
        if result:
            raise ValueError(options)

    def highlight(self, areas: Sequence[Area], formula: str, style: Style) -> None:
        """Give cells a style while a formula, relative to the first of them, is true."""
        first = areas[0]
        options = {
            "type": "formula",
            "criteria": formula,
            "format": self._format_of(style),
            "multi_range": " ".join(each.reference() for each in areas),
        }
        self._sheet.conditional_format(first.top, first.left, first.bottom, first.right, options)

    def place(self, row: int, column: int, chart: Any, width: int, height: int) -> None:
        """Put a chart of the book on the sheet, its corner in a cell; sizes in pixels."""
        chart.set_size({"width": width, "height": height})
        self._sheet.insert_chart(row, column, chart, {"object_position": 2})

    def freeze(self, row: int, column: int = 0) -> None:
        """Keep the rows above and the columns before a cell in sight."""
        self._sheet.freeze_panes(row, column)

    def filter(self, area: Area) -> None:
        """Let the rows below a header be chosen from; the area's first row is the header."""
        self._sheet.autofilter(area.top, area.left, area.bottom, area.right)

    def quiet(self, marks: Iterable[str], area: Area) -> None:
        """Turn off Excel's green corner marks of the named kinds in an area."""
        self._sheet.ignore_errors(dict.fromkeys(marks, area.reference()))

    def protect(self, *allowed: str) -> None:
        """Protect the sheet without a password; heights and widths may be changed all the same."""
        options = dict.fromkeys((*allowed, "format_rows", "format_columns"), True)
        self._sheet.protect("", options)

    def print_as(
        self,
        area: Area | None,
        landscape: bool = False,
        repeat: tuple[int, int] | None = None,
        pages: int = 0,
        across: int = 1,
    ) -> None:
        """Set up A4 printing, ``across`` pages wide, ``pages`` long (0: as many as it takes).

        Without an area all that the sheet holds is printed, however long it grows. On sheets of
        several pages' width the first two columns are repeated.
        """
        sheet = self._sheet
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.set_footer(f'&C&"{FACE},常规"&9第 &P 页，共 &N 页')
        sheet.fit_to_pages(across, pages)
        if across > 1:
            sheet.repeat_columns(0, 1)
        if area is not None:
            sheet.print_area(area.top, area.left, area.bottom, area.right)
        if repeat is not None:
            sheet.repeat_rows(*repeat)
