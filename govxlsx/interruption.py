"""Ctrl-C, SIGTERM, a terminal that is closed: the work ends at once, with one sentence.

Nothing is raised in the middle of whatever library is at work: it might be swallowed there, or
shown as a traceback. A file is moved to its place when it is whole, so the process may end at any
moment; before it does, what it has begun is undone.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import RLock
from types import FrameType
from typing import NoReturn

SIGNALS = tuple(
    signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)

_MOST = 1000
"""More than any process has begun at once; what a worker has handed over is its parent's."""

_ORDERLY = RLock()
_undoing: dict[object, Callable[[], None]] = {}
_notices: list[Watch] = []
_last = signal.SIGINT


def watch() -> None:
    """From now on a signal ends this process. What the shell has it ignore stays ignored."""
    for each in SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _stop)


def status() -> int:
    """Return the exit status after the signal, as shells have it."""
    return 128 + _last


class Watch:
    """Tells whether a signal has come; work looks at it between two pieces."""

    def __init__(self, begun: Callable[[], bool]) -> None:
        self.begun = begun
        self.given = False


@contextmanager
def noted(begun: Callable[[], bool] = lambda: True) -> Iterator[Watch]:
    """Have the first signal noted only; the second one ends the process all the same.

    So does the first one before anything is ``begun`` that could be brought to an end.
    """
    notice = Watch(begun)
    _notices.append(notice)
    try:
        yield notice
    finally:
        _notices.remove(notice)


@contextmanager
def undone(key: object, undo: Callable[[], None]) -> Iterator[None]:
    """Have something undone that must not stay if the process ends within."""
    with beginning(key, undo):
        pass
    try:
        yield
    finally:
        ended(key)


@contextmanager
def beginning(key: object, undo: Callable[[], None]) -> Iterator[None]:
    """Begin something, which is undone if the process ends before ``ended``.

    No thread of this process can begin anything any more once it is ending.
    """
    with _ORDERLY:
        while len(_undoing) >= _MOST:
            del _undoing[next(iter(_undoing))]
        _undoing[key] = undo
        yield


def ended(key: object) -> None:
    """Leave something as it is now."""
    _undoing.pop(key, None)


def stand_still() -> None:
    """From now on nothing can be begun in this process, but by this very thread."""
    _ORDERLY.acquire()


def leave(code: int) -> NoReturn:
    """Undo what was begun, and end this process."""
    stand_still()
    for undo in [*_undoing.values()]:
        with suppress(OSError):
            undo()
    os._exit(code)


def _stop(number: int, _: FrameType | None) -> None:
    global _last  # noqa: PLW0603 - a process has one end
    _last = signal.Signals(number)
    waiting = [each for each in _notices if not each.given and each.begun()]
    for notice in waiting:
        notice.given = True
    if waiting:
        return
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    with suppress(OSError):
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        os.write(2, "已中断。\n".encode(encoding, "replace"))
    leave(status())
