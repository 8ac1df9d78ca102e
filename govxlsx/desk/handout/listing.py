"""发放清单.csv: the roster again, with the file, its SHA-256 and the code of each body.

By its code a body proves who it is; it is typed from paper.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from govxlsx.desk.roster.columns import HEADINGS
from govxlsx.desk.roster.model import Body
from govxlsx.desk.roster.rows import rows
from govxlsx.regular import read_regular
from govxlsx.report.identity import agency_key
from govxlsx.showing import csv_rows
from govxlsx.text import label_key

LISTING = "发放清单.csv"
FILE, SHA256 = "文件", "SHA-256"
_ROSTER = [each for each in HEADINGS if each != "code"]
HEADER = (*(HEADINGS[each][0] for each in _ROSTER), FILE, SHA256, HEADINGS["code"][0])

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, five bits each; 0 and O, 1 and I are left out."""

_GROUPS, _GROUP = 3, 4


@dataclass(frozen=True, slots=True)
class ListedTemplate:
    """What one body was handed: the file's name in the folder, its SHA-256, its code."""

    body: Body
    file: str
    sha256: str
    code: str


def as_csv(lines: Iterable[ListedTemplate]) -> bytes:
    """Return the list; it can be read as a roster."""
    told = ((*_of_roster(each.body), each.file, each.sha256, each.code) for each in lines)
    return csv_rows.for_excel((HEADER, *told)).encode()


def _of_roster(body: Body) -> tuple[str, ...]:
    given = {each: getattr(body, each) for each in _ROSTER}
    given["aliases"] = "、".join(body.aliases)
    return tuple(str(value or "") for value in given.values())


def known(folder: Path) -> dict[str, tuple[str, str, str]]:
    """Return file, SHA-256 and code by the body's name, from the list of an earlier run."""
    path = folder / LISTING
    if not path.exists():
        return {}
    head, *below = rows(read_regular(path), str(path))
    places = {label_key(cell): place for place, cell in enumerate(head.cells)}
    wanted = [places.get(label_key(each)) for each in (HEADER[0], FILE, SHA256, HEADER[-1])]
    found: dict[str, tuple[str, str, str]] = {}
    for row in below:
        name, file, sha256, code = (
            row.cells[place] if place is not None and place < len(row.cells) else ""
            for place in wanted
        )
        found[agency_key(name)] = (file, sha256, code)
    return found


def new_code() -> str:
    """Return a code of 60 random bits, as K7WQ-3MXD-9RTF."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
