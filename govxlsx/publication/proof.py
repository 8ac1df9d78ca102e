"""What is to be published is read back by the reader of published reports, and compared."""

from govxlsx.errors import PublishedError, ReadBackError
from govxlsx.published.comparison import differences
from govxlsx.published.source import read_bytes
from govxlsx.report.model import Report
from govxlsx.text import some


def confirm(data: bytes, name: str, report: Report) -> None:
    """Compare a page or a PDF with its report.

    Raises ReadBackError, which names the first differences, if any figure or text is not the
    report's.
    """
    try:
        found = differences(read_bytes(data, name, known=report.agency.name), report)
    except PublishedError as error:
        raise ReadBackError(f"写出的文件读不回来，没有交付：{error}") from error
    if found:
        told = some([each.sentence for each in found])
        raise ReadBackError(f"写出的文件与工作簿不一致，没有交付：{told}")
