"""Files are written beside their place, synced, and moved there whole."""

import errno
import os
import platform
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from govxlsx import interruption, process
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
    **dict.fromkeys((errno.EACCES, errno.EPERM), "没有权限，请检查文件和文件夹的权限"),
}

PREFIX, SUFFIX = ".govxlsx-", ".tmp"
"""How the names of files begin and end that are not yet in their place."""


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what the system says of writing ``path`` into OutputError."""
    try:
        yield
    except (OSError, UnicodeEncodeError) as error:
        if isinstance(error, UnicodeEncodeError):
            reason = "名字里有这台电脑写不了的字，请换一个名字"
        elif isinstance(error, PermissionError):
            reason = (
                "没有写入权限：文件可能正被 Excel 或 WPS 打开（请关闭后再试），或者文件夹是只读的"
            )
        else:
            reason = reason_of(error)
        raise OutputError(f"无法写入“{path}”：{reason}。") from error


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


def write_pieces(
    path: Path, pieces: Iterable[bytes], *, force: bool = False, durable: bool = False
) -> None:
    """Write the pieces one after the other to ``path``, whole or not at all. Raises OutputError.

    With ``durable`` it waits until the file's name outlasts a power cut as well.
    """
    refuse_existing(path, force=force)
    beside = path.parent / f"{new_mark()}{SUFFIX}"
    try:
        set_aside(beside, pieces, path)
        put_in_place(beside, path, force=force)
        if durable:
            sync_folder(path.parent)
    finally:
        remove(beside)


def write_anew(path: Path, data: bytes, *, force: bool) -> None:
    """Write what a worker may have written before it died: the same there is no hindrance.

    Raises OutputError.
    """
    try:
        write_file(path, data, force=force)
    except OutputError:
        with suppress(OSError, ValueError):  # the latter of a name that cannot be written
            if path.read_bytes() == data:
                return
        raise


def new_mark() -> str:
    """Return how the name of a file begins that is not yet in its place, never the same twice."""
    return f"{_machine()}{os.getpid()}-{os.urandom(8).hex()}"


def sweep(folder: Path, *, sole: bool = False) -> None:
    """Remove what killed processes of this machine have left in a folder.

    Where only one run writes (``sole``) what those of other machines have left goes as well.
    """
    with suppress(OSError):
        for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
            if sole or _ownerless(path.name):
                path.unlink(missing_ok=True)


def _ownerless(name: str) -> bool:
    pid = name.removeprefix(_machine()).partition("-")[0]
    own = os.name == "posix" and name.startswith(_machine())
    return own and pid.isdigit() and not process.alive(int(pid))


def _machine() -> str:
    return f"{PREFIX}{platform.node()}-"


def set_aside(beside: Path, pieces: Iterable[bytes], path: Path, *, synced: bool = True) -> None:
    """Write a file beside ``path``, its place to be, and sync it. Raises OutputError.

    Without ``synced`` that is left to ``sync``, before the file is moved: many files written first
    and synced then take a tenth of the time. What is not put in place is to be removed.
    """
    with reported(path):
        beside.parent.mkdir(parents=True, exist_ok=True)
        with interruption.beginning(beside, partial(beside.unlink, missing_ok=True)):
            stream = beside.open("wb")
        with stream:
            stream.writelines(pieces)
            stream.flush()
            if synced:
                os.fsync(stream.fileno())


def sync(beside: Path, path: Path) -> None:
    """Sync a file that was set aside for ``path``. Raises OutputError."""
    with reported(path), beside.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe (POSIX fsync). Raises OutputError.

    Windows does it by itself and opens no folders.
    """
    if os.name == "nt":
        return
    with reported(folder):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, each of them safe. Raises OutputError."""
    with reported(folder):
        missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    for each in reversed(missing):
        with reported(each):
            each.mkdir(exist_ok=True)
        sync_folder(each.parent)


def put_in_place(beside: Path, path: Path, *, force: bool = False) -> None:
    """Move a written file to its place in the same folder. Raises OutputError."""
    with reported(path):
        if force:
            beside.replace(path)
        else:
            _move_new(beside, path)
    interruption.ended(beside)


def remove(beside: Path) -> None:
    """Remove a file that was set aside, where it still is."""
    with suppress(OSError):
        beside.unlink(missing_ok=True)
    interruption.ended(beside)


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
