"""The accepted report that a published one should be: a workbook, or one that an archive holds."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from govxlsx.checking.refusal import sentence
from govxlsx.desk import previous
from govxlsx.desk.archive.current import CHANGED, Current, current
from govxlsx.desk.archive.refusal import no_archive
from govxlsx.desk.archive.register import NAME
from govxlsx.errors import GovxlsxError, PublishedError, UsageError
from govxlsx.published.assembly import Published
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Report


def accepted(path: Path) -> Callable[[Published], Report]:
    """Return what finds the accepted report of the same agency and year as a published one.

    ``path`` is an archive's folder, or a workbook. Raises ArchiveError, UsageError where the
    workbook cannot be used; what finds the report raises PublishedError where the archive has none,
    and what reading it raises.
    """
    if (path / NAME).is_file():
        held = {(each.submission.agency_key, each.submission.year): each for each in current(path)}
        return partial(_archived, held)
    if path.is_dir():
        raise no_archive(path)
    report = named(path, previous.read)
    return lambda _: report


def named(path: Path, reading: Callable[[str], Report]) -> Report:
    """Read the report of ``--against``. Raises UsageError, which names it, if it is of no use."""
    try:
        return reading(str(path))
    except GovxlsxError as error:
        raise UsageError(f"--against 的“{path}”不能用：{sentence(error)}") from error


def _archived(held: Mapping[tuple[str, int | None], Current], published: Published) -> Report:
    report = published.report
    found = held.get((agency_key(report.agency.name), report.year))
    if found is None:
        name = report.agency.name or "（没有认出机关名称）"
        raise PublishedError(f"归档里没有“{name}”{report.year or '未写明'} 年度的报告。")
    approved = previous.read(str(found.workbook))
    if approved.sha256 != found.submission.sha256:
        raise PublishedError(f"归档里的“{found.workbook}”{CHANGED.format('与它核对')}")
    return approved
