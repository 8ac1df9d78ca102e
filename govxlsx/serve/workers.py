"""Processes that do one piece of work at a time: what a piece breaks, it breaks for itself alone.

A process is forked from a warm one before it is needed. Each piece has its own bounds; a process
that dies, takes too long or has grown is replaced, and so is one that has done many pieces. A new
one for each piece would cost four times as much: a process that has done one has its pages.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from govxlsx.desk.batch.crew import prepare
from govxlsx.desk.forking import context
from govxlsx.serve import limits

T = TypeVar("T")

WARM = "govxlsx.serve.warm"
QUEUE = 20
"""So many uploads wait; more are turned away for now."""

SECONDS = 25.0
"""The wall clock for one upload."""

_PIECES = 100
"""So many pieces a process does, then it is replaced."""

_END = 5.0


class BusyError(Exception):
    """All workers are at work, and enough is waiting."""


class LostError(Exception):
    """A worker died, or took too long; ``late`` tells the latter."""

    def __init__(self, *, late: bool) -> None:
        super().__init__(late)
        self.late = late


class _Worker(NamedTuple):
    process: BaseProcess
    line: Connection


class Workers:
    """So many pieces of work at once, others wait their turn. Close it at the end.

    ``limited`` bounds what a piece may take of the machine.
    """

    def __init__(self, count: int, *, seconds: float = SECONDS, limited: bool = True) -> None:
        self._context: BaseContext = context(WARM)
        self._seconds, self._limited = seconds, limited
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="upload")
        self._endings = ThreadPoolExecutor(1, thread_name_prefix="ending")
        self._count, self._pending = count, 0
        self._ready: deque[_Worker] = deque()
        self._lock, self._closed = Lock(), False

    def start(self) -> None:
        """Have a worker ready for each piece that may be done at once.

        One that dies while it is made is made when a piece of work asks for it.
        """
        with suppress(EOFError, OSError):
            while len(self._ready) < self._count:
                self._ready.append(self._new())

    async def do(self, job: Callable[..., T], *given: object) -> T:
        """Do a piece of work. Raises BusyError at once, LostError; both cost this piece only."""
        if self._pending >= self._count + QUEUE:
            raise BusyError
        self._pending += 1
        try:
            work = partial(self._done, job, given)
            found: T = await asyncio.get_running_loop().run_in_executor(self._threads, work)
            return found
        finally:
            self._pending -= 1

    def close(self) -> None:
        """End all workers, those at work when their piece is done or its time is over."""
        with self._lock:
            self._closed = True
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._endings.shutdown(wait=True)
        while self._ready:
            _dismiss(self._ready.popleft())

    def _done(self, job: Callable[..., Any], given: tuple[object, ...]) -> Any:
        worker, fit = None, False
        try:
            worker = self._given(job, given)
            if not worker.line.poll(self._seconds):
                raise LostError(late=True)
            answer, fit = worker.line.recv()
        except (EOFError, OSError) as error:
            raise LostError(late=False) from error
        finally:
            if worker is not None and fit and self._wanted:
                self._ready.append(worker)
            elif worker is not None:
                self._endings.submit(self._replace, worker)  # nobody waits for that
        return answer

    def _given(self, job: Callable[..., Any], given: tuple[object, ...]) -> _Worker:
        """Return a worker that has its work; one that died while it was ready is replaced."""
        for _ in range(self._count + 1):
            try:
                worker = self._ready.popleft()
            except IndexError:
                worker = self._new()
            try:
                worker.line.send((job, given))
            except OSError:
                _dismiss(worker)
            else:
                return worker
        raise LostError(late=False)

    @property
    def _wanted(self) -> bool:
        """True where another worker is to be ready."""
        return not self._closed and len(self._ready) < self._count

    def _replace(self, worker: _Worker) -> None:
        with self._lock:
            if self._wanted:
                self._ready.append(self._new())
        _dismiss(worker)

    def _new(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_attend, args=(theirs, self._limited), name="upload", daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _dismiss(worker: _Worker) -> None:
    """End a process, whatever it is doing."""
    worker.line.close()
    worker.process.join(0.2)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join(_END)
    if not worker.process.is_alive():
        worker.process.close()


def _attend(line: Connection, limited: bool) -> None:
    """Do what comes over the line, piece after piece; tell with each answer who is fit for more."""
    prepare()
    if limited:
        limits.limit()
    most = limits.memory() + limits.GROWTH
    for left in reversed(range(_PIECES)):
        try:
            job, given = line.recv()
        except EOFError:
            return
        if limited:
            limits.limit_time()
        answer = job(*given)
        fit = left > 0 and limits.memory() <= most
        line.send((answer, fit))
        if not fit:
            return
