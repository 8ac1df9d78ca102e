"""The register: one SQLite file that knows every submission ever seen.

It keeps a rollback journal, not a write-ahead log: archives live on network shares, where the
latter does not work (sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import astuple
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from govxlsx.desk.archive import sql
from govxlsx.desk.archive.entry import Entry, Noted, StoredFile, Submission, moment
from govxlsx.desk.archive.refusal import ArchiveError, damaged, no_archive, plainly
from govxlsx.desk.naming import REGISTER

NAME = REGISTER
MANIFEST = "manifest.json"
"""Where it is, a register has been: see ``manifest``."""

PATIENCE = 20.0
"""For how many seconds another writer is waited for."""

_PAGE = 500


class Register(AbstractContextManager["Register"]):
    """An open register. Close it, or use it in a ``with``."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, patience: float = PATIENCE) -> Register:
        """Open the register of an archive.

        Raises ArchiveError where there is none (without ``create``), or where it is damaged, locked
        or of a later version of this tool.
        """
        path = folder / NAME
        if not create and not path.is_file():
            raise no_archive(folder)
        if create and (folder / MANIFEST).exists() and not (path.exists() and path.stat().st_size):
            raise ArchiveError(
                f"“{folder}”里有清单 {MANIFEST}，登记簿 {NAME} 却不在了，没有另建一个。"
                "请从备份恢复登记簿后再归档。"
            )
        with plainly(path):
            connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        register = cls(path, connection)
        try:
            with plainly(path):
                register._prepare(create=create)
        except BaseException:
            connection.close()
            raise
        return register

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the register."""
        self._connection.close()

    def _prepare(self, *, create: bool) -> None:
        run = self._connection.execute
        run("PRAGMA foreign_keys = ON")
        # EXTRA is FULL, and also syncs the folder after the journal is gone: without it a power
        # cut could bring the journal back and undo a commit whose files are already in place.
        run("PRAGMA synchronous = EXTRA")
        if create and not self._number("schema_version"):
            run("PRAGMA journal_mode = DELETE")
            self._bring_up_to_date()
        elif not self.path.stat().st_size:
            raise ArchiveError(
                f"登记簿“{self.path}”是空的：建立归档时中断了。请再运行一次 govxlsx archive。"
            )
        if run("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise damaged(self.path)
        version = self._number("user_version")
        if self._number("application_id") != sql.APPLICATION or version < 1:
            raise damaged(self.path)
        if version > sql.SCHEMA:
            raise ArchiveError(
                f"登记簿“{self.path}”是较新版本的 govxlsx 写的（第 {version} 版格式，"
                f"本程序只认到第 {sql.SCHEMA} 版），没有改动它。请升级 govxlsx 后再试。"
            )
        if create and version < sql.SCHEMA:
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        """Add what the tables lack, perhaps all: an earlier register was only read so far.

        Another one may have been faster. A killed creation leaves an empty file.
        """
        with self.writing():
            for statement in chain.from_iterable(sql.versions()[self._number("user_version") :]):
                self._connection.execute(statement)

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer, until the transaction is committed or, on an error, undone."""
        with plainly(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def submissions(self, year: int | None = None) -> Iterator[Submission]:
        """Yield the submissions, of one year or all, in the order in which they were first seen."""
        last = 0
        while found := self._select(sql.PAGE, {"after": last, "year": year, "most": _PAGE}):
            yield from found
            last = found[-1].id

    def numbered(self, number: int) -> Submission | None:
        """Return the submission with this number."""
        return next(iter(self._select(sql.BY_NUMBER, {"id": number})), None)

    def find(self, sha256: str) -> Submission | None:
        """Return the submission with this SHA-256."""
        return next(iter(self._select(sql.BY_HASH, {"sha256": sha256})), None)

    def accepts(self, agency_key: str, year: int) -> bool:
        """Tell whether a report of an agency and year was accepted."""
        return any(accepted for _, accepted, _ in self._in_order((agency_key, year)))

    def replaced(self, submission: Submission) -> tuple[Submission, ...]:
        """Return the accepted submissions that a submission replaces."""
        return tuple(self._select(sql.REPLACED, {"sha256": submission.sha256}))

    def stored(self) -> Iterator[tuple[str | int | None, ...]]:
        """Yield the stored files by place: place, size, sha256, agency, year, edition, kind, later.

        The last is the SHA-256 of the submission that replaces theirs.
        """
        with plainly(self.path):
            yield from self._connection.execute(sql.STORED)

    def totals(self) -> tuple[int, int]:
        """Return how many submissions there are, and how many of them were accepted."""
        ((seen, accepted),) = self.rows(sql.TOTALS)
        return seen, accepted

    def knows(self, place: str) -> bool:
        """Tell whether a stored file is at this place, relative to the archive's folder."""
        return bool(self.rows(sql.KNOWN_PLACE, (place,)))

    def _select(self, statement: str, values: Mapping[str, object]) -> list[Submission]:
        known = statement if self.has(sql.SENT) else sql.without_sent(statement)
        return [self._submission(row) for row in self.rows(known, values)]

    def _submission(self, row: Sequence[Any]) -> Submission:
        number, first_seen, received, sent, *values, replaced_by = row
        given = dict(zip(sql.COLUMNS, values, strict=True))
        findings = sql.FINDINGS if self.has(sql.MENDS) else sql.FINDINGS_WITHOUT_MENDS
        given |= {
            "accepted": bool(given["accepted"]),
            "findings": tuple(Noted(*each) for each in self.rows(findings, (number,))),
            "files": tuple(StoredFile(*each) for each in self.rows(sql.FILES, (number,))),
        }
        return Submission(
            id=number,
            first_seen=datetime.fromisoformat(first_seen),
            received=received and date.fromisoformat(received),
            replaced_by=replaced_by,
            sent=sent,
            **given,
        )

    def record(self, entry: Entry, seen: datetime, received: date | None) -> None:
        """Enter a submission, or what a later look at the same bytes says of it (in ``writing``).

        ``seen`` has its offset; ``received`` may have a time of day, with its offset too. Of
        several days of receipt the earliest counts.
        """
        known = self.find(entry.sha256)
        run = self._connection.execute
        if known is None:
            values = {"first_seen": seen.isoformat(), **_values(entry, received)}
            number = run(sql.INSERT, values).lastrowid
        else:
            number = known.id
            run(sql.JUDGE_AGAIN, {"id": number, **_values(entry)})
            for statement in sql.FORGET:
                run(statement, (number,))
            self._settle(known)
        for place, each in enumerate(entry.findings):
            run(sql.INSERT_FINDING, (number, place, *astuple(each)))
        for each_file in entry.files:
            run(sql.INSERT_FILE, (number, *astuple(each_file)))
        self.arrived(entry, seen, received)

    def arrived(self, entry: Entry, seen: datetime, received: date | None) -> None:
        """Enter that a known submission came, perhaps again (in ``writing``)."""
        values = {"seen": seen.isoformat(), **_values(entry, received)}
        self._connection.execute(sql.ARRIVED, values)
        self._connection.execute(sql.RECEIVED_EARLIER, values)
        self._settle(entry)

    def attach(self, submission: Submission, file: StoredFile) -> None:
        """Enter one more file of a submission (in ``writing``)."""
        self._connection.execute(sql.INSERT_FILE, (submission.id, *astuple(file)))

    def _settle(self, entry: Entry) -> None:
        """Find anew which later submission of an agency and year replaces which."""
        if not entry.agency_key or entry.year is None:
            return
        if "(" in entry.agency_key:
            self._connection.execute(sql.REFOLD, _values(entry))
        for number, later in _misplaced(self._in_order((entry.agency_key, entry.year))):
            self._connection.execute(sql.REPLACE, (later, number))

    def _in_order(self, key: tuple[object, ...]) -> list[tuple[Any, ...]]:
        known = self.has(sql.SENT)
        return self.rows(sql.IN_ORDER if known else sql.without_sent(sql.IN_ORDER), key)

    def has(self, version: int) -> bool:
        """Tell whether the register has what a version of the tables added: one read only may not.

        ``version`` is one of those that ``sql`` names.
        """
        return self._number("user_version") >= version

    def rows(
        self, statement: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[tuple[Any, ...]]:
        """Run one of the statements of ``sql``. Raises ArchiveError."""
        with plainly(self.path):
            return self._connection.execute(statement, values).fetchall()

    def faults(self) -> Iterator[str]:
        """Yield what contradicts itself in the register, each as a sentence."""
        for table, *_ in self.rows("PRAGMA foreign_key_check"):
            yield f"登记簿的 {table} 表中有一行指向不存在的报送。"
        for key in self.rows(sql.GROUPS):
            for number, _ in _misplaced(self._in_order(key)):
                yield f"登记簿中第 {number} 号报送由哪一份替代，与收到的先后不符。"


def _misplaced(rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, int | None]]:
    """Yield which rows (id, accepted, replaced by), in order, another one replaces than noted."""
    later: int | None = None
    for number, accepted, replaced_by in reversed(rows):
        if replaced_by != later:
            yield number, later
        if accepted:
            later = number


def _values(entry: Entry, received: date | None = None) -> dict[str, Any]:
    """Return an entry's columns; SQLite ignores those that a statement does not name."""
    told: dict[str, Any] = {"received": None, "sent": None}
    if received is not None:
        told["received"] = f"{received:%Y-%m-%d}"
        told["sent"] = moment(received) if isinstance(received, datetime) else None
    return told | {name: getattr(entry, name) for name in (*sql.COLUMNS, "agency_key")}
