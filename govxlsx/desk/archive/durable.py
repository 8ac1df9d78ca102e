"""Files and folders that outlast a power cut: written, synced, then moved.

Source: POSIX fsync; a name is only safe once the folder that holds it is synced too.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from govxlsx.errors import OutputError
from govxlsx.output import FAILURES, write_failure
from govxlsx.regular import check_regular

_CHUNK = 1 << 20


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what the system says of ``path`` into OutputError."""
    try:
        yield
    except FAILURES as error:
        raise OutputError(write_failure(path, error)) from error


def nameable(place: str) -> bool:
    """Tell whether the file system's encoding has all characters of a name."""
    try:
        os.fsencode(place)
    except UnicodeEncodeError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe. Windows does it by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_synced(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file and wait until it is on the disk. Raises OutputError."""
    with reported(path):
        _write(path, pieces)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as stream:
        stream.writelines(pieces)
        stream.flush()
        os.fsync(stream.fileno())


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file beside its place and move it there, replacing the old. Raises OutputError."""
    beside = path.with_name(f".{path.name}.tmp")
    try:
        with reported(path):
            _write(beside, pieces)
            beside.replace(path)
            sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def make_folders(root: Path, folder: Path) -> None:
    """Make a folder below ``root``, each level synced. Raises OutputError."""
    missing = [folder, *folder.parents]
    for each in reversed(missing[: missing.index(root)]):
        with reported(each):
            if not each.is_dir():
                each.mkdir(exist_ok=True)
                sync_folder(each.parent)


def remove(path: Path) -> None:
    """Remove a file that may be gone already. Raises OutputError."""
    with reported(path):
        path.unlink(missing_ok=True)


def digest(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 and its size in bytes. Raises OSError."""
    check_regular(path)
    hashed, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            hashed.update(piece)
            size += len(piece)
    return hashed.hexdigest(), size
