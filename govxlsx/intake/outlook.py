"""Mails saved by Outlook (.msg). The only door to python-oxmsg.

Source: [MS-OXMSG]; the numbers of properties are those of [MS-OXPROPS].
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_string, policy
from io import BytesIO
from typing import Any, NamedTuple

from govxlsx.intake.letter import Attachment, MailError
from govxlsx.intake.names import last_part
from govxlsx.patterns import regex

_SENDER = regex(r"^(.*?)\s*<([^<>]+)>$")
_SHORT_NAME, _MESSAGE_ID, _SMTP_ADDRESS = 0x3704, 0x1035, 0x5D01
_EMBEDDED = "__substg1.0_3701000D"
"""Where a mail lies that is attached to another one."""


class SavedMail(NamedTuple):
    """What Outlook has saved of a mail: the headers as they came, and what it knows itself.

    ``sender`` is a name and an address.
    """

    headers: bytes
    text: str
    sender: tuple[str, str]
    message_id: str
    subject: str
    sent: datetime | None


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Turn what a damaged file makes the library raise into MailError; it reads step by step."""
    try:
        from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
    except ImportError as error:
        raise MailError(
            f"“{name}”是 Outlook 保存的邮件，读它需要安装邮件组件：pip install 'govxlsx[mail]'。"
        ) from error
    try:
        yield
    except (
        *(OSError, ValueError, LookupError, AttributeError, TypeError, AssertionError),
        *(NotImplementedError, RecursionError, OverflowError, struct.error),
        *(UnrecognizedCodePageError, UnsupportedEncodingError),
    ) as error:
        raise MailError(
            f"“{name}”打不开：它不是 Outlook 保存的邮件，或者已损坏。请在 Outlook 中重新另存一次。"
        ) from error


def _opened(data: bytes) -> Any:
    from oxmsg import Message

    return Message.load(BytesIO(data))


def attachments(data: bytes, name: str) -> list[Attachment]:
    """Return the files of a saved mail, those of mails saved inside it too. Raises MailError."""
    with plainly(name):
        return list(_attached(_opened(data)._storage))


def _attached(storage: Any) -> Iterator[Attachment]:
    from oxmsg.attachment import Attachment as Attached

    for each in storage.iter_attachment_storages():
        attached = Attached(each)
        data = attached.file_bytes
        if data:
            name = attached.file_name or attached.properties.str_prop_value(_SHORT_NAME) or ""
            yield Attachment(last_part(name), data)
        for one in each.storages:
            if one.name == _EMBEDDED:
                yield from _attached(one)


def saved(data: bytes, source: str) -> SavedMail:
    """Read a saved mail without its attachments. Raises MailError."""
    with plainly(source):
        message = _opened(data)
        headers = "\n".join(f"{key}: {value}" for key, value in message.message_headers.items())
        kept = "\n".join(
            line
            for line in headers.splitlines()
            if not line.lower().startswith(("content-", "mime-version"))
        )
        return SavedMail(
            headers=message_from_string(kept, policy=policy.compat32).as_bytes(),
            text=f"{message.body or ''}{message.html_body or ''}",
            sender=_sender(message),
            message_id=message.properties.str_prop_value(_MESSAGE_ID) or "",
            subject=message.subject or "",
            sent=message.sent_date,
        )


def _sender(message: Any) -> tuple[str, str]:
    """Return name and address of a mail without headers: one that never left its server."""
    found = _SENDER.match(message.sender or "")
    name, address = (found[1], found[2]) if found else (message.sender or "", "")
    smtp = message.properties.str_prop_value(_SMTP_ADDRESS) or address
    return name.strip('" '), smtp.lower() if "@" in smtp else ""
