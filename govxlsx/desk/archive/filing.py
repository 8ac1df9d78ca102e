"""Submissions are put into the archive, some at a time, all of these or none.

The order of steps is what makes it safe: announce, write beside, sync, move, sync the folders, and
only then let the register know. The register's lock is held throughout, so that one run works at a
time; whatever kills the process before the commit leaves only what ``journal.undo`` removes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from govxlsx.desk.archive import journal, manifest
from govxlsx.desk.archive.entry import Entry, StoredFile, Submission
from govxlsx.desk.archive.refusal import UNNAMEABLE, ArchiveError
from govxlsx.desk.archive.register import PATIENCE, Register
from govxlsx.desk.naming import nameable
from govxlsx.errors import GovxlsxError
from govxlsx.output import make_folders, put_in_place, reported, set_aside, sync_folder
from govxlsx.regular import digest


def now() -> datetime:
    """Return the local time with its offset, to the second: when something is filed."""
    return datetime.now().astimezone().replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Deposit:
    """A judged submission, with the content of each of ``entry.files``, in their order.

    ``trouble`` says, a sentence each, what could not be done for it.
    """

    entry: Entry
    contents: tuple[bytes, ...] = ()
    trouble: tuple[str, ...] = ()

    def content(self, kind: str) -> bytes | None:
        """Return what is in the file of a kind, None where there is none."""
        held = zip(self.entry.files, self.contents, strict=True)
        return next((content for file, content in held if file.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a submission. ``again``: its bytes were known, nothing was stored.

    ``replaces`` are the accepted ones that it follows. ``problem`` says why it was not entered.
    ``trouble`` says, a sentence each, what could not be done for it.
    """

    path: str
    submission: Submission | None
    again: bool = False
    replaces: tuple[Submission, ...] = ()
    problem: str | None = None
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    entry: Entry
    missing: tuple[tuple[StoredFile, bytes], ...] = ()
    again: bool = False
    problem: str | None = None


class Archive:
    """An archive that can be written. Use it in a ``with``; its end writes the manifest."""

    def __init__(self, folder: Path, register: Register) -> None:
        self.folder = folder
        self.register = register

    @classmethod
    def open(cls, folder: Path, *, patience: float = PATIENCE) -> Archive:
        """Open an archive, or begin one; what a killed run left is undone.

        Raises ArchiveError where the register cannot be used, OutputError where nothing can be
        written.
        """
        folder = folder.absolute()
        make_folders(folder)
        archive = cls(folder, Register.open(folder, create=True, patience=patience))
        try:
            if journal.pending(folder):
                archive.tidy()
        except BaseException:
            archive.register.close()
            raise
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        with closing(self.register):
            if error is None:
                self.tidy()
            elif not isinstance(error, ArchiveError):
                with suppress(GovxlsxError):  # what stopped the run is what the user is told
                    self.tidy()

    def tidy(self) -> None:
        """Undo what a killed run left, and write the manifest. Raises ArchiveError, OutputError."""
        with self.register.writing():
            journal.undo(self.folder, self.register)
            manifest.write(self.folder, self.register)
            journal.finished(self.folder)

    def file(
        self,
        deposits: Sequence[Deposit],
        seen: datetime,
        received: Sequence[date | None],
        more: Callable[[list[Filed]], None] = lambda _: None,
    ) -> list[Filed]:
        """Store submissions, each with its day of receipt, and what ``more`` enters beside them.

        A day may have the time at which the submission was sent, with its offset.
        ``more`` gets what became of the submissions, in their order, and works in the same
        transaction: all or none. Raises ArchiveError, OutputError.
        """
        with self.register.writing():
            if journal.pending(self.folder):
                journal.undo(self.folder, self.register)
            plans = self._plans(deposits)
            self._store([each for plan in plans for each in plan.missing])
            for plan, day in zip(plans, received, strict=True):
                if plan.problem is None:
                    enter = self.register.arrived if plan.again else self.register.record
                    enter(plan.entry, seen, day)
            filed = [
                self._filed(plan, deposit.trouble)
                for plan, deposit in zip(plans, deposits, strict=True)
            ]
            more(filed)
        return filed

    def attach(self, submission: Submission, file: StoredFile, content: bytes) -> None:
        """Store a file that belongs to a submission and enter it. Raises ArchiveError."""
        with self.register.writing():
            if journal.pending(self.folder):
                journal.undo(self.folder, self.register)
            path = self.folder / file.place
            if path.exists():
                raise ArchiveError(
                    f"没有附加：“{file.place}”处已经有另一个文件，登记簿里没有它，没有改动它。"
                    "请把它移走后再试。"
                )
            self._store([(file, content)])
            self.register.attach(submission, file)

    def _plans(self, deposits: Sequence[Deposit]) -> list[_Plan]:
        plans: list[_Plan] = []
        seen: set[str] = set()
        for each in deposits:
            again = each.entry.sha256 in seen
            plans.append(_Plan(each.entry, again=True) if again else self._plan(each))
            seen.add(each.entry.sha256)
        return plans

    def _plan(self, deposit: Deposit) -> _Plan:
        """Decide what to do with a submission, by what is known of it and what lies there."""
        entry = deposit.entry
        known = self.register.find(entry.sha256)
        if known is not None and (known.accepted or known.verdict == entry.verdict):
            return _Plan(entry, again=True)
        if not all(nameable(each.place) for each in entry.files):
            return _Plan(entry, problem=f"没有归档：{UNNAMEABLE}。")
        missing: list[tuple[StoredFile, bytes]] = []
        for file, content in zip(entry.files, deposit.contents, strict=True):
            path = self.folder / file.place
            if not path.exists():
                missing.append((file, content))
                continue
            with reported(path):
                same = digest(path)[0] == file.sha256
            if not same:
                return _Plan(
                    entry,
                    problem=f"没有归档：“{file.place}”处已经有另一个文件，登记簿里没有它，"
                    "没有改动它。请把它移走后再归档一次。",
                )
        return _Plan(entry, missing=tuple(missing))

    def _store(self, missing: Sequence[tuple[StoredFile, bytes]]) -> None:
        """Put files in place: each is whole and on the disk before it has its name."""
        journal.announce(self.folder, [file for file, _ in missing])
        staging = self.folder / journal.STAGING
        moves: list[tuple[Path, Path]] = []
        for number, (file, content) in enumerate(missing):
            staged = staging / f"{number}.part"
            set_aside(staged, [content], staged)
            moves.append((staged, self.folder / file.place))
        folders = {place.parent for _, place in moves}
        for folder in sorted(folders):
            make_folders(folder)
        for staged, place in moves:
            put_in_place(staged, place)
        for folder in sorted(folders):
            sync_folder(folder)

    def _filed(self, plan: _Plan, trouble: tuple[str, ...]) -> Filed:
        entry = plan.entry
        submission = self.register.find(entry.sha256)
        replaces = self.register.replaced(submission) if submission is not None else ()
        return Filed(entry.path, submission, plan.again, replaces, plan.problem, trouble)
