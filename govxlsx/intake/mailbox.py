"""A mailbox on a server, over IMAP. The only door to imap-tools.

It is read with EXAMINE and BODY.PEEK, so that nothing changes in it, unread marks included; drafts
are appended to the drafts folder and nothing else. Some servers (163, 126, yeah.net) answer
"SELECT Unsafe Login" unless the client says who it is (ID, RFC 2971) before it opens a folder.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from govxlsx.desk.archive.correspondence import MailboxPlace
from govxlsx.desk.notices.draft import Draft, eml
from govxlsx.errors import UsageError
from govxlsx.intake.address import Address
from govxlsx.intake.letter import Mail, MailError
from govxlsx.intake.parsing import letter
from govxlsx.version import __version__

_PATIENCE = 60
_REFUSED = {
    10: "证书已过期。请告诉邮箱的管理员，或者检查本机的日期",
    62: "证书是别的服务器的。请检查服务器名",
    64: "证书是别的服务器的。请用服务器名，不要用 IP 地址",
}
"""Why a certificate is refused, by OpenSSL's number (X509_V_ERR_…)."""

_PLAIN = "WRONG_VERSION_NUMBER"
"""What OpenSSL says of a server that answers in plain text."""

_STRANGE = (
    "证书不是本机信任的机构发的。单位自己的邮件服务器，请向管理员要根证书（.pem），"
    "用 --ca-file 写明；公共邮箱的，请检查服务器名和网络"
)

_DRAFTS = ("草稿箱", "草稿夹", "草稿", "Drafts", "INBOX.Drafts")
_DROPPED = (imaplib.IMAP4.abort, OSError, EOFError)


def _context(ca_file: Path | None) -> ssl.SSLContext:
    """Return what certificates are checked by: what this machine trusts, and a file's own.

    Raises UsageError.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"读不出根证书“{ca_file}”：没有这个文件，没有权限，或者它不是 PEM 格式的证书。"
            ) from error
    return context


class Mailbox:
    """An open connection to a mailbox. Use it in a ``with``."""

    def __init__(self, address: Address, password: str, ca_file: Path | None = None) -> None:
        try:
            import imap_tools
        except ImportError as error:
            raise MailError("读邮箱需要安装邮件组件：pip install 'govxlsx[mail]'。") from error
        self.address = address
        self._password, self._ca_file, self._others = password, ca_file, list[Mailbox]()
        self._validity = 0
        self._errors = (imap_tools.ImapToolsError, imaplib.IMAP4.error)
        context = _context(ca_file)
        with self._plainly("连不上"):
            if address.scheme == "imaps":
                box: Any = imap_tools.MailBox(
                    address.host, address.port, _PATIENCE, ssl_context=context
                )
            else:
                box = imap_tools.MailBoxUnencrypted(address.host, address.port, _PATIENCE)
            self._box = box
        try:
            self._log_in(password)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Mailbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Log out; a connection that is gone is left alone."""
        for each in self._others:
            each.close()
        with suppress(*self._errors, *_DROPPED):
            self._box.logout()

    def _log_in(self, password: str) -> None:
        user = self.address.user
        try:
            self._box.login(user, password, initial_folder=None)
        except self._errors as error:
            raise MailError(
                f"邮箱“{user}”登录没有成功。163、126、QQ 等邮箱要用“授权码”，不是登录密码；"
                "还要先在邮箱设置里打开 IMAP 服务。"
            ) from error
        with self._plainly("用不了"), suppress(*self._errors):
            # Some servers that want it do not say so; those that do not know it answer BAD.
            self._box.client.xatom("ID", f'("name" "govxlsx" "version" "{__version__}")')

    @contextmanager
    def _plainly(self, what: str) -> Iterator[None]:
        """Turn what the server or the network says into MailError."""
        host = self.address.host
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            why = _REFUSED.get(error.verify_code, _STRANGE)
            raise MailError(f"没有连接邮箱服务器“{host}”：{why}。") from error
        except _DROPPED as error:
            if isinstance(error, ssl.SSLError) and error.reason == _PLAIN:
                raise MailError(
                    f"邮箱服务器“{host}”的这个端口不加密。请检查地址和端口（imaps 一般是 993）。"
                ) from error
            raise MailError(
                f"邮箱服务器“{host}”{what}，或者连接断了。处理完的都已登记；"
                "请检查网络后再运行一次，会接着做。"
            ) from error
        except self._errors as error:
            raise MailError(f"邮箱服务器“{host}”{what}：{_told(error)}。") from error

    def select(self) -> Mailbox:
        """Open the folder, only to be read. Raises MailError."""
        folder = self.address.folder
        with self._plainly(f"打不开文件夹“{folder}”"):
            self._box.folder.set(folder, readonly=True)
            self._validity = int(self._box.client.response("UIDVALIDITY")[1][0] or 0)
        return self

    def letters(self, known: Callable[[MailboxPlace], bool]) -> Iterator[Mail]:
        """Yield the mails of the selected folder that are not known yet, oldest first."""
        name = self.address.name
        with self._plainly("列不出邮件"):
            uids = sorted(int(each) for each in self._box.uids())
        places = [MailboxPlace(name, self._validity, uid) for uid in uids]
        wanted = [each for each in places if not known(each)]
        for place in wanted:
            data = self._fetched(place.uid)
            if data is not None:
                yield letter(data, f"{name} 第 {place.uid} 号", place)

    def _fetched(self, uid: int) -> bytes | None:
        """Return a mail's bytes, None where it is gone meanwhile."""
        with self._plainly("读不出邮件"):
            _, answer = self._box.client.uid("FETCH", str(uid), "(BODY.PEEK[])")
        return next((each[1] for each in answer if isinstance(each, tuple)), None)

    def second(self) -> Mailbox:
        """Return another connection, closed with this one: each has its own folder open."""
        other = Mailbox(self.address, self._password, self._ca_file)
        self._others.append(other)
        return other

    def drafts(self) -> str:
        """Return the name of the drafts folder. Raises MailError where there is none."""
        with self._plainly("列不出文件夹"):
            found = list(self._box.folder.list())
        marked: list[str] = [each.name for each in found if "\\Drafts" in each.flags]
        named = [name for name in _DRAFTS if any(each.name == name for each in found)]
        for name in (*marked, *named):
            return name
        raise MailError(
            "邮箱里没有找到草稿箱。请用 --drafts 文件夹 把回复的草稿存成文件，"
            "或者在邮箱里新建草稿箱。"
        )

    def put(self, folder: str, draft: Draft) -> None:
        """Append a draft to a folder, unless it lies there already. Raises MailError."""
        box = self._box
        with self._plainly(f"放不进草稿箱“{folder}”"):
            box.folder.set(folder, readonly=True)
            _, found = box.client.uid("SEARCH", "HEADER", "Message-ID", f'"{draft.message_id}"')
            if not (found and found[0]):
                box.append(eml(draft), folder, flag_set=("\\Draft", "\\Seen"))


def _told(error: Exception) -> str:
    """Return what the server answered where it refused a command, in its own words."""
    answer: Any = getattr(error, "command_result", (None, ()))[1]
    said = b" ".join(each for each in answer if isinstance(each, bytes))
    return said.decode("utf-8", "replace").rstrip(".") or str(error)


def into_drafts(mailbox: Mailbox) -> Callable[[Draft], None]:
    """Return what appends drafts to the drafts folder, over a connection of its own."""
    other = mailbox.second()
    return partial(other.put, other.drafts())
