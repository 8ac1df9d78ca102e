"""Where the workbooks to sum come from: files as they were given, or an archive by its register."""

from dataclasses import dataclass, field
from pathlib import Path

from govxlsx.desk.archive.current import CHANGED, is_changed, submissions
from govxlsx.desk.archive.entry import WORKBOOK, Submission
from govxlsx.desk.inputs import Intake
from govxlsx.desk.rollup.choice import GIVEN_ORDER
from govxlsx.desk.rollup.submission import Candidate, places
from govxlsx.errors import OutputError, UnusableWorkbookError
from govxlsx.form.layout import SHARES
from govxlsx.reading import load
from govxlsx.regular import identities, identity
from govxlsx.report.model import Agency
from govxlsx.workbook import open_book


@dataclass(frozen=True)
class Source:
    """The workbooks to sum. ``rank`` tells for a path which of two is later, ``by`` says by what.

    ``archive`` is where they come from, None for files; ``returned`` are submissions that it knows
    of and has no workbook of, ``unfit`` its workbooks that are not any more what was accepted, each
    with a sentence; ``notices`` is what else there is to say.
    """

    files: tuple[str, ...]
    rank: dict[str, int]
    by: str
    skipped: tuple[str, ...] = ()
    returned: tuple[Candidate, ...] = ()
    notices: list[str] = field(default_factory=list)
    archive: Path | None = None
    unfit: tuple[tuple[str, str], ...] = ()


def archived(folder: Path, year: int | None) -> Source:
    """Return the accepted workbooks of an archive, and what it returned of bodies without one."""
    held = sorted(submissions(folder), key=lambda each: each.order)
    entries = [each for each in held if year in (None, each.year)]
    accepted = {(each.agency_key, each.year) for each in entries if each.accepted}
    returned: dict[tuple[str, int | None], Candidate] = {}
    rank: dict[str, int] = {}
    notices: list[str] = []
    unfit: list[tuple[str, str]] = []
    last = {(each.agency_key, each.year): each for each in entries if each.agency_key}
    for number, each in enumerate(entries):
        key = (each.agency_key, each.year)
        stored = each.file(WORKBOOK)
        if each.accepted and stored is not None and is_changed(folder, stored):
            unfit.append((str(folder / stored.place), CHANGED.format("计入")))
        elif each.accepted and stored is not None:
            rank[str(folder / stored.place)] = number
        elif each.agency_key and last[key] is each and key in accepted:
            notices.append(f"“{each.agency}”最后报送的 {each.path} 已退回，仍计入先前接收的一份。")
        elif each.agency_key and last[key] is each:
            returned[key] = _returned(each, number)
    unknown = [each for each in held if not each.agency_key or (year and each.year is None)]
    if unknown:
        notices.append(
            f"另有 {len(unknown)} 份报送看不出机关或年度，没有计入；"
            "是哪几份，用 govxlsx status 看。"
        )
    by, left = "按登记簿的先后", tuple(returned.values())
    return Source(
        tuple(rank),
        rank,
        by,
        returned=left,
        notices=notices,
        archive=folder,
        unfit=tuple(unfit),
    )


def listed(intake: Intake, output: Path | None, against: Path | None) -> Source:
    """Return the workbooks of an intake; the file to be written and ``against`` are none of them.

    Raises OutputError where the former is a submission all the same.
    """
    apart = identities(filter(None, (output, against)))
    files = [path for path in intake.files if identity(path) not in apart]
    for path in intake.files:
        if path not in files and identity(path) == identity(output or "") and not is_rollup(path):
            raise OutputError(f"“{path}”是报送的工作簿，不能写在它上面。请用 -o 另写一个名字。")
    notices = [
        f"{path} 是本级政府的报告或者本次要写的文件，没有当作下级的报送。"
        for path in intake.files
        if path not in files
    ]
    rank = {path: number for number, path in enumerate(files)}
    return Source(tuple(files), rank, GIVEN_ORDER, intake.skipped, notices=notices)


def _returned(entry: Submission, number: int) -> Candidate:
    errors = places(entry.findings)
    return Candidate(
        path=entry.path,
        row=-1,
        edition=entry.edition or "",
        year=entry.year,
        agency=Agency(name=entry.agency),
        sha256=entry.sha256,
        order=number,
        errors=errors or ((entry.error_code,) if entry.error_code else ()),
    )


def is_rollup(path: str) -> bool:
    """Tell whether a workbook is one that a roll-up has written."""
    try:
        book = open_book(load(Path(path)), path, lambda _: False, frozenset((SHARES,)))
    except UnusableWorkbookError:
        return False
    return any(sheet.name == SHARES for sheet in book.sheets)
