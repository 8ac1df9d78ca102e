"""Where the page is to be had: which addresses are listened on, by which names, for what."""

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass

from govxlsx.errors import UsageError

LOCAL = "127.0.0.1"
_USUAL_PORTS = (80, 443)


@dataclass(frozen=True, slots=True)
class Listener:
    """An address. ``desk`` tells that the desk is to be had there, with ``password`` if it is set.

    ``names`` are the hosts by which it may be asked for, with their port where it has to be told.
    """

    host: str
    port: int
    desk: bool
    names: tuple[str, ...] = ()
    password: str = ""

    @property
    def link(self) -> str:
        """What is opened to see the page."""
        return f"http://{shown(self.host, self.port)}/"


def parsed(text: str, option: str) -> tuple[str, int]:
    """Return host and port of what an option gives. Raises UsageError."""
    host, colon, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(host)
        if colon and 0 <= int(port) <= 65535:
            return host, int(port)
    except ValueError:
        pass
    raise UsageError(
        f"{option} 应当写成 地址:端口，例如 0.0.0.0:8080 或 127.0.0.1:8080，现在是“{text}”。"
    )


def is_local(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    return ipaddress.ip_address(host).is_loopback


def is_any(host: str) -> bool:
    """Tell whether an address stands for all addresses of the machine."""
    return ipaddress.ip_address(host).is_unspecified


def opened(listener: Listener) -> socket.socket:
    """Listen on an address. Raises UsageError where that cannot be done."""
    family = socket.AF_INET6 if ":" in listener.host else socket.AF_INET
    sock = socket.socket(family)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((listener.host, listener.port))
        sock.listen(256)
    except OSError as error:
        sock.close()
        raise UsageError(
            f"不能在 {shown(listener.host, listener.port)} 上打开网页：这个端口正被别的程序使用，"
            "或者地址不是这台电脑的，或者没有权限。请换一个端口或地址。"
        ) from error
    sock.setblocking(False)
    return sock


def hosts(listener: Listener, port: int, given: Sequence[str]) -> tuple[str, ...]:
    """Return by which hosts a listener may be asked for, as a browser sends them."""
    names = [f"localhost:{port}"] if is_local(listener.host) else []
    if not is_any(listener.host):
        names.append(shown(listener.host, port))
    for each in given:
        names.append(each)
        if ":" not in each.rpartition("]")[2]:  # without a port of its own
            names += [f"{each}:{port}", *(f"{each}:{usual}" for usual in _USUAL_PORTS)]
    bare_port = f":{_USUAL_PORTS[0]}"
    names += [each.removesuffix(bare_port) for each in names if each.endswith(bare_port)]
    return tuple(dict.fromkeys(name.lower() for name in names))


def shown(host: str, port: int) -> str:
    """Return an address as it stands in a link."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
