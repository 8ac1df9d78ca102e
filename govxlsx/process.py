"""How a process of this program begins and ends, and what one that was killed has left."""

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress

_OBJECTS = 200_000
"""So many are made before the interpreter looks for some that hold each other. At its own 700 it
looks a thousand times while pandas and our modules are imported, a tenth of what a cold check
takes; almost nothing here is cyclic."""

_ONE_THREAD = "OPENBLAS_NUM_THREADS"
"""numpy starts a thread for each processor to multiply matrices, when it is imported. We multiply
none: a tenth of importing pandas."""


def begin() -> None:
    """Have this process, and those that it starts, do without what they do not need."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault(_ONE_THREAD, "1")


def look_often() -> None:
    """Have a process that goes on for long look often, but not through what is there already.

    Each request leaves some; looked for seldom they come to 9 MB before they are found.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(700)


def end(status: int) -> None:
    """End this process; what is registered to be done at its end is done.

    Its objects are not taken apart one by one: the system takes all memory back, where pandas is
    imported in a tenth of a second less. Returns where threads are to be waited for.
    """
    if any(not each.daemon for each in threading.enumerate() if each != threading.main_thread()):
        return
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def alive(pid: int) -> bool:
    """Tell whether a process of this machine is there; never on Windows."""
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def own_prefix(prefix: str) -> str:
    """Return how the names of this process's temporary folders begin: they tell whose they are."""
    return f"{prefix}{os.getpid()}-"


def clear_left(prefix: str) -> None:
    """Delete the temporary folders of processes that were killed."""
    import shutil
    import tempfile
    from pathlib import Path

    if os.name != "posix":
        return
    for path in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        pid = path.name.removeprefix(prefix).partition("-")[0]
        with suppress(OSError):
            if pid.isdigit() and not alive(int(pid)) and path.lstat().st_uid == os.getuid():
                shutil.rmtree(path, ignore_errors=True)
