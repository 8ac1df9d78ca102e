"""The address of a mailbox on a server: imaps://user@host:port/folder, without its password."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from govxlsx.errors import UsageError

_PORTS = {"imaps": 993, "imap": 143}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a mailbox is: imaps://user@host:port/folder."""

    scheme: str
    host: str
    port: int
    user: str
    folder: str

    @property
    def name(self) -> str:
        """What the register calls the mailbox: no password is in it."""
        return f"{self.scheme}://{self.user}@{self.host}/{self.folder}"


def is_address(text: str) -> bool:
    """Tell whether a source is a mailbox on a server."""
    return urlsplit(text).scheme.lower() in _PORTS if "://" in text else False


def parse(text: str) -> Address:
    """Read the address of a mailbox. Raises UsageError."""
    try:
        found = urlsplit(text)
        port = found.port
    except ValueError as error:
        raise UsageError(
            f"邮箱地址“{text}”不对，应当写成 imaps://用户名@服务器/文件夹。"
        ) from error
    if found.password:
        raise UsageError(
            "请不要把授权码写在邮箱地址里：别人看得到命令。运行时会提示输入，"
            "也可以用 --password-file 文件，或者环境变量 GOVXLSX_MAIL_PASSWORD。"
        )
    if not found.hostname or not found.username:
        raise UsageError(f"邮箱地址“{text}”不完整，应当写成 imaps://用户名@服务器/文件夹。")
    scheme = found.scheme.lower()
    if scheme == "imap" and not _is_loopback(found.hostname):
        raise UsageError("imap:// 不加密，只用于本机；请用 imaps://。")
    folder = unquote(found.path.strip("/")) or "INBOX"
    user = unquote(found.username)
    return Address(scheme, found.hostname, port or _PORTS[scheme], user, folder)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
