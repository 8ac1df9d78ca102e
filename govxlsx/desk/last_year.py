"""Where last year's reports come from: files, folders of them, or last year's archive."""

from __future__ import annotations

from pathlib import Path

from govxlsx.desk.archive.entry import WORKBOOK
from govxlsx.desk.archive.register import NAME, Register
from govxlsx.desk.previous import Entry, Previous, candidates, entry, index
from govxlsx.errors import InterchangeError


def gather(path: Path) -> tuple[Previous, tuple[str, ...]]:
    """Return the reports of ``--previous`` by agency and year, and why some cannot be used.

    Raises UsageError where there is none, ArchiveError.
    """
    held: list[Entry] = []
    unusable: list[str] = []
    for each in _archived(path) if (path / NAME).is_file() else candidates(path):
        try:
            held.append(entry(each))
        except InterchangeError as error:
            unusable.append(str(error))
    return index(held), tuple(unusable)


def _archived(folder: Path) -> tuple[str, ...]:
    """Return the accepted workbooks of an archive that no later one replaces."""
    with Register.open(folder) as register:
        return tuple(
            str(folder / file.place)
            for each in register.submissions()
            if each.accepted and each.replaced_by is None
            for file in each.files
            if file.kind == WORKBOOK
        )
