"""Last year's reports: found by agency and year, read when they are needed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govxlsx.checking.refusal import sentence
from govxlsx.desk.archive.current import CHANGED, current
from govxlsx.desk.inputs import collect, collect_published
from govxlsx.errors import GovxlsxError, UsageError
from govxlsx.published.kinds import is_published
from govxlsx.reading import load, read_bytes
from govxlsx.reading.data import of_data
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Report

_NO_YEAR = "本报告没有写明年度，找不出对应的上年报告"
_NO_AGENCY = "本报告没有填机关名称，找不出对应的上年报告"
_NAMED = 3
_NOTES = (".txt", ".md")
"""Texts in a folder are notes; as a report such a file has to be named."""
Key = tuple[str, int]
"""An agency, folded, and a year."""


@dataclass(frozen=True, slots=True)
class LastYearFile:
    """One of last year's reports: where it lies, and what it says it is.

    Of a published report ``sha256`` is that of its figures.
    """

    path: str
    agency: str
    year: int | None
    sha256: str
    published: bool = False


@dataclass(frozen=True, slots=True)
class Previous:
    """The reports to choose from, by agency and year.

    ``only`` is the one to use whatever its name says: one file was given with one workbook.
    Relative paths start from ``root``. ``lacking`` tells that a file of the folder could not
    be used.
    """

    entries: Mapping[Key, tuple[LastYearFile, ...]] = field(default_factory=dict)
    only: LastYearFile | None = None
    root: str = ""
    lacking: bool = False

    def of(self, report: Report) -> tuple[Report | None, str]:
        """Return last year's report of the same agency, or None and the reason why there is none.

        The reason is for the rules that are not run.
        """
        if self.only is not None:
            return self._loaded(self.only)
        if report.year is None:
            return None, _NO_YEAR
        if not report.agency.name:
            return None, _NO_AGENCY
        year = report.year - 1
        found = self.entries.get((agency_key(report.agency.name), year), ())
        if len(found) == 1:
            return self._loaded(found[0])
        if not found:
            return None, f"提供的上年报告中没有“{report.agency.shown}”{year} 年度的"
        names = "、".join(Path(each.path).name for each in found[:_NAMED])
        more = "等" if len(found) > _NAMED else ""
        return None, (
            f"提供的上年报告中“{report.agency.shown}”{year} 年度的有 {len(found)} 份内容不同的"
            f"（{names}{more}），不知道以哪一份为准，请只留一份"
        )

    def _loaded(self, chosen: LastYearFile) -> tuple[Report | None, str]:
        try:
            return read(chosen.path, self.root), ""
        except GovxlsxError as error:
            return None, f"上年报告“{chosen.path}”读不出来了：{sentence(error)}".rstrip("。")


def read(path: str, root: str = "") -> Report:
    """Read a workbook, interchange data (.json) or a published report, by the end of the name.

    A relative path starts from the folder ``root``. Raises UnusableWorkbookError,
    InterchangeError, PublishedError.
    """
    if is_published(path):
        from govxlsx.published import source

        return source.read(path, root=root).report
    data = load(Path(root, path))
    if path.lower().endswith(".json"):
        from govxlsx.published.data import parsed

        return of_data(parsed(data), path, hashlib.sha256(data).hexdigest())
    return read_bytes(data, path)


def entry(path: str, root: str = "") -> LastYearFile | str:
    """Read what a report says it is, or why it cannot be used: one sentence that names it."""
    try:
        report = read(path, root)
    except GovxlsxError as error:
        return f"上年报告“{path}”不能用：{sentence(error)}"
    published = is_published(path)
    content = _digest(report) if published else report.sha256
    return LastYearFile(path, report.agency.name, report.year, content, published)


def accepted(
    entries: Iterable[LastYearFile | str], sums: Iterable[str]
) -> Iterator[LastYearFile | str]:
    """Put the reason in place of each workbook that is not any more what its archive accepted.

    ``sums`` are the SHA-256 of what was accepted, "" of what no archive holds.
    """
    for each, sha256 in zip(entries, sums, strict=True):
        if isinstance(each, str) or sha256 in ("", each.sha256):
            yield each
        else:
            yield f"上年报告“{each.path}”{CHANGED.format('用')}"


def _digest(report: Report) -> str:
    """Return what makes two published reports one: a report is published in several kinds."""
    texts = (f"{key}={each.text}" for key, each in report.figures.items())
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def index(entries: Iterable[LastYearFile | str], root: str = "") -> Previous:
    """Return the reports by agency and year; the same file twice counts once.

    Where there is a workbook or interchange data, what was published of it does not count. In
    place of a file that cannot be used stands the reason.
    """
    found: dict[Key, dict[str, LastYearFile]] = {}
    lacking = False
    for each in entries:
        if isinstance(each, str):
            lacking = True
        elif each.year is not None and each.agency:
            key = (agency_key(each.agency), each.year)
            found.setdefault(key, {}).setdefault(each.sha256, each)
    chosen = {
        key: tuple(each for each in held.values() if not each.published) or tuple(held.values())
        for key, held in found.items()
    }
    return Previous(chosen, root=root, lacking=lacking)


def candidates(path: Path) -> dict[str, str]:
    """Return the files of ``--previous``: itself, or what a folder holds of last year's reports.

    Of an archive, the folder itself or one that lies in it, these are the workbooks that count,
    each with the SHA-256 of what was accepted; other files have "". Raises UsageError where a
    folder holds none, ArchiveError.
    """
    if not path.is_dir():
        return {str(path): ""}
    found = collect([str(path)])
    data = [name for name in found.skipped if name.lower().endswith(".json")]
    published = [each for each in collect_published([str(path)]) if not each.endswith(_NOTES)]
    held = [each for one in found.archives for each in current(Path(one))]
    archived = {str(each.workbook): each.submission.sha256 for each in held}
    reports = dict.fromkeys(found.files, "") | archived | dict.fromkeys((*data, *published), "")
    if not reports:
        raise UsageError(
            f"文件夹“{path}”里没有上年报告（工作簿、交换数据或公布的报告）。"
            "请检查 --previous 的路径。"
        )
    return reports
