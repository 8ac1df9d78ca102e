"""A workbook becomes a report. Everything is found by its label; the file is only read."""

import errno
import hashlib
from pathlib import Path

from govxlsx.errors import UnusableWorkbookError
from govxlsx.regular import IrregularFileError, read_regular
from govxlsx.report.model import Report
from govxlsx.workbook import FILE_LIMIT, beyond_limits

__all__ = ["load", "read", "read_bytes"]


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


def read_bytes(data: bytes, name: str) -> Report:
    """Read a workbook from its bytes; ``name`` is its path. Raises UnusableWorkbookError."""
    from govxlsx.reading.assembly import assemble

    return assemble(data, name, hashlib.sha256(data).hexdigest())


def read(path: str | Path) -> Report:
    """Read a workbook file into a report. Raises UnusableWorkbookError where it cannot be used."""
    return read_bytes(load(Path(path)), str(path))
