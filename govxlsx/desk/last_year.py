"""Where last year's reports come from: files, folders of them, archives that lie in these."""

from pathlib import Path

from govxlsx.desk.archive.current import current
from govxlsx.desk.inputs import collect, collect_published
from govxlsx.errors import UsageError

_NOTES = (".txt", ".md")
"""Texts in a folder are notes; as a report such a file has to be named."""


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
