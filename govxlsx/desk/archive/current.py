"""The reports of an archive that count: accepted, and not replaced by a later one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govxlsx.desk.archive.entry import WORKBOOK, Submission
from govxlsx.desk.archive.register import Register


class Current(NamedTuple):
    """A submission that counts, and where its workbook lies."""

    submission: Submission
    workbook: Path


def current(folder: Path) -> Iterator[Current]:
    """Yield the submissions of an archive that count, in the register's order.

    Raises ArchiveError.
    """
    with Register.open(folder) as register:
        submissions = list(register.submissions())
    for each in submissions:
        stored = each.file(WORKBOOK)
        if each.accepted and each.replaced_by is None and stored is not None:
            yield Current(each, folder / stored.place)
