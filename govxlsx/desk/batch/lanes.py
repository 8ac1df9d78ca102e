"""Worker processes side by side, each in a pool of its own."""

import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from queue import SimpleQueue
from typing import Any, ParamSpec, TypeVar

from govxlsx.desk.forking import context
from govxlsx.errors import UsageError

_LOST = (BrokenExecutor, EOFError, OSError)
"""What is raised where a process, or the server that forks them, is not there any more."""

_NO_PROCESS = (
    "启动不了工作进程，可能内存不足，或者进程太多。请关闭别的程序，或者加 --jobs 1 再运行一次。"
)

P = ParamSpec("P")
T = TypeVar("T")


class Lanes(Executor):
    """An executor of single processes.

    In a pool of several processes one that dies breaks the work of all, and nobody can tell which
    piece it was. Here a piece of work that ends with BrokenExecutor is the one that was under way
    when its process died; the lane gets a new process. No more than ``count`` pieces may be under
    way at once: ``submit`` waits for a free lane.
    """

    pauses: tuple[float, ...] = (0.0, 0.1, 0.4, 1.6)
    """The seconds between tries: a server that was killed takes a while to be seen to be gone, and
    only then another is started."""

    def __init__(self, count: int, prepare: Callable[[], None]) -> None:
        self._context = context()
        self._prepare = prepare
        self._free: SimpleQueue[ProcessPoolExecutor | None] = SimpleQueue()
        self._count = count
        for _ in range(count):
            self._free.put(None)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Give a piece of work to a free lane."""
        lane = self._free.get()
        try:
            lane, future = self._given(lane, partial(fn, *args, **kwargs))
        except BaseException:
            self._free.put(None)  # ``shutdown`` waits for the lane
            raise
        future.add_done_callback(partial(self._release, lane))
        return future

    def _given(
        self, lane: ProcessPoolExecutor | None, work: Callable[[], T]
    ) -> tuple[ProcessPoolExecutor, Future[T]]:
        """Give work to a lane, to a new one where there is none or its process is gone."""
        lost: BaseException | None = None
        for pause in self.pauses:
            try:
                lane = lane or self._new()
                return lane, lane.submit(work)
            except _LOST as error:
                lost = error
            if lane is not None:
                lane.shutdown(wait=False)
                lane = None
            time.sleep(pause)
        raise UsageError(_NO_PROCESS) from lost

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, mp_context=self._context, initializer=self._prepare)

    def _release(self, lane: ProcessPoolExecutor, future: Future[Any]) -> None:
        if future.cancelled() or not isinstance(future.exception(), BrokenExecutor):
            self._free.put(lane)
        else:
            lane.shutdown(wait=False)
            self._free.put(None)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all processes, those at work when their piece is done."""
        for _ in range(self._count):
            lane = self._free.get()
            if lane is not None:
                lane.shutdown(wait=wait, cancel_futures=cancel_futures)
        for _ in range(self._count):
            self._free.put(None)
