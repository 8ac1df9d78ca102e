"""What the register says of a submission."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from govxlsx.report.identity import agency_key, name_told

WORKBOOK, DOCUMENT, FINDINGS, PAGE = "workbook", "document", "findings", "page"
"""The kinds of stored files: as submitted, Word, the check as JSON and as HTML."""

PUBLICATION, PDF = "publication", "pdf"
"""What is to be published: the page, and the PDF where it was asked for."""

ATTACHED = "attached"
"""How the kinds of files begin that were made elsewhere: attached-1, attached-2."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One finding, as the register keeps it.

    Findings with one ``item`` are settled by one mend, which ``lead`` tells where they are several;
    items count in the order in which people read them. Up to version 1.0 it was not kept, nor what
    to do (``fix``).
    """

    code: str
    severity: str
    sheet: str | None
    cell: str | None
    message: str
    explained: str | None = None
    fix: str = ""
    lead: str | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of the archive. ``place`` is relative to its folder, with ``/``."""

    kind: str
    place: str
    sha256: str
    size: int

    @classmethod
    def of(cls, kind: str, place: str, content: bytes) -> StoredFile:
        """Return the file that holds some content."""
        return cls(kind, place, hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One submission as it was judged.

    ``outcome`` is ok, errors or unusable; ``accepted`` tells whether it was taken into the archive
    (``--strict`` returns some that are ok). ``template`` is the stamp of the workbook, ``tool`` and
    ``catalogue`` tell by which rules it was judged. ``agency`` is "" where it is not known.
    """

    sha256: str
    size: int
    path: str
    agency: str = ""
    year: int | None = None
    edition: str | None = None
    template: str | None = None
    tool: str
    catalogue: str
    outcome: str
    accepted: bool = False
    findings: tuple[Noted, ...] = ()
    error_code: str | None = None
    error: str | None = None
    files: tuple[StoredFile, ...] = ()

    @property
    def agency_key(self) -> str:
        """What the agency is recognised by, "" where it is not known."""
        return agency_key(self.agency)

    @property
    def about(self) -> str:
        """Whose report of which year it is."""
        year = f"{self.year}年度" if self.year is not None else "年度不明"
        return f"{name_told(self.agency)}{year}"

    @property
    def verdict(self) -> tuple[str, str, str, bool]:
        """By which rules it was judged, and how."""
        return (self.tool, self.catalogue, self.outcome, self.accepted)

    def file(self, kind: str) -> StoredFile | None:
        """Return the stored file of a kind, None where there is none."""
        return next((each for each in self.files if each.kind == kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Entry):
    """An entry of the register.

    ``id`` counts in the order in which the register saw the submissions. ``first_seen`` is local
    time with its offset; ``received`` is what ``--received`` or a mail told, ``sent`` when on that
    day it was sent, in UTC, None where nothing tells. ``replaced_by`` is the SHA-256
    of the next later accepted submission of the same agency and year.
    """

    id: int
    first_seen: datetime
    received: date | None
    replaced_by: str | None
    sent: str | None = None

    @property
    def counted_on(self) -> date:
        """The day that counts: received where it was told, else first seen."""
        return self.received or self.first_seen.date()

    @property
    def outcome_told(self) -> str:
        """What became of it: accepted, perhaps replaced since, returned, or of no use."""
        if self.accepted:
            return "已接收" + ("，后来有一份替代" if self.replaced_by is not None else "")
        return "不能用" if self.outcome == "unusable" else "已退回"

    @property
    def order(self) -> tuple[date, str, int]:
        """What the submissions of a body are ordered by: the last accepted one counts."""
        return self.counted_on, self.sent or moment(self.first_seen), self.id


def moment(given: datetime) -> str:
    """Write a time with its offset as the register compares it: 2025-01-20T01:12:00Z."""
    return given.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
