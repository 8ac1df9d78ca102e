"""Files made elsewhere that belong to an accepted report: an OFD, a PDF, a scan, a page."""

from pathlib import Path, PurePath

from govxlsx.desk.archive.entry import ATTACHED, StoredFile, Submission
from govxlsx.desk.archive.filing import Archive
from govxlsx.desk.archive.refusal import ArchiveError
from govxlsx.desk.naming import archived_stem
from govxlsx.errors import GovxlsxError
from govxlsx.publication.pdf import substituted
from govxlsx.published.kinds import is_published
from govxlsx.published.source import read
from govxlsx.reading import load
from govxlsx.report.identity import agency_key, name_told, year_told

_STARTS = {
    ".ofd": (b"PK\x03\x04",),
    ".pdf": (b"%PDF",),
    ".docx": (b"PK\x03\x04",),
    ".html": (b"<", b"\xef\xbb\xbf<"),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG",),
    ".tif": (b"II*\x00", b"MM\x00*"),
    ".tiff": (b"II*\x00", b"MM\x00*"),
}
"""How files of each kind begin."""


def attach(archive: Archive, path: Path, number: int) -> tuple[Submission, StoredFile, bool]:
    """Store a file beside an accepted submission, and enter it with its SHA-256.

    Returns the submission, the file, and whether it was there already. Raises ArchiveError,
    OutputError, UnusableWorkbookError where the file cannot be read.
    """
    suffix = path.suffix.lower()
    data = load(path)
    _refuse(path, suffix, data)
    submission = archive.register.numbered(number)
    if submission is None:
        raise ArchiveError(f"登记簿里没有第 {number} 号报送。编号见 govxlsx archive 归档时的提示。")
    if not submission.accepted or submission.year is None:
        raise ArchiveError(f"第 {number} 号报送没有归档（没有通过检查），不能给它附加文件。")
    attached = [each for each in submission.files if each.kind.startswith(ATTACHED)]
    count = 1 + len(attached)
    home = archived_stem(submission.agency, submission.year, submission.sha256)
    file = StoredFile.of(f"{ATTACHED}-{count}", f"{home}（附件{count}）{suffix}", data)
    for each in attached:
        if each.sha256 == file.sha256:
            return submission, each, True
    archive.attach(submission, file, data)
    return submission, file, False


def doubt(path: Path, submission: Submission) -> str:
    """Say of what was attached that it is the report of another body or year, else return ""."""
    if not is_published(str(path)):
        return ""
    try:
        report = read(path).report
    except GovxlsxError:
        return ""  # a scan, or a document of another kind
    told = agency_key(report.agency.name), report.year
    pairs = zip(told, (submission.agency_key, submission.year), strict=True)
    if all(not found or found == own for found, own in pairs):
        return ""
    found, own = (
        f"{name_told(name)}{year_told(year)}"
        for name, year in ((report.agency.shown, report.year), (submission.agency, submission.year))
    )
    return (
        f"“{path.name}”读出来是{found}的报告，第 {submission.id} 号报送是{own}的："
        "请核对文件和编号；附错了的，附到对的编号上，这一份留着，不影响别的。"
    )


def _refuse(path: Path, suffix: str, data: bytes) -> None:
    """Refuse what is no file of a known kind, and PDF whose faces were substituted."""
    name = PurePath(path).name
    if suffix not in _STARTS:
        known = "、".join(_STARTS)
        raise ArchiveError(f"“{name}”不能附加到归档：可以附加 {known} 文件。")
    if not data.startswith(_STARTS[suffix]):
        raise ArchiveError(f"“{name}”的内容不是 {suffix} 文件，没有附加。请检查文件。")
    lacking = substituted(data, second=False) if suffix == ".pdf" and b"LibreOffice" in data else ()
    if lacking:
        raise ArchiveError(
            f"“{name}”里的{'、'.join(lacking)}用了别的字体代替，不宜归档，没有附加。"
            "请在装有这些字体的电脑上重新生成 PDF。"
        )
