"""The names at the top of a compound file: they tell an .xls from a .doc, a mail and others.

What is embedded lies deeper and has no say. Source: [MS-CFB] 2.2 (header), 2.6 (directory).
"""

import struct
from collections.abc import Iterator

_LAST = 0xFFFF_FFFA
"""Sector numbers from here on are marks, not sectors."""

_MOST = 4096
_ENTRY = 128


def top_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams and storages right below the root, in lower case.

    Of a broken file it is what can be found of them, perhaps nothing.
    """
    try:
        entries = list(_entries(data))
    except (struct.error, ValueError):
        return frozenset()
    names: set[str] = set()
    waiting, seen = [_number(entries[0], 76)] if entries else [], set[int]()
    while waiting:
        at = waiting.pop()
        if at < len(entries) and at not in seen:
            seen.add(at)
            names.add(_name(entries[at]))
            waiting += [_number(entries[at], 68), _number(entries[at], 72)]
    return frozenset(names)


def _entries(data: bytes) -> Iterator[bytes]:
    """Yield the entries of the directory."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError(size)
    table = struct.unpack_from("<109I", data, 76)
    sector, seen = _number(data, 48), 0
    while sector < _LAST and seen < _MOST:
        start = (sector + 1) * size
        held = data[start : start + size]
        for at in range(0, len(held) - _ENTRY + 1, _ENTRY):
            yield held[at : at + _ENTRY]
        block, place = divmod(sector, size // 4)
        if block >= len(table) or table[block] >= _LAST:
            return
        sector = _number(data, (table[block] + 1) * size + 4 * place)
        seen += 1


def _number(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


def _name(entry: bytes) -> str:
    length = min(64, struct.unpack_from("<H", entry, 64)[0])
    return entry[: max(0, length - 2)].decode("utf-16-le", "replace").casefold()
