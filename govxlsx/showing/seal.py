"""The seal of an annotated copy: whoever has saved it since has broken it, whatever they keep.

The part of the results is named after the check sums of all parts but those that name it. A copy
that a clerk has mended has other ones, even where the program that saved it kept the names.
"""

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import crc32, error

from govxlsx.form.layout import RESULTS
from govxlsx.patterns import regex

RESULTS_PART = "govxlsx-results"
"""How the name of that part begins."""

_LENGTH = 16
_SEALED = regex(rf"/{RESULTS_PART}-([0-9a-f]{{{_LENGTH}}})\.xml$")
_BROKEN = (BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, EOFError, error)
_NAMING = ("[Content_Types].xml", ".rels")

_OF_THE_FIRST = (
    ("docProps/app.xml", b"Openpyxl"),
    ("docProps/core.xml", b">govxlsx</cp:lastModifiedBy>"),
    ("xl/workbook.xml", f'name="{RESULTS}"'.encode()),
)
"""What version 1.0 wrote, which knew no seal; other programs write their own names there."""

_UNDATED = (1980, 1, 1, 0, 0, 0)


def sealed(parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    """Return a copy's parts with the part ``name`` named after the seal."""
    seal = _seal((each, crc32(data)) for each, data in parts.items() if each != name)
    new = f"{name.rpartition('/')[0]}/{RESULTS_PART}-{seal}.xml"
    named = {
        each: data.replace(name.encode(), new.encode())
        for each, data in parts.items()
        if each.endswith(_NAMING)
    }
    return {new if each == name else each: data for each, data in (parts | named).items()}


def is_sealed(file: str | BytesIO) -> bool:
    """Tell whether a workbook is an annotated copy as it was written. Raises OSError."""
    try:
        with ZipFile(file) as package:
            sums = {each.filename: each.CRC for each in package.infolist()}
            told = [found for each in sums if (found := _SEALED.search(each))]
            if not told:
                return _is_of_the_first(package)
    except _BROKEN:
        return False
    return any(
        found[1] == _seal((each, crc) for each, crc in sums.items() if each != found.string)
        for found in told
    )


def _is_of_the_first(package: ZipFile) -> bool:
    infos = package.infolist()
    return all(each.date_time == _UNDATED for each in infos) and all(
        mark in package.read(part) for part, mark in _OF_THE_FIRST
    )


def _seal(sums: Iterable[tuple[str, int]]) -> str:
    named = sorted(f"{each} {crc}" for each, crc in sums if not each.endswith(_NAMING))
    return sha256("\n".join(named).encode()).hexdigest()[:_LENGTH]
