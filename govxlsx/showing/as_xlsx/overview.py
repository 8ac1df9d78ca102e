"""总览: one row a submission, and how many there are of each kind, as a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govxlsx.checking.rule import Severity
from govxlsx.showing.as_xlsx.charts import bars
from govxlsx.showing.as_xlsx.listing import TOP, Column, ListSheet, listing
from govxlsx.showing.as_xlsx.rows import ListedSubmission
from govxlsx.showing.listing import STATUS_WORDS
from govxlsx.template.book import BookWriter
from govxlsx.template.styles import CENTERED, HEAD

NAME = "总览"
_COLUMNS = (
    Column("序号", 6, centred=True),
    Column("机关名称", 30),
    Column("年度", 8, centred=True),
    Column("结果", 10, centred=True),
    Column("错误", 7, centred=True),
    Column("提醒", 7, centred=True),
    Column("说明", 7, centred=True),
    Column("怎么办", 34),
    Column("文件", 34),
    Column("备注", 24),
)
_TABLE = ListSheet(NAME, _COLUMNS, fixed=2)
_BESIDE = len(_COLUMNS) + 1
_VERDICTS = tuple(STATUS_WORDS.values())


def write(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write the sheet."""
    counts = Counter(each.verdict for each in rows)
    told = "、".join(f"{each} {counts[each]}" for each in _VERDICTS)
    values = [
        (
            *(number, each.agency or "（没有机关名称）", each.year, each.verdict),
            *(each.count(severity) for severity in Severity),
            *(each.todo, each.file, each.note),
        )
        for number, each in enumerate(rows, 1)
    ]
    sheet = listing(book, _TABLE, f"共 {len(rows)} 份：{told}。", values)
    sheet.write(TOP, _BESIDE, "结果", HEAD)
    sheet.write(TOP, _BESIDE + 1, "份数", HEAD)
    for number, each in enumerate(_VERDICTS, TOP + 1):
        sheet.write(number, _BESIDE, each, CENTERED)
        sheet.write(number, _BESIDE + 1, counts[each], CENTERED)
    area = (TOP + 1, _BESIDE, TOP + len(_VERDICTS))
    chart = bars(book, "检查结果（份）", NAME, area)
    sheet.place(TOP + len(_VERDICTS) + 2, _BESIDE, chart, 420, 260)
