"""按检查项: one row a check that found something, the most frequent first, as a chart too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govxlsx.checking.catalogue import rules
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Severity
from govxlsx.showing.as_xlsx.charts import bars
from govxlsx.showing.as_xlsx.listing import TOP, Column, ListSheet, listing
from govxlsx.showing.as_xlsx.rows import ListedSubmission
from govxlsx.template.book import BookWriter

NAME = "按检查项"
_COLUMNS = (
    Column("问题", 44),
    Column("报告份数", 10, centred=True),
    Column("处数", 8, centred=True),
    Column("级别", 7, centred=True),
    Column("检查项", 9, centred=True),
    Column("依据", 48),
    Column("机关（前五个）", 48),
)
_TABLE = ListSheet(NAME, _COLUMNS, tab="#744500")
_NAMED = 5
_SHOWN = 12
_BESIDE = len(_COLUMNS) + 1


def write(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write the sheet."""
    places: Counter[str] = Counter()
    bodies: dict[str, dict[str, None]] = {}
    for row in rows:
        for each in row.problems:
            places[each.code] += 1
            bodies.setdefault(each.code, {}).setdefault(row.agency or row.file)
    order = list(Severity)
    found = [each for each in rules() if each.code in places]
    found.sort(key=lambda each: (order.index(each.severity), -len(bodies[each.code]), each.code))
    values = [
        (
            *(each.title, len(bodies[each.code]), places[each.code]),
            *(SEVERITY_WORDS[each.severity], each.code, each.basis),
            "、".join(list(bodies[each.code])[:_NAMED]),
        )
        for each in found
    ]
    hint = "每行是一项检查：多少份报告有这个问题，一共多少处。错误在前，份数多的在前。"
    sheet = listing(book, _TABLE, hint, values)
    if values:
        bottom = TOP + min(_SHOWN, len(values)) - 1
        chart = bars(book, "有这个问题的报告（份）", NAME, (TOP, 0, bottom), lying=True)
        sheet.place(TOP, _BESIDE, chart, 640, 120 + 26 * (bottom - TOP + 1))
