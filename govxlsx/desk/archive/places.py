"""Where the files of a submission are stored: year, agency, and a name that is its own for good.

The name ends in the first characters of the workbook's SHA-256, so another submission has another
name, and storing the same one again finds what is there.
"""

from __future__ import annotations

import re
import unicodedata

from govxlsx.desk import naming

_MARK = 12
_LONGEST = 150
"""Bytes: with year, title and mark a name stays below the 255 that file systems take."""

_UNFIT = re.compile(r'[\\/:*?"<>|]')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL"}
    | {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}
)
"""Names that Windows keeps for itself, with any ending (learn.microsoft.com, Naming Files)."""


def safe_name(text: str) -> str:
    """Return text that is the name of a file or folder on every system, at most 150 bytes."""
    visible = "".join(
        " " if each.isspace() else each
        for each in unicodedata.normalize("NFC", text)
        if each.isspace() or unicodedata.category(each)[0] != "C"
    )
    name = _UNFIT.sub("_", visible).strip(" .")
    name = name.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    if name.split(".")[0].rstrip().upper() in _DEVICES:
        name = f"_{name}"
    return name or "_"


def stem(agency: str, year: int, sha256: str) -> str:
    """Return the place of a submission's files, relative to the archive and without suffix."""
    name = safe_name(agency)
    return f"{year}/{name}/{naming.report_name(name, year, f'（{sha256[:_MARK]}）')}"
