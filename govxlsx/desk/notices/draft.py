"""A mail that is only drafted: an .eml file that opens in a mail program, ready to be sent by hand.

``X-Unsent: 1`` makes Outlook and Foxmail open it for writing. There is no sender: the program that
sends it puts in its own. Nothing here sends anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from pathlib import Path, PurePath

from govxlsx.desk.naming import TYPES
from govxlsx.output import write_file
from govxlsx.text import clean


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a draft."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be sent by hand. ``key`` tells it from every other draft; equal keys, equal mails.

    ``answers`` is the Message-ID of the mail that it answers, ``references`` those before it.
    """

    key: str
    name: str
    to: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    enclosures: tuple[Enclosure, ...] = ()
    answers: str = ""
    references: str = ""

    @property
    def message_id(self) -> str:
        """The draft's own Message-ID, by which it is found again in a drafts folder."""
        return f"<{self.key[:40]}@govxlsx.invalid>"


def eml(draft: Draft) -> bytes:
    """Return a draft as the bytes of a mail; the same draft gives the same bytes."""
    message = EmailMessage(policy=policy.SMTP.clone(max_line_length=76))
    message["X-Unsent"] = "1"
    message["Message-ID"] = draft.message_id
    if draft.to:
        message["To"] = ", ".join(draft.to)
    message["Subject"] = _one_line(draft.subject)
    if draft.answers:
        message["In-Reply-To"] = _one_line(draft.answers)
        message["References"] = _one_line(draft.references or draft.answers)
    text = "".join(f"{clean(each)}\n" for each in draft.paragraphs)
    message.set_content(text, charset="utf-8", cte="base64")
    for each in draft.enclosures:
        kind = TYPES.get(PurePath(each.name).suffix.lower(), "application/octet-stream")
        main, _, sub = kind.partition("/")
        message.add_attachment(each.data, main, sub, filename=each.name)
    if message.is_multipart():
        message.set_boundary(f"=_{draft.key[:40]}")
    return message.as_bytes()


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


Deliver = Callable[[Draft], None]
"""Puts a draft where drafts go; the same draft again is no second one."""


def into_folder(folder: Path) -> Deliver:
    """Return what writes drafts as .eml files into a folder."""
    return lambda draft: write_file(folder / draft.name, eml(draft), force=True)
