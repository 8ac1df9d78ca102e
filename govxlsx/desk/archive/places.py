"""Where the files of a submission are stored: year, agency, and a name that is its own for good.

The name ends in the first characters of the workbook's SHA-256, so another submission has another
name, and storing the same one again finds what is there.
"""

import os

from govxlsx.desk import naming

PUBLISHED = "（公布网页）"
"""How the name of the page ends that is to be published; the page of the check has none."""

_MARK = 12
_LONGEST = 150
"""Bytes: with year, title and mark a name stays below the 255 that file systems take."""


def nameable(place: str) -> bool:
    """Tell whether the file system's encoding has all characters of a name."""
    try:
        os.fsencode(place)
    except UnicodeEncodeError:
        return False
    return True


def stem(agency: str, year: int, sha256: str) -> str:
    """Return the place of a submission's files, relative to the archive and without suffix."""
    name = naming.safe_name(agency, _LONGEST)
    return f"{year}/{name}/{naming.report_name(name, year, f'（{sha256[:_MARK]}）')}"
