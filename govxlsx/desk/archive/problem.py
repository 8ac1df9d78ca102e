"""One thing that is not as the register has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the file at ``path``, relative to the archive.

    ``kind`` is one of missing, changed, unreadable, unknown, document (its figures are not the
    workbook's), findings, workbook, register, manifest, unfinished.
    """

    kind: str
    path: str
    message: str
    expected: str | None = None
    found: str | None = None
