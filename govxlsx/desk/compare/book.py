"""The comparison as a workbook: figures, text, and native charts of the years."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from govxlsx.addresses import Area, address
from govxlsx.desk.compare import Comparison, ratios
from govxlsx.desk.compare.figures import Line
from govxlsx.desk.compare.series import Series
from govxlsx.desk.compare.texts import ChangeKind
from govxlsx.desk.compare.wording import BLANK, KINDS, LEGEND, amount, marked
from govxlsx.report.identity import name_told
from govxlsx.report.interchange import CELL_LIMIT
from govxlsx.template.book import BookWriter
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import CENTERED, FACE, HEAD, HINT, LABEL, PLAIN, TITLE, Style
from govxlsx.text import shortened, speakable
from govxlsx.version import MAKER

FIGURES, METRICS, TEXTS = "数字对照", "指标对照", "文字对照"

_NUMBER: Style = {**CENTERED, "align": "right"}
_SIGNED: Style = {**_NUMBER, "num_format": "+0.####;-0.####;0"}
_PERCENT: Style = {**_NUMBER, "num_format": "+0.0%;-0.0%;0.0%"}
_POINTS: Style = {**_NUMBER, "num_format": "+0.00;-0.00;0.00"}
_CHANGED: Style = {**LABEL, "bg_color": "#FFF3CF", "bold": 1}
_PART: Style = {**HEAD, "align": "left", "indent": 1}
_PROSE: Style = {**PLAIN, "valign": "top"}
_NAME = "历年图"
_COLORS = ("#0B57A4", "#C25E00", "#5B7F2B", "#8A3FA0", "#B3261E", "#00788A", "#7A6A00")
"""Told apart in grey print too; the first two are the darkest and the lightest neighbours."""

_TOP = 1
_FONT = {"name": FACE, "size": 10}
_LINE = 26
"""Half-width characters of a label that fit into one line."""


def workbook(given: Comparison) -> bytes:
    """Return the workbook (.xlsx) of a comparison; the same reports give the same bytes."""
    book = BookWriter(given.title, "政府信息公开工作年度报告对照", MAKER)
    _figures(book, given)
    _metrics(book, given)
    _texts(book, given)
    _plots(book, given)
    return book.close()


def _figures(book: BookWriter, given: Comparison) -> None:
    reports = len(given.labels)
    sheet = book.sheet(FIGURES, "#1F3A5F")
    widths = [46, 7, *[14] * reports, *[11, 10] * (reports - 1)]
    sheet.widths(widths)
    top = _legend(sheet, given, len(widths))
    steps = (text for step in given.steps for text in (step, "增减%"))
    sheet.row(top, ("项目", "单位", *given.labels, *steps), HEAD)
    sheet.height(top, 34)
    sheet.freeze(top + 1, 1)
    row, part = top + 1, ""
    for line in given.lines:
        if line.part != part:
            part = line.part
            sheet.fill(Area(row, 0, row, len(widths) - 1), part, _PART)
            row += 1
        _line(sheet, row, line, reports)
        row += 1
    sheet.print_as(None, landscape=reports > 2, repeat=(top, top))


def _legend(sheet: SheetWriter, given: Comparison, width: int) -> int:
    sheet.fill(Area(0, 0, 0, width - 1), given.title, TITLE)
    sheet.height(0, 30)
    told = [
        f"{label}：{name_told(report.agency.shown)}，{report.edition} 版的表，"
        f"{speakable(report.source)}"
        for label, report in zip(given.labels, given.reports, strict=True)
    ]
    told += [*given.remarks, "底色黄的行有变化。增减是后一份减前一份；前一份是 0 的，不算百分比。"]
    for row, text in enumerate(told, 1):
        sheet.fill(Area(row, 0, row, width - 1), text, HINT)
    return len(told) + 1


def _line(sheet: SheetWriter, row: int, line: Line, reports: int) -> None:
    label = "　" * line.depth + line.label
    sheet.write(row, 0, label, _CHANGED if line.amounts and line.changed else LABEL)
    sheet.height(row, 18 * (1 + len(label) // _LINE))
    sheet.write(row, 1, line.unit or None, CENTERED)
    if not line.amounts:
        sheet.row(row, [None] * (reports + 2 * (reports - 1)), _NUMBER, 2)
        return
    for column, each in enumerate(line.amounts, 2):
        told = each.value if each.value is not None and not each.unit else None
        sheet.write(row, column, amount(each) if told is None else told, _NUMBER)
    for place, step in enumerate(line.steps):
        column = 2 + reports + 2 * place
        before, after = (address(row, 2 + place + more) for more in (0, 1))
        plain = not any(each.unit for each in line.amounts)
        if step.difference is None or not plain:
            sheet.write(row, column, step.difference, _SIGNED)
        else:
            sheet.formula(row, column, f"={after}-{before}", step.difference, _SIGNED)
        if step.permille is None or not plain:
            sheet.write(row, column + 1, None, _PERCENT)
        else:
            share = Decimal(step.permille) / 1000
            formula = f"=ROUND(({after}-{before})/ABS({before}),3)"
            sheet.formula(row, column + 1, formula, share, _PERCENT)


def _metrics(book: BookWriter, given: Comparison) -> None:
    reports = len(given.labels)
    sheet = book.sheet(METRICS, "#5B7F2B")
    widths = [28, *[22] * reports, *[13] * (reports - 1), 60]
    sheet.widths(widths)
    sheet.fill(Area(0, 0, 0, len(widths) - 1), ratios.TITLE, TITLE)
    sheet.height(0, 30)
    sheet.fill(Area(1, 0, 1, len(widths) - 1), ratios.EXPLAINED, HINT)
    steps = (f"{step}（百分点）" for step in given.steps)
    sheet.row(2, ("指标", *given.labels, *steps, "怎么算"), HEAD)
    sheet.height(2, 34)
    sheet.freeze(3, 1)
    for row, each in enumerate(given.shares, 3):
        sheet.write(row, 0, each.name, _CHANGED if each.changed else LABEL)
        sheet.row(row, each.texts, CENTERED, 1)
        sheet.row(row, each.steps, _POINTS, 1 + reports)
        sheet.write(row, len(widths) - 1, each.basis, PLAIN)
        sheet.height(row, 36)
    sheet.print_as(None, landscape=True, repeat=(2, 2))


def _texts(book: BookWriter, given: Comparison) -> None:
    sheet = book.sheet(TEXTS, "#744500")
    sheet.widths([16, 22, 8, 44, 44, 56])
    sheet.fill(Area(0, 0, 0, 5), f"文字对照　{LEGEND}", TITLE)
    sheet.height(0, 30)
    sheet.row(1, ("比较", "部分", "变化", "前一份", "后一份", "改动之处"), HEAD)
    sheet.freeze(2)
    row = 2
    for texts in given.texts:
        for passage in texts.passages:
            for change in passage.changes:
                cells = (
                    f"{texts.before}→{texts.after}",
                    passage.title,
                    KINDS[change.kind],
                    change.before,
                    change.after if change.kind is not ChangeKind.SAME else "（相同）",
                    marked(change.pieces) if change.kind is ChangeKind.CHANGED else "",
                )
                _row(sheet, row, cells)
                row += 1
    if row == 2:
        sheet.write(row, 0, "这些报告都没有文字。", PLAIN)
    sheet.print_as(None, landscape=True, repeat=(1, 1))


def _row(sheet: SheetWriter, row: int, cells: Sequence[str]) -> None:
    for column, text in enumerate(cells):
        sheet.write(row, column, shortened(text, CELL_LIMIT), _PROSE if column > 2 else PLAIN)
    lines = max(len(cells[3]) / 21, len(cells[4]) / 21, len(cells[5]) / 27, len(cells[1]) / 10)
    sheet.height(row, min(400, 18 * (1 + int(lines))))


def _plots(book: BookWriter, given: Comparison) -> None:
    """Add the sheet: the figures, and beside them a chart of each of the two tables."""
    sheet = book.sheet(_NAME, "#14602F")
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
                "name": [_NAME, row, 0],
                "categories": [_NAME, top, 1, top, width],
                "values": [_NAME, row, 1, row, width],
                "fill": {"color": _COLORS[number % len(_COLORS)]},
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
