"""Regular files and nothing else are read: a pipe would be waited for, a device has no end."""

import errno
import os
import stat
from collections.abc import Collection, Iterable
from pathlib import Path

_PIECE = 1 << 17
"""A workbook of the form is smaller."""


class IrregularFileError(OSError):
    """A pipe, a device, a socket: something that has a name and is no file."""


def check_regular(path: str | Path) -> None:
    """Raise IsADirectoryError or IrregularFileError where ``path`` is no file; OSError of stat."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - links are followed
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise IrregularFileError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))


def read_regular(path: Path, most: int = -1) -> bytes:
    """Return a file's bytes, ``most`` of them at most. Raises OSError, ValueError for its name.

    Room for ``most`` of them takes longer to get than a small file to read.
    """
    check_regular(path)
    with path.open("rb") as file:
        if most < _PIECE:
            return file.read(most)
        first = file.read(_PIECE)
        return first if len(first) < _PIECE else first + file.read(most - _PIECE)


def digest(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 and its size in bytes. Raises OSError."""
    import hashlib

    check_regular(path)
    hashed, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            hashed.update(piece)
            size += len(piece)
    return hashed.hexdigest(), size


Identity = tuple[int, int]
"""What makes two paths one file: the device and the number on it."""


def identity(path: str | Path) -> Identity | None:
    """Return what a path leads to, whatever its spelling and through links; None for nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def identities(paths: Iterable[str | Path]) -> Collection[Identity]:
    """Return what some paths lead to."""
    return {found for each in paths if (found := identity(each)) is not None}
