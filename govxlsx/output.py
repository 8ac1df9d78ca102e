"""Files are written beside their place, synced, and moved there whole."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from threading import Lock

from govxlsx import interruption
from govxlsx.errors import OutputError
from govxlsx.regular import identities, identity

_REASONS = {
    errno.ENOSPC: "磁盘已满，请清理后再试",
    errno.EROFS: "磁盘是只读的，请换一个文件夹",
    errno.ENAMETOOLONG: "文件名太长，请用 -o 指定一个短些的名字",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这个名字是一个文件夹，不是文件",
    errno.EBADF: "它是关闭的",
    errno.EIO: "设备读写出错",
}

PREFIX, SUFFIX = ".govxlsx-", ".tmp"
"""How the names of files begin and end that are not yet in their place."""

_UMASK = Lock()


FAILURES = (OSError, UnicodeEncodeError)
"""What the system raises where a file cannot be written; the latter for a name it cannot hold."""


def write_failure(path: Path, error: OSError | UnicodeEncodeError) -> str:
    """Return why a file could not be written, as one sentence."""
    if isinstance(error, UnicodeEncodeError):
        reason = "名字里有这台电脑写不了的字，请换一个名字"
    elif isinstance(error, PermissionError):
        reason = "没有写入权限：文件可能正被 Excel 或 WPS 打开（请关闭后再试），或者文件夹是只读的"
    else:
        reason = reason_of(error)
    return f"无法写入“{path}”：{reason}。"


def reason_of(error: OSError) -> str:
    """Return what the system's error means, without a full stop."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


def refuse_existing(path: Path, *, force: bool, inputs: Iterable[str | Path] = ()) -> None:
    """Raise OutputError where ``path`` exists and may not be replaced.

    One of the ``inputs`` never may, whatever its spelling and through links; nor what is no file.
    """
    if not os.path.exists(path):  # noqa: PTH110  (False for a name too long)
        return
    if identity(path) in identities(inputs):
        raise OutputError(f"“{path}”是要读的文件，不能写在它上面，没有改动它。请换一个名字。")
    if not force:
        raise OutputError(f"“{path}”已经存在，没有改动它。要替换的，请加 --force。")
    if not os.path.isfile(path) and not os.path.isdir(path):  # noqa: PTH112, PTH113
        raise OutputError(f"“{path}”不是文件，是管道、设备一类的东西，没有写入。")


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all. Raises OutputError."""
    write_pieces(path, (data,), force=force)


def write_pieces(path: Path, pieces: Iterable[bytes], *, force: bool = False) -> None:
    """Write the pieces one after the other to ``path``, whole or not at all. Raises OutputError."""
    refuse_existing(path, force=force)
    beside = path.parent / (f"{PREFIX}{os.urandom(8).hex()}{SUFFIX}")
    try:
        set_aside(beside, pieces, path)
        put_in_place(beside, path, force=force)
    finally:
        remove(beside)


def sweep(folder: Path) -> None:
    """Remove what killed runs of ``write_file`` left in a folder where only one run writes."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{PREFIX}{'[0-9a-f]' * 16}{SUFFIX}"):
            path.unlink(missing_ok=True)


def set_aside(beside: Path, pieces: Iterable[bytes], path: Path, *, synced: bool = True) -> None:
    """Write a file beside ``path``, its place to be, and sync it. Raises OutputError.

    Without ``synced`` that is left to ``sync``, before the file is moved: many files written first
    and synced then take a tenth of the time. What is not put in place is to be removed.
    """
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        with interruption.beginning(beside, partial(beside.unlink, missing_ok=True)):
            stream = beside.open("wb")
        with stream:
            stream.writelines(pieces)
            stream.flush()
            if synced:
                os.fsync(stream.fileno())
        beside.chmod(0o666 & ~_umask())
    except FAILURES as error:
        raise OutputError(write_failure(path, error)) from error


def sync(beside: Path, path: Path) -> None:
    """Sync a file that was set aside for ``path``. Raises OutputError."""
    try:
        with beside.open("rb+") as stream:
            os.fsync(stream.fileno())
    except FAILURES as error:
        raise OutputError(write_failure(path, error)) from error


def put_in_place(beside: Path, path: Path, *, force: bool = False) -> None:
    """Move a written file to its place in the same folder. Raises OutputError."""
    try:
        if force:
            beside.replace(path)
        else:
            _move_new(beside, path)
    except FAILURES as error:
        raise OutputError(write_failure(path, error)) from error
    interruption.ended(beside)


def remove(beside: Path) -> None:
    """Remove a file that was set aside, where it still is."""
    with contextlib.suppress(OSError):
        beside.unlink(missing_ok=True)
    interruption.ended(beside)


def _umask() -> int:
    with _UMASK:  # to be read it has to be set
        current = os.umask(0)
        os.umask(current)
    return current


def _move_new(beside: Path, path: Path) -> None:
    """Move a file to a name that must be free; a file that appeared meanwhile is kept."""
    try:
        os.link(beside, path)
        beside.unlink()
    except FileExistsError as error:
        raise OutputError(f"“{path}”已经存在，没有改动它。要替换的，请加 --force。") from error
    except OSError:  # a file system without hard links
        refuse_existing(path, force=False)
        beside.replace(path)
