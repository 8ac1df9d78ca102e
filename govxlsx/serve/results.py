"""The results of uploads, each in a folder of its own under a name that nobody guesses.

They are deleted after a day, the oldest ones earlier where there are too many.
"""

import secrets
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from govxlsx import process
from govxlsx.serve.jobs import FILE, LAST, MADE, Checked, Common, Task

KEPT_SECONDS = 24 * 3600.0
_MOST, _MOST_BYTES = 2000, 2 << 30
PREFIX = "govxlsx-page-"
"""How the names of their folders begin."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A result: what was uploaded, when, of how many bytes, and what the check told of it.

    ``code`` is that by which it was filed, hashed; "" where it was not.
    """

    token: str
    task: Task
    checked: Checked
    begun: float
    size: int
    code: str = ""


class KeptResults:
    """The results in a temporary folder of this process. Close it at the end: it goes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.root = Path(tempfile.mkdtemp(prefix=process.own_prefix(PREFIX)))
        self._clock = clock
        self._held: OrderedDict[str, Kept] = OrderedDict()

    def begin(self) -> tuple[str, Path]:
        """Make the folder for an upload; return its token and the folder."""
        token = secrets.token_urlsafe(16)
        folder = self.root / token
        for each in (FILE, LAST, MADE):
            (folder / each).mkdir(parents=True)
        return token, folder

    def keep(self, token: str, task: Task, checked: Checked) -> None:
        """Keep a result, so that its page can be seen."""
        files = Path(task.folder).rglob("*")
        size = sum(each.stat().st_size for each in files if each.is_file())
        self._held[token] = Kept(token, task, checked, self._clock(), size)
        self.expire()

    def find(self, token: str, common: Common) -> Kept | None:
        """Return a result, None where there is none (any more); what it is compared with is new."""
        held = self._held.get(token)
        return held and replace(held, task=replace(held.task, common=common))

    def receive(self, token: str, code: str) -> None:
        """Note by which (hashed) code a result was filed."""
        if token in self._held:
            self._held[token] = replace(self._held[token], code=code)

    def drop(self, token: str) -> None:
        """Delete a result."""
        self._held.pop(token, None)
        shutil.rmtree(self.root / token, ignore_errors=True)

    def expire(self) -> None:
        """Delete what is old, and the oldest where there is too much."""
        while self._held:
            token, oldest = next(iter(self._held.items()))
            size = sum(each.size for each in self._held.values())
            old = self._clock() - oldest.begun > KEPT_SECONDS
            if not old and len(self._held) <= _MOST and size <= _MOST_BYTES:
                return
            self.drop(token)

    def close(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.root, ignore_errors=True)
