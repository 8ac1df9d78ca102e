"""Which files a command works on: what was typed, folders recursively, globs."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govxlsx.desk.made import is_made
from govxlsx.desk.naming import REGISTER
from govxlsx.published.kinds import is_published
from govxlsx.regular import Identity, identity
from govxlsx.workbook import READ, REFUSED


@dataclass(frozen=True, slots=True)
class Intake:
    """``files`` are to be read (or refused with a reason), ``skipped`` are none of our business.

    ``archives`` are folders of this tool: what lies in them was submitted and judged already.
    """

    files: tuple[str, ...]
    skipped: tuple[str, ...]
    archives: tuple[str, ...] = ()


def collect(typed: Iterable[str], roster: Path | None = None) -> Intake:
    """Expand what was typed; what cannot be read stays in ``files``, to be told of.

    The roster is no submission where it lies in one of the folders.
    """
    walk = _Walk(roster)
    for each in _expanded(typed):
        walk.given(each)
    return Intake(tuple(walk.files), tuple(walk.skipped), tuple(walk.archives))


def collect_published(typed: Iterable[str]) -> tuple[str, ...]:
    """Expand what was typed; of folders only pages, documents and texts are taken."""
    found: dict[str, None] = {}
    for each in _expanded(typed):
        if os.path.isdir(each):  # noqa: PTH112 - never raises, however long the path
            walk = _Walk(own=True)
            walk.folder(each)
            within = sorted((*walk.files, *walk.skipped))
            found |= dict.fromkeys(path for path in within if is_published(path))
        else:
            found.setdefault(each)
    return tuple(found)


def _expanded(typed: Iterable[str]) -> Iterator[str]:
    for each in typed:
        if not os.path.exists(each) and glob.has_magic(each):  # noqa: PTH110
            found = sorted(glob.glob(each, recursive=True))  # noqa: PTH207
            yield from [path for path in found if not _is_lock(path, each)] or (each,)
        else:
            yield each


def _is_lock(path: str, pattern: str) -> bool:
    """Tell whether a glob found what Excel and WPS lay beside an open file, and did not ask it."""
    name, wanted = map(os.path.basename, (path, pattern))
    return name.startswith("~$") and not wanted.startswith("~")


class _Walk:
    """Goes through what was given; each file and each folder counts once.

    ``own`` takes what this tool has made.
    """

    def __init__(self, roster: Path | None = None, *, own: bool = False) -> None:
        self.roster, self.own = roster, own
        self.files: dict[str, None] = {}
        self.skipped: dict[str, None] = {}
        self.archives: dict[str, None] = {}
        self.seen: set[Identity | None] = set()
        self.typed: set[str] = set()

    def given(self, path: str) -> None:
        """Take in what was typed; a.xlsx and ./a.xlsx are one."""
        plain = os.path.normpath(path)
        if plain not in self.typed and plain not in self.files and plain not in self.skipped:
            self.take(path)
            self.typed.add(plain)

    def take(self, path: str) -> None:
        """Take in a file or a folder."""
        if os.path.isdir(path):  # noqa: PTH112
            self.folder(path)
        else:
            self.file(path)

    def file(self, path: str) -> None:
        """Take in a file: to be read, to be refused, or to be passed over and named."""
        if path in self.typed:
            return
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 - see _within
        known = suffix in READ | REFUSED or not os.path.exists(path)  # noqa: PTH110
        (self.files if known else self.skipped).setdefault(path)

    def folder(self, folder: str) -> None:
        """Take in what lies in a folder and below it, in the order of names."""
        place = identity(folder)
        if place in self.seen:
            return  # a link that leads back
        self.seen.add(place)
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208
        except OSError:
            self.files.setdefault(folder)
            return
        if REGISTER in names:
            self.archives.setdefault(folder)
            return
        for path in _within(folder, names):
            made = not self.own and not os.path.isdir(path) and is_made(path)  # noqa: PTH112
            if not made and not self._is_roster(path):
                self.take(path)

    def _is_roster(self, path: str) -> bool:
        given = self.roster
        named = given is not None and os.path.basename(path) == given.name  # noqa: PTH119
        return named and identity(path) == identity(str(given))


def _within(folder: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the paths of names in a folder; hidden files and lock files are left out.

    No Path is made of them: the interpreter would keep room for every part of every path.
    """
    start = os.path.join(Path(folder), "")  # noqa: PTH118
    start = "" if start == os.path.join(os.curdir, "") else start  # noqa: PTH118
    for name in names:
        if not name.startswith((".", "~$")):
            yield start + name
