"""A report becomes a Word file: made, read back, and only then put in its place."""

from pathlib import Path

from govxlsx import word
from govxlsx.output import write_file
from govxlsx.report.model import Report


def write(report: Report, path: str | Path, *, draft: bool = False, force: bool = False) -> None:
    """Write a report's Word document.

    Raises ReadBackError where the document's figures are not the report's, OutputError where the
    file exists (without ``force``) or cannot be written.
    """
    write_file(Path(path), word.deliver(report, draft=draft), force=force)
