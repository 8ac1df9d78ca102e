"""The report as a Word document, delivered only when it reads back as the report."""

from __future__ import annotations

from govxlsx.errors import ReadBackError
from govxlsx.report import Report
from govxlsx.word.fill import document
from govxlsx.word.readback import differences

_NAMED = 3


def deliver(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx) that an independent reader has compared.

    Raises ReadBackError, which names the first differences, if any figure or text is not the
    report's.
    """
    data = document(report, draft=draft)
    found = differences(data, report)
    if found:
        more = f"共有{len(found)}处不同。" if len(found) > _NAMED else ""
        raise ReadBackError(f"写出的文档与工作簿不一致，没有交付：{''.join(found[:_NAMED])}{more}")
    return data
