"""The package: the parts of a document zipped so that equal parts give equal bytes.

What all documents share is compressed once: the zip is therefore written here, by APPNOTE.TXT 6.3
(4.3.7 local file header, 4.3.12 central directory, 4.3.16 its end), without a clock and without
anything of the system it is written on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct

from govxlsx.deflate import Deflate, crc32

DOCUMENT = "word/document.xml"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_VERSION, _DEFLATED = 20, 8
_TIME, _DATE = 0, (1 << 5) | 1
"""Midnight of 1 January 1980, where the calendar of zip begins."""


@dataclass(frozen=True, slots=True)
class Package:
    """Zipped parts, and the lines of the directory that tell where they stand."""

    content: bytes = b""
    directory: bytes = b""
    count: int = 0

    @property
    def whole(self) -> bytes:
        """The package as a zip file."""
        end = _END.pack(
            *(b"PK\5\6", 0, 0, self.count, self.count),
            *(len(self.directory), len(self.content), 0),
        )
        return b"".join((self.content, self.directory, end))


def pack(parts: Iterable[tuple[str, bytes]], before: Package, deflate: Deflate) -> Package:
    """Return a package with further parts, each an ASCII name and its content, in their order."""
    content, lines, at = [before.content], [before.directory], len(before.content)
    for name, part in parts:
        path, data = name.encode("ascii"), deflate(part)
        sizes = (crc32(part), len(data), len(part), len(path))
        local = _LOCAL.pack(b"PK\3\4", _VERSION, 0, _DEFLATED, _TIME, _DATE, *sizes, 0)
        lines += (
            _CENTRAL.pack(
                *(b"PK\1\2", _VERSION, _VERSION, 0, _DEFLATED, _TIME, _DATE, *sizes),
                *(0, 0, 0, 0, 0, at),
            ),
            path,
        )
        content += (local, path, data)
        at += len(local) + len(path) + len(data)
    return Package(b"".join(content), b"".join(lines), before.count + len(lines) // 2)
