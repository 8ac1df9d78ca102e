"""Published reports against the accepted ones: a workbook, or what an archive holds."""

from __future__ import annotations

from pathlib import Path

from govxlsx.desk import previous
from govxlsx.desk.archive.current import current
from govxlsx.desk.archive.refusal import no_archive
from govxlsx.desk.archive.register import NAME
from govxlsx.errors import PublishedError
from govxlsx.published.assembly import Published
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Report


class Accepted:
    """The accepted reports to compare with."""

    def __init__(self, path: Path) -> None:
        """Look at an archive's folder, or at a workbook. Raises ArchiveError."""
        self._only = ""
        self._places: dict[tuple[str, int | None], Path] = {}
        if (path / NAME).is_file():
            self._places = {
                (each.agency_key, each.year): workbook for each, workbook in current(path)
            }
        elif path.is_dir():
            raise no_archive(path)
        else:
            self._only = str(path)

    def of(self, published: Published) -> Report:
        """Return the accepted report of the same agency and year.

        Raises PublishedError where the archive has none, and what reading it raises.
        """
        if self._only:
            return previous.read(self._only)
        report = published.report
        place = self._places.get((agency_key(report.agency.name), report.year))
        if place is None:
            name = report.agency.name or "（没有认出机关名称）"
            raise PublishedError(f"归档里没有“{name}”{report.year or '未写明'} 年度的报告。")
        return previous.read(str(place))
