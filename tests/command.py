"""The real command line: called in this process, or run as a user's shell runs it.

``run`` is the usual way: the same command line, the same streams of bytes, without the second that
a process takes to start. ``run_process`` is for tests in which the process itself is the point: how
it starts, its encodings, pipes, signals, what it imports.
"""

import io
import os
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from govxlsx.__main__ import begun
from govxlsx.interruption import SIGNALS

ROOT = Path(__file__).resolve().parent.parent

Done = subprocess.CompletedProcess[str]


def environment(encoding: str = "utf-8", width: int = 80) -> dict[str, str]:
    """Return the environment of a process on a console of the given encoding and width."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": encoding,
        "COLUMNS": str(width),
        "TERM": "dumb",
    }


def run(
    *arguments: str | Path,
    cwd: Path,
    encoding: str = "utf-8",
    width: int = 80,
    stdin: bytes = b"",
) -> Done:
    """Call ``govxlsx`` in a folder, on a console of the given encoding and width.

    What is raised and not caught, a process would show as a traceback: here it fails the test.
    """
    given, said = list(map(str, arguments)), (io.BytesIO(), io.BytesIO())
    out, err = (io.TextIOWrapper(each, encoding, newline="\n") for each in said)
    with pytest.MonkeyPatch.context() as patch, chdir(cwd):
        patch.setattr(sys, "argv", ["govxlsx", *given])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding))
        for name in ("COLUMNS", "TERM"):
            patch.setenv(name, environment(width=width)[name])
        before = {each: signal.getsignal(each) for each in SIGNALS}
        with redirect_stdout(out), redirect_stderr(err):
            status = begun()
        for number, handler in before.items():
            signal.signal(number, handler)
    out.flush()
    err.flush()
    return _done(given, status, said[0].getvalue(), said[1].getvalue(), encoding)


def run_process(
    *arguments: str | Path, cwd: Path, encoding: str = "utf-8", width: int = 80
) -> Done:
    """Run ``govxlsx`` as a process of its own; otherwise as ``run``."""
    command = [sys.executable, "-m", "govxlsx", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(encoding, width),
        capture_output=True,
        check=False,
    )
    return _done(command, done.returncode, done.stdout, done.stderr, encoding)


def _done(given: list[str], status: int, out: bytes, err: bytes, encoding: str) -> Done:
    said = err.decode(encoding)
    assert "Traceback" not in said, said
    return subprocess.CompletedProcess(given, status, out.decode(encoding), said)
