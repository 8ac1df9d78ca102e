"""A native chart of one column of numbers beside their names."""

from typing import Any

from govxlsx.template.book import BookWriter
from govxlsx.template.styles import FACE

_FONT = {"name": FACE, "size": 10}
_COLOUR = "#0B57A4"


def bars(
    book: BookWriter, title: str, sheet: str, area: tuple[int, int, int], *, lying: bool = False
) -> Any:
    """Return a chart; ``area`` is the first row, the column of the names, and the last row.

    The numbers stand in the next column. ``lying`` bars have room for long names, the first one
    on top.
    """
    top, column, bottom = area
    chart = book.chart({"type": "bar" if lying else "column"})
    chart.add_series(
        {
            "name": title,
            "categories": [sheet, top, column, bottom, column],
            "values": [sheet, top, column + 1, bottom, column + 1],
            "fill": {"color": _COLOUR},
            "gap": 60,
            "data_labels": {"value": True, "font": _FONT},
        }
    )
    chart.set_title({"name": title, "name_font": {**_FONT, "size": 12, "bold": True}})
    chart.set_legend({"none": True})
    lines = {"visible": True, "line": {"color": "#D0D7DE"}}
    names: dict[str, object] = {"num_font": _FONT, "major_gridlines": {"visible": False}}
    numbers = {"num_font": _FONT, "min": 0, "major_gridlines": lines}
    if lying:
        # XlsxWriter's y axis is the upright one; turned over, it would have the numbers on top.
        chart.set_y_axis({**names, "reverse": True})
        chart.set_x_axis({**numbers, "label_position": "high"})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(numbers)
    return chart
