"""The page as a process of its own, with a roster whose bodies have codes."""

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
from command import ROOT
from reports import AGENCY, balanced, made

YEAR = date.today().year - 1
"""The year whose reports are due."""

CODES = {
    "永宁市人民政府": "2222-3333-4444",
    "永宁市档案局": "K7WQ-3MXD-9RTF",
    "永宁市教育局": "ABCD-EFGH-JKLM",
    "永宁市财政局": "",
}
ARCHIVE, ROSTER = "档案", "名册.csv"
BODY, CODE = "永宁市档案局", CODES["永宁市档案局"]
WRONG = {"applications.disclosed.total": 1}
_SLOW = 90
_ADDRESS = re.compile(r"http://(127\.0\.0\.1:\d+)/")


def workbook(agency: str = BODY, year: int = YEAR, **changes: Any) -> bytes:
    """Return a workbook in which nothing is wrong, but for ``changes``."""
    body = replace(AGENCY, name=agency)
    return made(replace(balanced("2021", agency=body, **changes), year=year))


def roster(folder: Path) -> Path:
    """Write the roster."""
    top, *others = CODES
    until = f"{YEAR + 1}-12-31"
    lines = [f"{top},县级人民政府,,{until},{CODES[top]}"]
    lines += [f"{each},政府部门,{top},{until},{CODES[each]}" for each in others]
    text = "\n".join(("机关名称,机关类别,上级机关,期限,编码", *lines))
    path = folder / ROSTER
    path.write_text(text + "\n", encoding="utf-8")
    return path


@dataclass
class Served:
    """A page at work in a folder; ``hosts`` are its addresses as it told them."""

    process: subprocess.Popen[bytes]
    folder: Path
    temporary: Path
    hosts: list[str]

    @property
    def url(self) -> str:
        return f"http://{self.hosts[0]}"

    @property
    def archive(self) -> Path:
        return self.folder / ARCHIVE

    @property
    def said(self) -> str:
        return (self.folder / "said").read_text(encoding="utf-8")

    def client(self, **more: Any) -> httpx.Client:
        """Return a client that behaves as a browser on the page."""
        headers = {"Origin": self.url}
        return httpx.Client(base_url=self.url, headers=headers, timeout=_SLOW, **more)

    def sent(self, data: bytes, name: str = "填报表.xlsx", **fields: str) -> httpx.Response:
        """Check a workbook; return the page of the result, or what is said instead."""
        with self.client(follow_redirects=True) as client:
            return client.post("/check", files={"file": (name, data)}, data=fields)

    def filed(self, page: httpx.Response, code: str = CODE) -> httpx.Response:
        """File the workbook of a result."""
        token = page.url.path.removeprefix("/r/")
        with self.client(follow_redirects=True) as client:
            return client.post("/file", data={"token": token, "code": code})

    def left(self) -> list[str]:
        """Return which files there are in the temporary folder, results left out."""
        return sorted(
            path.name
            for path in self.temporary.rglob("*")
            if path.is_file() and "govxlsx-page-" not in str(path)
        )

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal; return its exit status."""
        self.process.send_signal(number)
        return self.process.wait(_SLOW)


def fetched(url: str, **more: Any) -> httpx.Response:
    """Get a page, as long as a busy machine may need for it."""
    return httpx.get(url, timeout=_SLOW, **more)


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[Served]:
    """Serve the page; nothing of it is left afterwards."""
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    roster(folder)
    # Sockets have short names only, and what runs in parallel has long ones: a link leads there.
    short = Path(tempfile.gettempdir(), f"served-{secrets.token_hex(4)}")
    short.symlink_to(temporary)
    command = [sys.executable, "-m", "govxlsx", "serve", ARCHIVE, "--port", "0", *arguments]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "TMPDIR": str(short),
    }
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stderr=said, start_new_session=True
        )
    try:
        yield Served(process, folder, temporary, _hosts(process, folder / "said"))
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(_SLOW)
        short.unlink()


def _hosts(process: subprocess.Popen[bytes], said: Path) -> list[str]:
    end = time.monotonic() + _SLOW
    while time.monotonic() < end and process.poll() is None:
        text = said.read_text(encoding="utf-8", errors="replace")
        if "按 Ctrl-C 停止" in text:
            return _ADDRESS.findall(text)
        time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8", errors="replace"))
