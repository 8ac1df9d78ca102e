"""Results as a workbook for the operator: a row for each body, for each finding, for each check."""

from collections.abc import Iterable

from govxlsx.checking.examination import Result
from govxlsx.showing.as_xlsx import sheets
from govxlsx.showing.as_xlsx.rows import of_result
from govxlsx.template.book import BookWriter
from govxlsx.version import MAKER


def workbook(results: Iterable[Result]) -> bytes:
    """Return the workbook (.xlsx) of a check: 总览, 问题清单, 按检查项."""
    book = BookWriter("检查结果", "政府信息公开工作年度报告检查结果", MAKER)
    rows = [of_result(each) for each in results]
    sheets.overview(book, rows)
    sheets.problems(book, rows)
    sheets.by_check(book, rows)
    return book.close()
