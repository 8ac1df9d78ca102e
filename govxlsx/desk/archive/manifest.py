"""The list of stored files that leaves the house with them: manifest.csv and manifest.json.

Whoever receives the files can compare sizes and SHA-256 without this tool.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from govxlsx.desk.archive.register import MANIFEST, Register
from govxlsx.output import write_pieces
from govxlsx.showing import csv_rows

CSV, JSON = "manifest.csv", MANIFEST
COLUMNS = ("path", "size", "sha256", "agency", "year", "edition", "kind", "replaced_by")


def as_csv(register: Register) -> Iterator[bytes]:
    """Yield the list as CSV, for Excel, a line at a time."""
    yield csv_rows.for_excel((COLUMNS,)).encode()
    for row in register.stored():
        yield csv_rows.rows([[str(value if value is not None else "") for value in row]]).encode()


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
    write_pieces(folder / CSV, as_csv(register), force=True, durable=True)
    write_pieces(folder / JSON, as_json(register), force=True, durable=True)
