"""The results of uploads, each in a folder of its own under a name that nobody guesses.

They are deleted after a day, the oldest ones earlier where there are too many.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

from govxlsx.desk.batch.documents import alive
from govxlsx.patterns import regex
from govxlsx.serve.jobs import FILE, LAST, MADE, Checked, Common, Task

KEPT_SECONDS = 24 * 3600.0
_MOST, _MOST_BYTES = 2000, 2 << 30
_PREFIX = "govxlsx-page-"
_TOKEN = regex(r"[A-Za-z0-9_-]{22}")
_META, _RECEIVED = "result.json", "received"


@dataclass(frozen=True, slots=True)
class Kept:
    """A result: what was uploaded, and what the check told of it."""

    token: str
    task: Task
    checked: Checked

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return Path(self.task.folder)


class KeptResults:
    """The results in a temporary folder of this process. Close it at the end: it goes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.root = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
        self._clock = clock
        self._held: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def begin(self) -> tuple[str, Path]:
        """Make the folder for an upload; return its token and the folder."""
        token = secrets.token_urlsafe(16)
        folder = self.root / token
        for each in (FILE, LAST, MADE):
            (folder / each).mkdir(parents=True)
        return token, folder

    def keep(self, token: str, task: Task, checked: Checked) -> None:
        """Keep a result, so that its page can be seen."""
        folder = self.root / token
        text = json.dumps({"name": task.name, "last": task.last, "checked": asdict(checked)})
        (folder / _META).write_text(text, encoding="utf-8")
        size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
        self._held[token] = (self._clock(), size)
        self.expire()

    def find(self, token: str, common: Common) -> Kept | None:
        """Return a result, None where there is none (any more)."""
        if not _TOKEN.fullmatch(token) or token not in self._held:
            return None
        folder = self.root / token
        try:
            told = json.loads((folder / _META).read_text(encoding="utf-8"))
        except OSError:
            return None
        checked = Checked(**told["checked"] | {"counts": tuple(told["checked"]["counts"])})
        return Kept(token, Task(str(folder), told["name"], told["last"], common), checked)

    def receive(self, token: str, code: str) -> None:
        """Note by which (hashed) code a result was filed."""
        (self.root / token / _RECEIVED).write_text(code, encoding="ascii")

    def received(self, token: str) -> str:
        """Return by which code a result was filed, "" where it was not."""
        if token not in self._held:
            return ""
        try:
            return (self.root / token / _RECEIVED).read_text(encoding="ascii")
        except OSError:
            return ""

    def drop(self, token: str) -> None:
        """Delete a result."""
        self._held.pop(token, None)
        shutil.rmtree(self.root / token, ignore_errors=True)

    def expire(self) -> None:
        """Delete what is old, and the oldest where there is too much."""
        while self._held:
            token, (begun, _) = next(iter(self._held.items()))
            size = sum(size for _, size in self._held.values())
            old = self._clock() - begun > KEPT_SECONDS
            if not old and len(self._held) <= _MOST and size <= _MOST_BYTES:
                return
            self.drop(token)

    def close(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.root, ignore_errors=True)


def clear_leftovers() -> None:
    """Delete what processes have left that were killed."""
    if os.name != "posix":
        return
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        pid = path.name.removeprefix(_PREFIX).partition("-")[0]
        with suppress(OSError):
            if pid.isdigit() and not alive(int(pid)) and path.lstat().st_uid == os.getuid():
                shutil.rmtree(path, ignore_errors=True)
