"""The package: the parts of a document zipped so that equal parts give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DOCUMENT = "word/document.xml"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"

_MOMENT = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6


def _add(package: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _MOMENT)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    package.writestr(entry, content, ZIP_DEFLATED, _LEVEL)


def pack(parts: Iterable[tuple[str, bytes]], before: bytes = b"") -> bytes:
    """Return a zip of the parts in their order, after those of the package ``before``.

    The parts that all documents share are compressed once and come in as ``before``.
    """
    target = BytesIO(before)
    with ZipFile(target, "a") as package:
        for name, content in parts:
            _add(package, name, content)
    return target.getvalue()
