"""The only door to openpyxl: a marked copy of a submitted workbook. The original is only read."""

from __future__ import annotations

from govxlsx.checking.finding import Outcome
from govxlsx.reading import read_bytes
from govxlsx.report.model import Report
from govxlsx.showing.annotation import marking, package, results
from govxlsx.showing.annotation.cached import stored_results
from govxlsx.showing.annotation.marks import gather
from govxlsx.showing.annotation.opening import opened, whole_book

__all__ = ["annotate"]


def annotate(data: bytes, outcome: Outcome, report: Report | None = None) -> bytes:
    """Return a copy of a workbook with its findings marked; the same input gives the same bytes.

    ``data`` are the submitted file's bytes (.xlsx or .xlsm), ``outcome`` what checking them gave,
    ``report`` what was read of them, where that is at hand.
    The cells of each finding are coloured and commented; a first sheet 校验结果 lists them all.
    Raises OutputError where no copy can be made.
    """
    report = report or read_bytes(data, "")
    book = whole_book(data)
    copy = opened(data, book)
    marking.mark(copy, gather(outcome.findings, report))
    results.write(copy, report, outcome)
    return package.packed(copy, data, book, stored_results(book, report))
