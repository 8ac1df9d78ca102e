"""An archive is read again from end to end and compared with its register."""

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from govxlsx.desk.archive import journal, manifest
from govxlsx.desk.archive.contents import ALWAYS, KINDS, Problem, agreement
from govxlsx.desk.archive.entry import (
    ATTACHED,
    DOCUMENT,
    FINDINGS,
    WORKBOOK,
    StoredFile,
    Submission,
)
from govxlsx.desk.archive.filing import Archive
from govxlsx.desk.archive.refusal import UNNAMEABLE, ArchiveError
from govxlsx.desk.archive.register import NAME, PATIENCE, Register
from govxlsx.desk.naming import nameable
from govxlsx.errors import OutputError
from govxlsx.output import PREFIX, SUFFIX
from govxlsx.regular import digest
from govxlsx.showing import as_json
from govxlsx.version import MAKER

_RESTORE = "请从备份恢复这个文件。"
_AGAIN = "请再运行一次 govxlsx archive，它会重写清单。"
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_OWN = frozenset({NAME, f"{NAME}-journal", manifest.CSV, manifest.JSON})


@dataclass(frozen=True, slots=True)
class Verification:
    """What was read: counts of submissions, accepted ones and stored files, and the problems."""

    submissions: int
    accepted: int
    files: int
    problems: tuple[Problem, ...]


def data(folder: Path, found: Verification) -> str:
    """Return how an archive compares with its register as ``verify --format json`` writes it."""
    return as_json.dumps(
        {
            "tool": MAKER,
            "archive": str(folder),
            "status": "wrong" if found.problems else "ok",
            "summary": {
                "submissions": found.submissions,
                "accepted": found.accepted,
                "files": found.files,
                "problems": len(found.problems),
            },
            "problems": [asdict(each) for each in found.problems],
        }
    )


def verify(folder: Path, *, patience: float = PATIENCE) -> Verification:
    """Read an archive again and compare everything; what a killed run left is undone first.

    Raises ArchiveError where the register cannot be used.
    """
    folder = folder.absolute()
    with Register.open(folder, patience=patience) as register:
        problems = [*_unfinished(folder, register)]
        problems += [Problem("register", NAME, each) for each in register.faults()]
        files = 0
        for submission in register.submissions():
            if submission.accepted:
                files += len(submission.files)
                problems += _stored(folder, submission)
        problems += _outside(folder, register)
        return Verification(*register.totals(), files, tuple(problems))


def _unfinished(folder: Path, register: Register) -> Iterator[Problem]:
    if journal.pending(folder):
        try:
            Archive(folder, register).tidy()
        except (ArchiveError, OutputError) as error:
            yield Problem(
                "unfinished",
                journal.STAGING,
                f"有一次归档没有做完，或者正在进行，现在无法收尾：{error}"
                "请等它做完，或在能写入的电脑上再运行一次 govxlsx archive，然后再核对。",
            )


def _stored(folder: Path, submission: Submission) -> Iterator[Problem]:
    """Compare the files of an accepted submission with the register, then with each other."""
    by_kind = {each.kind: each for each in submission.files}
    for kind in ALWAYS:
        if kind not in by_kind:
            yield Problem(
                "register",
                NAME,
                f"登记簿没有写明第 {submission.id} 号报送（{submission.about}）"
                f"的{ALWAYS[kind]}存在哪里。",
            )
    there: set[str] = set()
    for file in submission.files:
        if not nameable(file.place):
            raise ArchiveError(f"没有核对：{UNNAMEABLE}。")
        fault = _file(folder, file)
        if fault is None or fault.kind == "changed":
            there.add(file.kind)
        if fault is not None:
            yield fault
    if {WORKBOOK, DOCUMENT, FINDINGS} <= there:
        yield from agreement(folder, submission, {kind: by_kind[kind] for kind in there})


def _file(folder: Path, file: StoredFile) -> Problem | None:
    name = "附加的文件" if file.kind.startswith(ATTACHED) else KINDS.get(file.kind, file.kind)
    try:
        sha256, size = digest(folder / file.place)
    except FileNotFoundError:
        return Problem("missing", file.place, f"{name}不在了。{_RESTORE}", expected=file.sha256)
    except OSError as error:
        return Problem(
            "unreadable",
            file.place,
            f"{name}读不出来（系统错误 {error.errno}）。请检查磁盘和权限。",
            expected=file.sha256,
        )
    if (sha256, size) == (file.sha256, file.size):
        return None
    return Problem(
        "changed",
        file.place,
        f"{name}归档以后被改动过：应为 {file.size} 字节、SHA-256 {file.sha256}，"
        f"现在是 {size} 字节、SHA-256 {sha256}。{_RESTORE}",
        expected=file.sha256,
        found=sha256,
    )


def _outside(folder: Path, register: Register) -> list[Problem]:
    """Return the files that the register does not know, and a manifest that is not the register's.

    Looked at under the register's lock, so that a run in progress is not taken for a fault; where
    the folder is read-only, without.
    """
    strangers = [each for each in _places(folder) if not register.knows(each)]
    try:
        with register.writing():
            return [*_strangers(folder, register, strangers), *_manifests(folder, register)]
    except ArchiveError:
        return [*_strangers(folder, register, strangers), *_manifests(folder, register)]


def _strangers(folder: Path, register: Register, places: Iterable[str]) -> Iterator[Problem]:
    for place in places:
        if (folder / place).exists() and not register.knows(place):
            yield Problem(
                "unknown",
                place,
                "登记簿里没有这个文件。请移到归档文件夹以外；是报送的工作簿，再用 govxlsx archive"
                " 归档。",
            )


def _places(folder: Path) -> Iterator[str]:
    """Yield the places of all files, relative with ``/``; the archive's own and litter left out."""
    for root, folders, files in os.walk(folder):
        top = Path(root) == folder
        if top and journal.STAGING in folders:
            folders.remove(journal.STAGING)
        folders.sort()
        for name in sorted(files):
            aside = name.startswith(PREFIX) and name.endswith(SUFFIX)
            own = top and (name in _OWN or aside)
            if not own and name.casefold() not in _LITTER and not name.startswith("~$"):
                place = (Path(root) / name).relative_to(folder).as_posix()
                yield unicodedata.normalize("NFC", place)


def _manifests(folder: Path, register: Register) -> Iterator[Problem]:
    if journal.pending(folder):
        return  # a run is under way, or was told of already
    if not any(True for _ in register.stored()) and not (folder / manifest.CSV).exists():
        return
    for name, pieces in (
        (manifest.CSV, manifest.as_csv(register)),
        (manifest.JSON, manifest.as_json(register)),
    ):
        expected = hashlib.sha256()
        for piece in pieces:
            expected.update(piece)
        try:
            found = digest(folder / name)[0]
        except OSError:
            yield Problem("missing", name, f"清单不在了，或者读不出来。{_AGAIN}")
            continue
        if found != expected.hexdigest():
            yield Problem(
                "manifest",
                name,
                f"清单与登记簿不一致。{_AGAIN}",
                expected=expected.hexdigest(),
                found=found,
            )
