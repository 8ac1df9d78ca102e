"""A mail server of the test's own: dovecot on 127.0.0.1, one user, one Maildir, no TLS."""

from __future__ import annotations

import grp
import os
import pwd
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import imap_tools
from needs import program

USER, PASSWORD = "xxgk", "secret-code"

_CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_login_user = {login}
default_internal_group = {group}
mail_location = maildir:{root}/mail
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 0
first_valid_gid = 0
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {root}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}
}}
namespace inbox {{
  inbox = yes
  mailbox Drafts {{
    auto = create
    special_use = \\Drafts
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Server:
    """A running server."""

    root: Path
    port: int

    @property
    def address(self) -> str:
        """Where its inbox is."""
        return f"imap://{USER}@127.0.0.1:{self.port}/INBOX"

    @contextmanager
    def box(self) -> Iterator[imap_tools.MailBoxUnencrypted]:
        """Log in, as a mail program would."""
        with imap_tools.MailBoxUnencrypted("127.0.0.1", self.port).login(USER, PASSWORD) as box:
            yield box

    def receive(self, *mails: bytes) -> None:
        """Put mails into the inbox, unread."""
        with self.box() as box:
            for each in mails:
                box.append(each, "INBOX")

    def inbox(self) -> dict[str, bytes]:
        """Return every file of the inbox by its name, flags included."""
        return {
            f"{folder}/{path.name}": path.read_bytes()
            for folder in ("cur", "new")
            for path in (self.root / "mail" / folder).iterdir()
        }

    def drafts(self) -> list[bytes]:
        """Return the drafts."""
        folder = self.root / "mail" / ".Drafts"
        files = [path for each in ("cur", "new") for path in (folder / each).glob("*")]
        assert all("D" in path.name.rpartition(",")[2] for path in files)
        return [path.read_bytes() for path in files]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _owners(root: Path) -> dict[str, str | int]:
    """Return who runs what: the packaged users where this is root, who may not; else this user."""
    uid, gid = os.getuid(), os.getgid()
    user, group = pwd.getpwuid(uid).pw_name, grp.getgrgid(gid).gr_name
    if uid:
        return {"login": user, "user": user, "group": group, "uid": uid, "gid": gid}
    nobody = pwd.getpwnam("nobody")
    os.chown(root / "mail", nobody.pw_uid, nobody.pw_gid)
    found: dict[str, str | int] = {"uid": nobody.pw_uid, "gid": nobody.pw_gid}
    return {**found, "login": "dovenull", "user": "dovecot", "group": "dovecot"}


@contextmanager
def running() -> Iterator[Server]:
    """Start dovecot in a folder of its own, wait until it answers, and end it."""
    command = program("dovecot")
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        for each in ("run", "state", "mail"):
            (root / each).mkdir()
        port = _free_port()
        (root / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
        (root / "conf").write_text(_CONFIG.format(root=root, port=port, **_owners(root)))
        with (root / "out").open("wb") as out:
            arguments = [command, "-F", "-c", str(root / "conf")]
            server = subprocess.Popen(arguments, stdout=out, stderr=out)
        try:
            _wait(port, server, root)
            yield Server(root, port)
        finally:
            server.terminate()
            server.wait(20)


def _wait(port: int, server: subprocess.Popen[bytes], root: Path) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    log = (root / "log").read_text() if (root / "log").exists() else ""
    raise AssertionError((root / "out").read_text() + log)
