"""A mail server of the test's own: dovecot on 127.0.0.1, one user, one Maildir, TLS or none."""

import grp
import os
import pwd
import re
import signal
import socket
import subprocess
import tempfile
import threading
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
ssl = {ssl}
auth_failure_delay = 0
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
    port = {secure}
    ssl = yes
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
    secure: int = 0

    @property
    def certificate(self) -> Path:
        """Its certificate, which it has signed itself."""
        return self.root / "certificate.pem"

    @property
    def secure_address(self) -> str:
        """Where its inbox is over TLS."""
        return f"imaps://{USER}@127.0.0.1:{self.secure}/INBOX"

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


def _certificate(root: Path, *, expired: bool) -> str:
    """Make a certificate for 127.0.0.1 with dovecot's own openssl; return dovecot's settings."""
    key, certificate = root / "key.pem", root / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
    command += ["-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-subj", "/CN=mail", "-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    if expired:  # until yesterday
        command = ["openssl", "x509", "-in", str(certificate), "-signkey", str(key), "-days", "-1"]
        subprocess.run([*command, "-out", str(certificate)], check=True, capture_output=True)
    return f"yes\nssl_cert = <{certificate}\nssl_key = <{key}"


@contextmanager
def running(*, tls: bool = False, expired: bool = False) -> Iterator[Server]:
    """Start dovecot in a folder of its own, wait until it answers, and end it.

    With ``tls`` it has a certificate, which may have ``expired``.
    """
    command = program("dovecot")
    with tempfile.TemporaryDirectory(prefix="dovecot-") as folder:
        root = Path(folder)
        root.chmod(0o755)
        for each in ("run", "state", "mail"):
            (root / each).mkdir()
        port, secure = _free_port(), _free_port() if tls else 0
        sealed = _certificate(root, expired=expired) if tls else "no"
        settings = {"ssl": sealed, "port": port, "secure": secure}
        (root / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
        (root / "conf").write_text(_CONFIG.format(root=root, **settings, **_owners(root)))
        with (root / "out").open("wb") as out:
            arguments = [command, "-F", "-c", str(root / "conf")]
            server = subprocess.Popen(arguments, stdout=out, stderr=out, start_new_session=True)
        try:
            _wait(port, server, root)
            yield Server(root, port, secure)
        finally:
            os.killpg(server.pid, signal.SIGKILL)  # asked to end, it takes a second
            server.wait(20)


def _wait(port: int, server: subprocess.Popen[bytes], root: Path) -> None:
    for _ in range(1000):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if server.poll() is not None:
            break
        time.sleep(0.01)
    log = (root / "log").read_text() if (root / "log").exists() else ""
    raise AssertionError((root / "out").read_text() + log)


class Between(threading.Thread):
    """Passes connections on to a server, and keeps the commands; what it does else is overridden.

    ``most``: after so many bytes of answers the connection is dropped.
    """

    def __init__(self, port: int, most: int = 1 << 40) -> None:
        super().__init__(daemon=True)
        self.target, self.left = port, most
        self.commands: list[str] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def run(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.passed, args=(client, server), daemon=True).start()
            threading.Thread(target=self.counted, args=(server, client), daemon=True).start()

    def answered(self, tag: bytes, command: bytes) -> bytes:
        """Return what is answered to a command in place of the server, b"" to pass it on."""
        return b""

    def passed(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError), source.makefile("rb") as lines:
            for line in lines:
                found = re.match(rb"([A-Z]{4}\d+) (UID \w+|\w+)", line)
                if found is not None:
                    self.commands.append(found[2].decode())
                    answer = self.answered(found[1], found[2])
                    if answer:
                        source.sendall(answer)
                        continue
                target.sendall(line)

    def counted(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                target.sendall(data)
                self.left -= len(data)
                if self.left < 0:
                    break
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)  # closed alone, it stays open for who reads it
            each.close()


class Demanding(Between):
    """Behaves as 163, 126 and QQ do: no folder is opened for whoever has not said who he is."""

    told = False

    def answered(self, tag: bytes, command: bytes) -> bytes:
        if command == b"ID":
            self.told = True
        if command in (b"SELECT", b"EXAMINE") and not self.told:
            return (
                tag + b" NO " + command + b" Unsafe Login. Please contact kefu@188.com for help\r\n"
            )
        return b""
