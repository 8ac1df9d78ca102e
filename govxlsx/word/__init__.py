"""The report as a Word document, delivered only when it reads back as the report."""

from govxlsx.errors import ReadBackError
from govxlsx.report.model import Report
from govxlsx.text import some
from govxlsx.word.fill import document
from govxlsx.word.origin import Origin, origin
from govxlsx.word.readback import differences

__all__ = ["Origin", "confirm", "deliver", "document", "origin"]


def confirm(data: bytes, report: Report) -> None:
    """Compare a document (.docx) with its report by an independent reader.

    Raises ReadBackError, which names the first differences, if any figure or text is not the
    report's.
    """
    found = differences(data, report)
    if found:
        raise ReadBackError(f"写出的文档与工作簿不一致，没有交付：{some(found)}")


def deliver(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a Word document (.docx) that was read back and compared.

    Equal reports give equal bytes. Raises ReadBackError as ``confirm`` does.
    """
    data = document(report, draft=draft)
    confirm(data, report)
    return data
