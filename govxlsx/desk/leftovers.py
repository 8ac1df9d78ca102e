"""Temporary folders that tell whose they are: what a killed process left, the next one deletes."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from govxlsx.process import alive


def own(prefix: str) -> str:
    """Return how the names of this process's folders begin."""
    return f"{prefix}{os.getpid()}-"


def clear(prefix: str) -> None:
    """Delete what processes have left that were killed."""
    if os.name != "posix":
        return
    for path in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        pid = path.name.removeprefix(prefix).partition("-")[0]
        with suppress(OSError):
            if pid.isdigit() and not alive(int(pid)) and path.lstat().st_uid == os.getuid():
                shutil.rmtree(path, ignore_errors=True)
