"""One process that listens, works and ends: the servers, until a signal comes."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from socket import socket

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from govxlsx import process
from govxlsx.serve import gate
from govxlsx.serve.application import application
from govxlsx.serve.listeners import Listener, hosts, opened
from govxlsx.serve.service import Service

_HEAD_SECONDS = 15.0
"""So long may the head of a request take."""

_LAST_SECONDS = 30
"""So long are requests that are under way waited for at the end."""

_CONNECTIONS = 400
"""So many may be open at a listener."""

_TICK = 0.1


class _Protocol(H11Protocol):
    """HTTP/1.1 in which a connection that does not get its request out is closed.

    One too many is answered by a page that says so; uvicorn's own limit answers in English.
    """

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        if len(self.connections) > _CONNECTIONS:
            self.app = gate.full
        self.loop.call_later(_HEAD_SECONDS, self._give_up)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; a request that was under way is answered by nothing else."""
        if self.cycle is not None:
            self.cycle.disconnected = True
        with contextlib.suppress(h11.LocalProtocolError):  # its answer has begun
            super().send_400_response(msg)
        self.transport.close()

    def _give_up(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()


class _Server(uvicorn.Server):
    """A server that leaves signals to the command line."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(listeners: Sequence[Listener], names: Sequence[str]) -> list[tuple[Listener, socket]]:
    """Listen on all addresses; return each with its real port and the hosts that it answers to.

    Raises UsageError.
    """
    found: list[tuple[Listener, socket]] = []
    try:
        for each in listeners:
            sock = opened(each)
            port = sock.getsockname()[1]
            named = replace(each, port=port, names=hosts(replace(each, port=port), port, names))
            found.append((named, sock))
    except BaseException:
        for _, sock in found:
            sock.close()
        raise
    return found


def run(
    service: Service,
    held: Sequence[tuple[Listener, socket]],
    stopped: Callable[[], bool],
    begun: Callable[[], None],
) -> None:
    """Answer requests until ``stopped`` says so; ``begun`` is called once all are answered."""
    process.look_often()
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # who sends it is told
    with asyncio.Runner() as runner:
        runner.run(_serve(service, held, stopped, begun))


async def _serve(
    service: Service,
    held: Sequence[tuple[Listener, socket]],
    stopped: Callable[[], bool],
    begun: Callable[[], None],
) -> None:
    servers = [(_server(service, listener), sock) for listener, sock in held]
    tasks = [asyncio.create_task(server.serve([sock])) for server, sock in servers]
    cleaning = asyncio.create_task(service.clean())
    while not all(server.started for server, _ in servers) and not any(
        task.done() for task in tasks
    ):
        await asyncio.sleep(_TICK / 10)
    begun()
    while not stopped() and not any(map(asyncio.Task.done, tasks)):
        await asyncio.sleep(_TICK)
    for server, _ in servers:
        server.should_exit = True
    await asyncio.gather(*tasks)
    cleaning.cancel()


def _server(service: Service, listener: Listener) -> _Server:
    config = uvicorn.Config(
        application(service, listener),
        http=_Protocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="error",  # who sends no HTTP is nobody's concern
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips="127.0.0.1,::1",
        backlog=256,
        h11_max_incomplete_event_size=32 << 10,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
    return _Server(config)
