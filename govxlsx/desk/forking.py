"""The server that worker processes are forked from: it can be started before anything else.

It imports what the workers need, once, while this process imports what it needs itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext

from govxlsx import interruption

_PRELOADED = ("govxlsx.desk.batch.warm",)
"""What a worker process finds imported already."""


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
    found.set_forkserver_preload([*_PRELOADED, *more])
    with _silent():
        resource_tracker.ensure_running()  # it unblocks what is blocked when it is started
    # What is blocked stays so in the server and the workers: Ctrl-C is their parent's business, and
    # so is a signal to all processes of a group.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, interruption.SIGNALS)
    try:
        ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return found


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
