"""One mail, as far as it matters here: who sent it when, and what is attached."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta, timezone

from govxlsx.desk.archive.correspondence import MailboxPlace, MailHead
from govxlsx.errors import GovxlsxError

CHINA = timezone(timedelta(hours=8))
"""Deadlines are days of Beijing time, whatever the clock of a mail server says."""


class MailError(GovxlsxError):
    """Mail that cannot be read or a mailbox that cannot be used, in one sentence."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file by its own name, without folders."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail(MailHead):
    """One mail.

    ``workbooks`` are the files that are meant as submissions, each content once; ``others`` the
    names of what else is attached. ``remarks`` say what could not be taken out of it.
    ``automatic`` is an answer that no person wrote, ``reply`` one that answers another mail.
    ``sent`` is in Beijing time.
    ``digest`` is the SHA-256 of the whole mail.
    """

    workbooks: tuple[Attachment, ...] = ()
    others: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    references: str = ""
    automatic: bool = False
    reply: bool = False
    digest: str = ""
    place: MailboxPlace | None = None

    @property
    def key(self) -> str:
        """What the mail is recognised by: its Message-ID and what is attached.

        One without Message-ID and date is like no other but itself.
        """
        parts = [self.message_id or f"{self.address} {self.subject} {self.sent or self.digest}"]
        parts += sorted(each.sha256 for each in self.workbooks)
        return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
