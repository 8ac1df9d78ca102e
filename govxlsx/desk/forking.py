"""The server that worker processes are forked from: it can be started before anything else.

It imports what the workers need, once, while this process imports what it needs itself.
"""

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext

from govxlsx import interruption
from govxlsx.errors import UsageError

_PRELOADED = ("govxlsx.desk.batch.warm",)
"""What a worker process finds imported already."""

WORD = "govxlsx.word.delivery"
"""What it needs besides where documents are made, python-docx among it: a fifth of the rest."""

_LONGEST = 71
"""So many bytes may a folder's path have that a socket's lies in: with the two names that are added
to it, the address has room for 104 on macOS and 108 on Linux."""

_SHORT = ("/tmp", "/var/tmp")
"""Where the socket lies if the folder for temporary files has a longer path."""


def context(*more: str) -> BaseContext:
    """Return how worker processes are started; the server is on its way where there is one.

    ``more`` are modules that it imports too, where it is not on its way yet.

    Never a fork of this process: it has threads. The server that is forked has none. Windows has
    no forks: there each process begins anew.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    # Not to be had on Windows.
    from multiprocessing import resource_tracker
    from multiprocessing.forkserver import ensure_running

    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload([*more, *_PRELOADED])
    with _silent(), _short_address():
        resource_tracker.ensure_running()  # it unblocks what is blocked when it is started
        # What is blocked stays so in the server and the workers: Ctrl-C is their parent's business,
        # and so is a signal to all processes of a group.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, interruption.SIGNALS)
        try:
            ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return found


@contextmanager
def _short_address() -> Iterator[None]:
    """Have the server's socket lie in a folder that its address has room for. Raises UsageError."""
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) <= _LONGEST:
        yield
        return
    before = tempfile.tempdir
    tempfile.tempdir = next((each for each in _SHORT if os.access(each, os.W_OK | os.X_OK)), None)
    if tempfile.tempdir is None:
        tempfile.tempdir = before
        raise UsageError(
            f"临时文件夹“{folder}”的路径太长，启动不了工作进程。"
            f"请把环境变量 TMPDIR 设成不超过 {_LONGEST} 个字节的文件夹，再运行一次。"
        )
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _silent() -> Iterator[None]:
    """Have a process that is started within clear up after this one without telling the user."""
    name, before = "PYTHONWARNINGS", os.environ.get("PYTHONWARNINGS")
    os.environ[name] = ",".join(filter(None, (before, "ignore:resource_tracker:UserWarning")))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
