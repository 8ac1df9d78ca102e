"""问题清单: one row a finding, to be filtered by body, by severity, by check."""

from __future__ import annotations

from collections.abc import Sequence

from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Severity
from govxlsx.showing.as_xlsx.listing import Column, ListSheet, listing
from govxlsx.showing.as_xlsx.rows import ListedSubmission
from govxlsx.template.book import BookWriter

NAME = "问题清单"
_COLUMNS = (
    Column("机关名称", 28),
    Column("级别", 7, centred=True),
    Column("工作表", 16),
    Column("单元格", 9, centred=True),
    Column("问题", 52),
    Column("怎么办", 44),
    Column("已作说明", 22),
    Column("检查项", 9, centred=True),
    Column("文件", 30),
)
_TABLE = ListSheet(NAME, _COLUMNS, tab="#B3261E")
_HINT = "每行是一个问题，错误在前。点击表头的箭头可以只看一个机关、一个级别或一项检查。"


def write(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write the sheet."""
    values = [
        (
            *(
                row.agency or "（没有机关名称）",
                SEVERITY_WORDS[Severity(each.severity)],
                each.sheet,
                each.cell,
            ),
            *(each.message, each.fix, each.explained, each.code, row.file),
        )
        for row in rows
        for each in row.problems
    ]
    listing(book, _TABLE, _HINT, values)
