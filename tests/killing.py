"""The real command in a fork of this process, killed before a call that changes something.

What is imported is imported once, and a kill comes where it is wanted, each time the same: a
profile function, which the command knows nothing of, counts the calls and sends SIGKILL.
"""

import hashlib
import os
import signal
import sys
import tempfile
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NoReturn

import pandas

from govxlsx.__main__ import run
from govxlsx.showing import annotation, as_json, page, screen

EVER = 1 << 30
"""The number of a call that is never reached: every call is counted."""

IMPORTED = (annotation, as_json, page, pandas, screen)
"""What the command imports when it is needed: here once, not in every forked process."""

_THROUGH = ("pathlib.py", "contextlib.py", "os.py", "imaplib.py")


@dataclass(frozen=True, slots=True)
class Calls:
    """Which calls count: functions by their names, called from these packages and modules, perhaps
    through the standard library; those of their functions that only read are left out.
    """

    names: frozenset[str]
    packages: tuple[ModuleType, ...]
    reading: frozenset[str] = frozenset()

    def count(self, frame: FrameType | None) -> bool:
        """Tell whether a call from a frame may change something."""
        while frame is not None and frame.f_code.co_filename.endswith(_THROUGH):
            frame = frame.f_back
        if frame is None or frame.f_code.co_name in self.reading:
            return False
        places = (str(each.__file__).removesuffix("__init__.py") for each in self.packages)
        return frame.f_code.co_filename.startswith(tuple(places))


def run_until(
    desk: Path, arguments: tuple[str, ...], calls: Calls, last: int, largest: int = -1
) -> tuple[int | None, int]:
    """Run a command in a folder; return its exit status, None where killed, and how many calls.

    It is killed before call number ``last``. No file can be written that is larger than
    ``largest`` bytes: as good as a full disk.
    """
    path = desk / "calls"
    counter = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        child = os.fork()
        if not child:
            _child(desk, arguments, _killer(calls, last, counter), largest)
        _, status = os.waitpid(child, 0)
        counted = int.from_bytes(os.pread(counter, 4, 0), "big")
    finally:
        os.close(counter)
        path.unlink()
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return None, counted
    return os.WEXITSTATUS(status), counted


def changing(desk: Path, arguments: tuple[str, ...], calls: Calls) -> list[int]:
    """Return the numbers of the calls before which the folder is not as it was a call before.

    To be killed at another is to be killed in the same state once more. The command ends.
    """
    path = desk / "calls"
    with path.open("w+b", buffering=0) as counter:
        child = os.fork()
        if not child:
            _child(desk, arguments, _watcher(desk, calls, counter.fileno()), -1)
        _, status = os.waitpid(child, 0)
        assert os.WIFEXITED(status)
        counter.seek(0)
        found = array("I", counter.read())
    path.unlink()
    return [*found]


def _watcher(desk: Path, calls: Calls, told: int) -> Callable[[FrameType, str, Any], None]:
    """Return a profile function that writes down before which calls a folder has changed."""
    count, names, before = 0, calls.names, b""

    def profile(frame: FrameType, event: str, called: Any) -> None:
        nonlocal count, before
        if event == "c_call" and called.__name__ in names and calls.count(frame):
            count += 1
            sys.setprofile(None)
            now = _state(desk)
            if now != before:
                os.write(told, array("I", [count]))
            before = now
            sys.setprofile(profile)

    return profile


def _state(desk: Path) -> bytes:
    """Return a fingerprint of what a folder holds, the file of the calls left out."""
    whole = hashlib.sha256()
    for folder, folders, files in os.walk(desk):
        folders.sort()
        for name in sorted(files):
            path = Path(folder, name)
            if path != desk / "calls":
                whole.update(f"{path}\0{path.stat().st_size}\0".encode())
                whole.update(path.read_bytes())
        whole.update(f"{folder}\0".encode())
    return whole.digest()


def _child(
    desk: Path, arguments: tuple[str, ...], killer: Callable[..., None], largest: int
) -> NoReturn:
    status = 99
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        os.chdir(desk)
        tempfile.tempdir = str(desk)  # what a killed process leaves is left there
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        sys.argv = ["govxlsx", *arguments]
        sys.setprofile(killer)
        status = run()
    finally:
        sys.setprofile(None)
        os._exit(status)


def _killer(calls: Calls, last: int, counter: int) -> Callable[[FrameType, str, Any], None]:
    """Return a profile function that kills this process before call number ``last``."""
    count, names = 0, calls.names

    def profile(frame: FrameType, event: str, called: Any) -> None:
        nonlocal count
        if event == "c_call" and called.__name__ in names and calls.count(frame):
            count += 1
            os.pwrite(counter, count.to_bytes(4, "big"), 0)
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    return profile
