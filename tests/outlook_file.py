"""Writes a mail as Outlook saves it (.msg): a compound file of storages and streams.

Sources: [MS-CFB] 2.1 to 2.6 (header, FAT, mini FAT, directory), [MS-OXMSG] 2.1 to 2.4 (names of
streams, property streams).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _IS_FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_TEXT, _BINARY, _LONG, _TIME = 0x001F, 0x0102, 0x0003, 0x0040
_NAMES = {"subject": 0x0037, "body": 0x1000, "headers": 0x007D, "message_id": 0x1035}
_NAMES |= {"sender_name": 0x0C1A, "sender_address": 0x0C1F, "smtp_address": 0x5D01}


@dataclass(frozen=True)
class File:
    """An attached file; ``short`` is the name of eight and three letters alone."""

    name: str
    data: bytes
    short: bool = False


@dataclass(frozen=True)
class Saved:
    """A mail with what Outlook keeps of it, by the keys of ``_NAMES``."""

    told: Mapping[str, str]
    files: tuple[File, ...] = ()
    inner: tuple[Saved, ...] = ()
    sent: datetime | None = None


def outlook(mail: Saved) -> bytes:
    """Return the bytes of a .msg file."""
    return compound(_message(mail, struct.pack("<8x4I8x", 0, len(mail.files), 0, len(mail.files))))


def _message(mail: Saved, header: bytes) -> dict[str, bytes | Tree]:
    tree: dict[str, bytes | Tree] = {}
    listed = header
    for key, text in mail.told.items():
        listed += _put(tree, _NAMES[key], _TEXT, text.encode("utf-16-le"))
    if mail.sent is not None:
        since = mail.sent - datetime(1601, 1, 1, tzinfo=UTC)
        listed += struct.pack("<HHIQ", _TIME, 0x0039, 6, int(since.total_seconds()) * 10**7)
    tree["__properties_version1.0"] = listed
    for number, file in enumerate(mail.files):
        tree[f"__attach_version1.0_#{number:08X}"] = _attachment(file)
    for number, inner in enumerate(mail.inner, len(mail.files)):
        held = _message(inner, struct.pack("<8x4I", 0, 0, 0, len(inner.files)))
        method = struct.pack("<HHII4x", _LONG, 0x3705, 6, 5)
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8) + method,
            "__substg1.0_3701000D": held,
        }
    return tree


def _attachment(file: File) -> Tree:
    tree: dict[str, bytes | Tree] = {}
    name = 0x3704 if file.short else 0x3707
    listed = bytes(8) + struct.pack("<HHII4x", _LONG, 0x3705, 6, 1)
    listed += _put(tree, name, _TEXT, file.name.encode("utf-16-le"))
    listed += _put(tree, 0x3701, _BINARY, file.data)
    tree["__properties_version1.0"] = listed
    return tree


def _put(tree: dict[str, bytes | Tree], number: int, kind: int, data: bytes) -> bytes:
    """Add the stream of a property; return its line in the property stream."""
    tree[f"__substg1.0_{number:04X}{kind:04X}"] = data
    return struct.pack("<HHII4x", kind, number, 6, len(data) + (2 if kind == _TEXT else 0))


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = _NONE
    right: int = _NONE
    start: int = _END
    size: int = 0


@dataclass
class _Package:
    """A compound file on its way: sectors with their FAT, and the stream of small streams."""

    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    mini: bytes = b""
    mini_fat: list[int] = field(default_factory=list)

    def chain(self, data: bytes) -> int:
        """Add sectors that follow one another; return the first."""
        first = len(self.sectors)
        count = -(-len(data) // _SECTOR)
        for number in range(count):
            piece = data[number * _SECTOR : (number + 1) * _SECTOR]
            self.sectors.append(piece.ljust(_SECTOR, b"\0"))
            self.fat.append(first + number + 1 if number + 1 < count else _END)
        return first if count else _END

    def small(self, data: bytes) -> int:
        """Add a small stream; return its first mini sector."""
        first = len(self.mini_fat)
        count = -(-len(data) // _MINI)
        self.mini += data.ljust(count * _MINI, b"\0")
        self.mini_fat += [first + n + 1 if n + 1 < count else _END for n in range(count)]
        return first if count else _END

    def add(self, tree: Tree) -> int:
        """Add what a storage holds; each entry's right neighbour is the next. Return the first."""
        first, before = _NONE, None
        for name, held in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
            entry = _Entry(name, 2 if isinstance(held, bytes) else 1)
            place = len(self.entries)
            self.entries.append(entry)
            if before is None:
                first = place
            else:
                before.right = place
            before = entry
            if isinstance(held, bytes):
                entry.size = len(held)
                entry.start = (self.small if len(held) < _CUTOFF else self.chain)(held)
            else:
                entry.child = self.add(held)
        return first


def compound(tree: Tree) -> bytes:
    """Return a compound file of version 3."""
    package = _Package()
    root = _Entry("Root Entry", 5)
    package.entries.append(root)
    root.child = package.add(tree)
    root.start, root.size = package.chain(package.mini), len(package.mini)
    mini_fat = package.chain(struct.pack(f"<{len(package.mini_fat)}I", *package.mini_fat))
    directory = package.chain(b"".join(map(_entry, package.entries)))
    fats = 1
    while fats * (_SECTOR // 4) < len(package.fat) + fats:
        fats += 1
    assert fats <= 109, "a larger file needs a DIFAT"
    places = [len(package.fat) + number for number in range(fats)]
    fat = package.fat + [_IS_FAT] * fats
    fat += [_FREE] * (fats * (_SECTOR // 4) - len(fat))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, directory, 0),
        *(_CUTOFF, mini_fat, -(-len(package.mini_fat) * 4 // _SECTOR), _END, 0),
    )
    header += struct.pack("<109I", *places, *[_FREE] * (109 - fats))
    return header + b"".join(package.sectors) + struct.pack(f"<{len(fat)}I", *fat)


def _entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI16xIII",
        *(name, len(name), entry.kind, 1, _NONE, entry.right, entry.child, 0),
        *(entry.start if entry.kind != 1 else 0, entry.size, 0),
    )
