"""指标: every share of every counted body with both counts, and the ranking by the first."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from govxlsx.desk.rollup import Rollup
from govxlsx.report.figure import Figure, Number, State
from govxlsx.report.metrics import FEWEST, Measured, catalogue, measured
from govxlsx.showing.as_xlsx.charts import bars
from govxlsx.showing.as_xlsx.listing import HEADER, TOP, Column, ListSheet, listing
from govxlsx.template.book import BookWriter
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, HEAD, PLAIN

NAME = "指标"
_PERCENT = {**CENTERED, "num_format": "0.00%"}
_SHOWN = 20
_BESIDE = (4, 30, 9, 14, 7)
"""Widths of the gap and of the ranking beside the table."""

_HINT = (
    "每个指标都写明分子和分母：43.57%（1519/3486）。"
    f"分母不到 {FEWEST} 件的照常列出，不参加排名。空白格按 0 计。"
)


def write(book: BookWriter, rollup: Rollup) -> None:
    """Write the sheet."""
    form = rollup.sum.edition
    metrics = catalogue(form.id)
    columns = (Column("机关名称", 30), *(Column(each.name, 19, centred=True) for each in metrics))
    bodies = _measured(rollup)
    rows = [(name, *(each.text for each in found)) for name, found in bodies]
    whole = measured(form, {key: Figure(value, None) for key, value in rollup.sum.total.items()})
    last = ("全部机关合计", *(each.text for each in whole))
    sheet = listing(book, ListSheet(NAME, columns, tab="#5B7F2B"), _HINT, rows, last)
    sheet.widths((*(each.width for each in columns), *_BESIDE))
    _ranking(book, sheet, len(columns) + 1, bodies)


def _measured(rollup: Rollup) -> list[tuple[str, tuple[Measured, ...]]]:
    frame = rollup.sum.frame
    odd: dict[str, set[str]] = {}
    for each in rollup.sum.unadded:
        odd.setdefault(each.name, set()).add(each.field)
    return [
        (
            counted.name,
            measured(
                rollup.sum.edition,
                dict(_figures(frame.columns, values, odd.get(counted.name, set()))),
            ),
        )
        for counted, values in zip(rollup.choice.counted, frame.to_numpy().tolist(), strict=True)
    ]


def _figures(
    names: Iterable[str], values: Iterable[Number | None], odd: set[str]
) -> Iterator[tuple[str, Figure]]:
    for name, value in zip(names, values, strict=True):
        yield name, Figure(value, None, state=State.TEXT if name in odd else State.NUMBER)


def _ranking(
    book: BookWriter,
    sheet: SheetWriter,
    column: int,
    bodies: list[tuple[str, tuple[Measured, ...]]],
) -> None:
    """Write the bodies with enough cases by their first share, with a chart of the first ones."""
    ranked = sorted(
        ((name, found[0]) for name, found in bodies if found[0].ranked),
        key=lambda each: (-(each[1].share or Decimal(0)), each[0]),
    )
    if not ranked:
        return
    title = ranked[0][1].metric.name
    sheet.row(HEADER, (f"{title}：机关", "比率", "件数", "名次"), HEAD, column)
    for row, (name, found) in enumerate(ranked, TOP):
        share = found.share or Decimal(0)
        better = sum((each.share or Decimal(0)) > share for _, each in ranked)
        sheet.write(row, column, name, PLAIN)
        sheet.write(row, column + 1, share, _PERCENT)
        sheet.write(row, column + 2, f"{found.numerator}/{found.denominator}", CENTERED)
        sheet.write(row, column + 3, better + 1, CENTERED)
    bottom = TOP + min(_SHOWN, len(ranked)) - 1
    chart = bars(book, title, NAME, (TOP, column, bottom), lying=True)
    sheet.place(TOP, column + 5, chart, 640, 120 + 26 * (bottom - TOP + 1))
