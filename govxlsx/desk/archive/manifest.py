"""The list of stored files that leaves the house with them: manifest.csv and manifest.json.

Whoever receives the files can compare sizes and SHA-256 without this tool.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from govxlsx.desk.archive.durable import write_whole
from govxlsx.desk.archive.register import MANIFEST, Register

CSV, JSON = "manifest.csv", MANIFEST
TEMPORARY = frozenset({f".{CSV}.tmp", f".{JSON}.tmp"})
"""What a killed run may leave; the next one writes over it."""

COLUMNS = ("path", "size", "sha256", "agency", "year", "edition", "kind", "replaced_by")
_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_csv(register: Register) -> Iterator[bytes]:
    """Yield the list as CSV with a byte order mark, as Excel wants it, a line at a time."""
    stream = io.StringIO()
    lines = csv.writer(stream)
    stream.write("\ufeff")
    lines.writerow(COLUMNS)
    for row in register.stored():
        lines.writerow([_safe(str(value if value is not None else "")) for value in row])
        yield stream.getvalue().encode()
        stream.seek(0)
        stream.truncate()
    yield stream.getvalue().encode()


def as_json(register: Register) -> Iterator[bytes]:
    """Yield the list as JSON, a line at a time: {"files": [{…}, …]}."""
    yield b'{"files": ['
    before = "\n"
    for row in register.stored():
        text = json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)
        yield f"{before}{text}".encode()
        before = ",\n"
    yield b"\n]}\n"


def write(folder: Path, register: Register) -> None:
    """Write both lists anew. Raises OutputError."""
    write_whole(folder / CSV, as_csv(register))
    write_whole(folder / JSON, as_json(register))


def _safe(text: str) -> str:
    """Return text that a spreadsheet will not run as a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text
