"""Whose code it is that a clerk typed."""

import hashlib
import pickle
from dataclasses import replace
from pathlib import Path

from govxlsx.desk.archive.receipts import folded
from govxlsx.desk.roster.file import load
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.desk.roster.rows import RosterError
from govxlsx.output import write_file


def by_code(roster: Roster) -> dict[bytes, Body]:
    """Return the bodies that have a code, by what the code is looked up by."""
    return {_digest(each.code): each for each in roster.bodies if folded(each.code)}


def owner(codes: dict[bytes, Body], code: str) -> Body | None:
    """Return the body that has a code."""
    return codes.get(_digest(code)) if folded(code) else None


def _digest(code: str) -> bytes:
    """Look a code up by its digest: how long that takes says nothing of the code."""
    return hashlib.sha256(folded(code).encode()).digest()


class RosterFile:
    """The roster as its file has it now: it is read again once the file has changed.

    A file that cannot be used leaves the roster as it was; ``problem`` then says why.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem = ""
        self._stamp = _stamp(path)
        self._roster = load(path)
        self._codes = by_code(self._roster)
        self._stored: Roster | None = None

    @property
    def roster(self) -> Roster:
        """The roster."""
        self._refresh()
        return self._roster

    @property
    def codes(self) -> dict[bytes, Body]:
        """The bodies with a code, as ``owner`` takes them."""
        self._refresh()
        return self._codes

    def stored(self, folder: Path) -> str:
        """Write the roster down in a folder, where it is not yet; return where.

        What is written has no codes: checking does not need them.
        """
        path, roster = folder / "roster", self.roster
        if self._stored is not roster:
            bodies = tuple(replace(each, code="") for each in roster.bodies)
            write_file(path, pickle.dumps(replace(roster, bodies=bodies)), force=True)
            self._stored = roster
        return str(path)

    def _refresh(self) -> None:
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._roster = load(self.path)
        except RosterError as error:
            self.problem = f"{error}现在用的还是先前读到的名册。"
        else:
            self.problem, self._codes = "", by_code(self._roster)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
