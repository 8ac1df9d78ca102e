"""What an archive holds, and which of it counts: accepted, and not replaced by a later one."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govxlsx.desk.archive.entry import WORKBOOK, StoredFile, Submission
from govxlsx.desk.archive.register import Register
from govxlsx.regular import digest

CHANGED = "归档以后被改动过，不是接收的那一份，没有{}。请从备份恢复，用 govxlsx verify 核对。"
"""What is said of a stored workbook that is other than the register says."""


class Current(NamedTuple):
    """A submission that counts, and where its workbook lies."""

    submission: Submission
    workbook: Path


def submissions(folder: Path, year: int | None = None) -> list[Submission]:
    """Return the submissions of an archive, of one year or all, in the register's order.

    Raises ArchiveError.
    """
    with Register.open(folder) as register:
        return list(register.submissions(year))


def is_changed(folder: Path, file: StoredFile) -> bool:
    """Tell whether a stored file is other than the register says.

    One that is not there is told of where it is read.
    """
    try:
        return digest(folder / file.place)[0] != file.sha256
    except OSError:
        return False


def current(folder: Path) -> Iterator[Current]:
    """Yield the submissions of an archive that count, in the register's order.

    Raises ArchiveError.
    """
    for each in submissions(folder):
        stored = each.file(WORKBOOK)
        if each.accepted and each.replaced_by is None and stored is not None:
            yield Current(each, folder / stored.place)
