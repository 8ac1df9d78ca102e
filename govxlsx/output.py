"""Files are written beside their place, synced, and moved there whole."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from govxlsx.errors import OutputError

_REASONS = {
    errno.ENOSPC: "磁盘已满，请清理后再试",
    errno.EROFS: "磁盘是只读的，请换一个文件夹",
    errno.ENAMETOOLONG: "文件名太长，请用 -o 指定一个短些的名字",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EEXIST: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这个名字是一个文件夹，不是文件",
}


def _sentence(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        reason = "没有写入权限：文件可能正被 Excel 或 WPS 打开（请关闭后再试），或者文件夹是只读的"
    else:
        reason = _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
    return f"无法写入“{path}”：{reason}。"


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise OutputError where ``path`` exists and may not be replaced."""
    if os.path.exists(path) and not force:  # noqa: PTH110  (False for a name too long)
        raise OutputError(f"“{path}”已经存在，没有改动它。要替换的，请加 --force。")


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``, whole or not at all. Raises OutputError."""
    refuse_existing(path, force=force)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".govxlsx-", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise OutputError(_sentence(path, error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(0o666 & ~_umask())
        if force:
            Path(beside).replace(path)
        else:
            _move_new(Path(beside), path)
    except OSError as error:
        raise OutputError(_sentence(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            Path(beside).unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _move_new(beside: Path, path: Path) -> None:
    """Move a file to a name that must be free; a file that appeared meanwhile is kept."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise OutputError(f"“{path}”已经存在，没有改动它。要替换的，请加 --force。") from error
    except OSError:  # a file system without hard links
        refuse_existing(path, force=False)
        beside.replace(path)
