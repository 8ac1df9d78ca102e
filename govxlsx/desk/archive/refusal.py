"""Why the archive cannot be used, each in one sentence for the operator."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govxlsx.errors import GovxlsxError


class ArchiveError(GovxlsxError):
    """An archive that cannot be read or written as it stands."""


UNNAMEABLE = (
    "归档的文件名里有这台电脑现在的语言设置写不了的字，请改用 UTF-8 后再运行一次"
    "（Linux 上是先设 LANG=C.UTF-8）"
)
"""Said where the file system's encoding has not all characters of a name."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "另一个人或另一个程序正在写这个归档，请等它做完再试",
    sqlite3.SQLITE_LOCKED: "另一个人或另一个程序正在写这个归档，请等它做完再试",
    sqlite3.SQLITE_READONLY: "没有写入权限，文件夹或文件是只读的",
    sqlite3.SQLITE_PERM: "没有权限",
    sqlite3.SQLITE_CANTOPEN: "打不开，请检查文件夹是否还在、是否有读写权限",
    sqlite3.SQLITE_FULL: "磁盘已满，请清理后再试",
    sqlite3.SQLITE_IOERR: "磁盘或网络共享读写出错，请检查磁盘和网络后再试",
}
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY = 0xFF
"""The low byte of SQLite's extended codes is the primary code (sqlite.org/rescode.html)."""


def no_archive(folder: Path) -> ArchiveError:
    """Return the error for a folder that holds no register."""
    return ArchiveError(
        f"“{folder}”不是归档文件夹：里面没有登记簿 register.sqlite。请检查路径；"
        "归档用 govxlsx archive 路径 --into 文件夹 建立。"
    )


def damaged(path: Path) -> ArchiveError:
    """Return the error for a register that is not whole."""
    return ArchiveError(
        f"登记簿“{path}”已损坏，没有改动它。请从备份恢复 register.sqlite 后再试；"
        "已归档的文件都还在，可以对照 manifest.csv 核对。"
    )


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the register at ``path`` into ArchiveError."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # a fault of this program, not of the archive
    except sqlite3.DatabaseError as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & _PRIMARY
        if code in _DAMAGED:
            raise damaged(path) from error
        reason = _REASONS.get(code)
        if reason is None:
            raise
        raise ArchiveError(f"登记簿“{path}”：{reason}。") from error
