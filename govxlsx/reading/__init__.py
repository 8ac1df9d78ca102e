"""A workbook becomes a report. Everything is found by its label; the file is only read."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from govxlsx.errors import UnusableWorkbookError
from govxlsx.regular import IrregularFileError, read_regular
from govxlsx.report.model import Report
from govxlsx.stages import Staged, at_one_go
from govxlsx.workbook import FILE_LIMIT, beyond_limits

if TYPE_CHECKING:
    from govxlsx.reading.assembly import Opened

__all__ = ["load", "opening", "read", "read_bytes"]


def load(path: Path) -> bytes:
    """Return a file's bytes. Raises UnusableWorkbookError (W105, W108)."""
    try:
        data = read_regular(path, FILE_LIMIT + 1)
    except FileNotFoundError as error:
        case = "link" if path.is_symlink() else "none"
        raise UnusableWorkbookError("W108", case) from error
    except IsADirectoryError as error:
        raise UnusableWorkbookError("W108", "folder") from error
    except IrregularFileError as error:
        raise UnusableWorkbookError("W108", "irregular") from error
    except PermissionError as error:
        raise UnusableWorkbookError("W108", "forbidden") from error
    except OSError as error:
        reason = "文件名太长" if error.errno == errno.ENAMETOOLONG else f"系统错误 {error.errno}"
        raise UnusableWorkbookError("W108", "unread", {"reason": reason}) from error
    except ValueError as error:
        reason = "文件名里有这台电脑不能用的字"
        raise UnusableWorkbookError("W108", "unread", {"reason": reason}) from error
    if len(data) > FILE_LIMIT:
        raise beyond_limits(f"文件超过 {FILE_LIMIT >> 20} MB")
    return data


def opening(data: bytes, name: str) -> Staged[Opened]:
    """Open a workbook by its bytes; ``name`` is its path. Raises UnusableWorkbookError."""
    from govxlsx.reading.assembly import opened

    return opened(data, name)


def read_bytes(data: bytes, name: str) -> Report:
    """Read a workbook from its bytes; ``name`` is its path. Raises UnusableWorkbookError."""
    return at_one_go(opening(data, name)).report()


def read(path: str | Path) -> Report:
    """Read a workbook file into a report. Raises UnusableWorkbookError where it cannot be used."""
    return read_bytes(load(Path(path)), str(path))
