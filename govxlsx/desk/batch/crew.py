"""Who does the work: this process, worker processes of this machine, or a dask cluster."""

import logging
import os
import pickle
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from govxlsx import interruption, process
from govxlsx.desk.batch.spool import Room
from govxlsx.errors import UsageError
from govxlsx.version import __version__

_PATIENCE = 15
"""Seconds to wait for a scheduler."""

_LOOKS, _PAUSE = 20, 0.05
"""How often, and how many seconds apart, it is looked whether a process has ended."""

LINGERS = (_LOOKS + 4) * _PAUSE
"""So many seconds, at most, a worker whose server was killed is still there."""

_SMALL = 1 << 16
"""So many bytes are handed over with each chunk without being noticed."""

_PROTOCOLS = frozenset({"tcp", "tls"})


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor, how many pieces of work it takes at once, and how all get what they share.

    What ``share`` returns is given to each piece of work, where ``taken`` gives the thing itself.
    ``staffed`` tells whether anybody is there to work. ``room`` is for what they read for
    themselves; None where they are this process, or do not see the files of this machine.
    """

    executor: Executor
    width: int
    share: Callable[[Any], Any]
    staffed: Callable[[], bool] = lambda: True
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class _Stored:
    """Something that lies pickled in a file of this machine."""

    path: str


def taken(shared: Any) -> Any:
    """Return what was shared with ``Crew.share``."""
    return _opened(shared.path) if isinstance(shared, _Stored) else shared


@lru_cache(maxsize=4)
def _opened(path: str) -> Any:
    return pickle.loads(Path(path).read_bytes())


def _store(room: Room, thing: Any) -> Any:
    """Return what goes to the processes with each piece of work: what is large lies in a file."""
    data = pickle.dumps(thing)
    if len(data) <= _SMALL:
        return thing
    path = room.place()
    path.write_bytes(data)
    return _Stored(str(path))


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def here() -> Iterator[Crew]:
    """Do the work in this process, one piece after the other."""
    with ThreadPoolExecutor(1) as executor:
        yield Crew(executor, 1, lambda thing: thing)


@contextmanager
def processes(count: int) -> Iterator[Crew]:
    """Do the work in ``count`` processes. One that dies takes only its own piece of work along."""
    from govxlsx.desk.batch.lanes import Lanes

    with ExitStack() as stack:
        room = Room(stack)
        executor = stack.enter_context(Lanes(count, partial(prepare, room.remove)))
        yield Crew(executor, count, partial(_store, room), room=room)


def prepare(clear: Callable[[], object] | None = None) -> None:
    """Set a new worker process up: signals are its parent's business.

    It ends with its parent; where that was killed, ``clear`` removes what it has left. It ends with
    the server it was forked from, too: its parent has its work done by another process then, and
    removes what it has set aside and not handed over.
    """
    process.begin()
    for each in interruption.SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, args=(clear,), daemon=True).start()


def _follow_parent(clear: Callable[[], object] | None) -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        interruption.stand_still()
        if not _ended(parent.pid or 0):
            os._exit(1)
        if clear is not None:
            clear()
        interruption.leave(1)


def _ended(pid: int) -> bool:
    """Tell whether a process has ended: what followed it cannot tell it from the server of ours."""
    for _ in range(_LOOKS):  # it is there a little longer than what it has open
        if not process.alive(pid):
            return True
        time.sleep(_PAUSE)
    return False


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """Do the work on a dask.distributed cluster. Raises UsageError where it is not to be had."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "没有安装 dask，不能用 --scheduler。请先运行 pip install 'govxlsx[dask]'。"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    open_client: Any = Client
    try:
        _knock(address)
        client = open_client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"连不上调度器 {address}。请确认 dask scheduler 正在运行，"
            "地址写成 tcp://主机:端口，例如 tcp://10.0.0.5:8786。"
        ) from error
    with client:
        width = _width(client, address)
        executor = client.get_executor(pure=False)
        # As the result of a task a thing is made anew where its worker dies.
        share = partial(client.submit, _itself, pure=False)
        yield Crew(executor, width, share, partial(_staffed, client))


def _knock(address: str) -> None:
    """Raise OSError or ValueError where nothing answers; dask would try for long."""
    found = urlsplit(address)
    if found.scheme not in _PROTOCOLS or not found.hostname or not found.port:
        raise ValueError(address)
    socket.create_connection((found.hostname, found.port), _PATIENCE).close()


def _width(client: Any, address: str) -> int:
    """Return how many pieces of work to keep under way; the workers must have this version."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise UsageError(f"调度器 {address} 上没有工作进程。请先启动 dask worker。") from error
    threads: dict[str, int] = client.nthreads()
    wanted = f"各工作进程都要安装 govxlsx {__version__}，请安装后再试。"
    try:
        versions = set(client.run(_version).values())
    except ImportError as error:
        raise UsageError(f"调度器 {address} 的工作进程上没有 govxlsx。{wanted}") from error
    if versions != {__version__}:
        others = "、".join(sorted(versions - {__version__}))
        raise UsageError(f"调度器 {address} 的工作进程上是 govxlsx {others}。{wanted}")
    return 2 * sum(threads.values())


def _staffed(client: Any) -> bool:
    try:
        return bool(client.nthreads())
    except OSError:
        return False


def _version() -> str:
    return __version__


def _itself(thing: Any) -> Any:
    return thing
