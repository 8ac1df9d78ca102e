"""What the register remembers of mails: who sent which when, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from govxlsx.desk.archive import sql
from govxlsx.desk.archive.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """Where a mail is from. ``sent`` has its offset, None where the mail does not say when."""

    source: str
    message_id: str
    sender: str
    address: str
    subject: str
    sent: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(MailHead):
    """One mail. ``key`` is what it is recognised by.

    ``became`` says what was made of it, ``unclear`` what the operator has to decide ("" for
    nothing), ``draft`` where the drafted answers are, by name.
    """

    key: str
    seen: datetime
    became: str
    unclear: str = ""
    draft: str = ""


class MailboxPlace(NamedTuple):
    """Where a mail lies in a mailbox that counts its mails; it is not fetched twice."""

    mailbox: str
    uidvalidity: int
    uid: int


class Correspondence:
    """The mails that a register knows."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def known(self, key: str) -> bool:
        """Tell whether a mail was dealt with."""
        return bool(self.register.rows(sql.LETTER_ID, (key,)))

    def known_at(self, place: MailboxPlace) -> bool:
        """Tell whether the mail at a place of a mailbox was dealt with."""
        return bool(self.register.rows(sql.KNOWN_LETTER_PLACE, place))

    def record(self, mail: Received, enclosed: Iterable[tuple[str, str]]) -> None:
        """Enter a mail with the names and SHA-256 of its workbooks (in ``Register.writing``)."""
        values = tuple(
            value.isoformat() if isinstance(value, datetime) else value
            for value in (getattr(mail, each) for each in sql.LETTER_COLUMNS)
        )
        self.register.rows(sql.INSERT_LETTER, values)
        ((number,),) = self.register.rows(sql.LETTER_ID, (mail.key,))
        for place, each in enumerate(enclosed):
            self.register.rows(sql.INSERT_ENCLOSED, (number, place, *each))

    def lies_at(self, key: str, place: MailboxPlace) -> None:
        """Enter where a known mail lies (in ``Register.writing``)."""
        ((number,),) = self.register.rows(sql.LETTER_ID, (key,))
        self.register.rows(sql.INSERT_PLACE, (*place, number))

    def mails(self) -> tuple[Received, ...]:
        """Return all mails in the order in which they were dealt with."""
        if not self.register.has(sql.MAILS):
            return ()
        return tuple(map(_mail, self.register.rows(sql.LETTERS)))


def _mail(row: tuple[object, ...]) -> Received:
    given = dict(zip(sql.LETTER_COLUMNS, row, strict=True))
    for name in ("sent", "seen"):
        text = given[name]
        given[name] = datetime.fromisoformat(str(text)) if text is not None else None
    return Received(**given)  # type: ignore[arg-type]
