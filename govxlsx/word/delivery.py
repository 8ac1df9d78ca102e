"""A report becomes a Word file: made, read back, and only then put in its place."""

from pathlib import Path

from govxlsx.errors import ReadBackError
from govxlsx.output import write_file
from govxlsx.report.model import Report
from govxlsx.text import some
from govxlsx.word.fill import document
from govxlsx.word.readback import differences


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


def write(report: Report, path: str | Path, *, draft: bool = False, force: bool = False) -> None:
    """Write a report's Word document.

    Raises ReadBackError where the document's figures are not the report's, OutputError where the
    file exists (without ``force``) or cannot be written.
    """
    write_file(Path(path), deliver(report, draft=draft), force=force)
