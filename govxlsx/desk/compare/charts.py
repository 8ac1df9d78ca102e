"""The sheet of the charts: the applications of each year and their results, native to Excel."""

from collections.abc import Mapping, Sequence

from govxlsx.addresses import Area
from govxlsx.desk.compare import Comparison
from govxlsx.desk.compare.series import Series
from govxlsx.desk.compare.wording import BLANK
from govxlsx.template.book import BookWriter
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, FACE, HEAD, LABEL, TITLE

NAME = "历年图"
COLORS = ("#0B57A4", "#C25E00", "#5B7F2B", "#8A3FA0", "#B3261E", "#00788A", "#7A6A00")
"""Told apart in grey print too; the first two are the darkest and the lightest neighbours."""

_TOP = 1
_FONT = {"name": FACE, "size": 10}


def plots(book: BookWriter, given: Comparison) -> None:
    """Add the sheet: the figures, and beside them a chart of each of the two tables."""
    sheet = book.sheet(NAME, "#14602F")
    sheet.widths([24, *[12] * len(given.labels)])
    width = len(given.labels)
    sheet.fill(Area(0, 0, 0, width), "申请和办理结果（件）", TITLE)
    sheet.height(0, 30)
    tables = (
        ("申请数量", given.through, {"type": "column"}),
        ("办理结果", given.results, {"type": "column", "subtype": "stacked"}),
    )
    row, place = _TOP, _TOP
    for title, series, kind in tables:
        first = row
        row = _table(sheet, row, title, given.labels, series)
        chart = _chart(book, title, kind, (first, len(series), width))
        sheet.place(place, width + 2, chart, 640, 340)
        place += 20
    sheet.print_as(None, landscape=True, pages=1)


def _table(
    sheet: SheetWriter, row: int, title: str, labels: Sequence[str], series: Sequence[Series]
) -> int:
    sheet.row(row, (title, *labels), HEAD)
    for each in series:
        row += 1
        sheet.write(row, 0, each.label, LABEL)
        values = (BLANK if value is None else value for value in each.values)
        sheet.row(row, values, CENTERED, 1)
    return row + 2


def _chart(
    book: BookWriter, title: str, kind: Mapping[str, str], area: tuple[int, int, int]
) -> object:
    """Return a chart of a table: a series for each of its rows, a category for each report."""
    top, count, width = area
    chart = book.chart(kind)
    for number in range(count):
        row = top + 1 + number
        chart.add_series(
            {
                "name": [NAME, row, 0],
                "categories": [NAME, top, 1, top, width],
                "values": [NAME, row, 1, row, width],
                "fill": {"color": COLORS[number % len(COLORS)]},
                "gap": 80,
                "data_labels": {"value": True, "font": {**_FONT, "size": 9}}
                if "subtype" not in kind
                else {},
            }
        )
    chart.set_title({"name": f"{title}（件）", "name_font": {**_FONT, "size": 13, "bold": True}})
    chart.set_x_axis({"num_font": _FONT})
    lines = {"visible": True, "line": {"color": "#D0D7DE"}}
    chart.set_y_axis({"num_font": _FONT, "min": 0, "major_gridlines": lines})
    chart.set_legend({"position": "bottom", "font": _FONT})
    return chart
