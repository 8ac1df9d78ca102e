"""Mails saved by Outlook (.msg). The only door to python-oxmsg."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_string, policy
from io import BytesIO
from typing import Any

from govxlsx.intake.letter import Attachment, Mail, MailError
from govxlsx.intake.names import last_part
from govxlsx.intake.parcels import Parcel
from govxlsx.patterns import regex

_SENDER = regex(r"^(.*?)\s*<([^<>]+)>$")


def _opened(data: bytes, name: str) -> Any:
    try:
        from oxmsg import Message
    except ImportError as error:
        raise MailError(
            f"“{name}”是 Outlook 保存的邮件，读它需要安装邮件组件：pip install 'govxlsx[mail]'。"
        ) from error
    try:
        return Message.load(BytesIO(data))
    except (
        OSError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        NotImplementedError,
    ) as error:
        raise MailError(
            f"“{name}”打不开：它不是 Outlook 保存的邮件，或者已损坏。请在 Outlook 中重新另存一次。"
        ) from error


def attachments(data: bytes, name: str) -> Iterator[Attachment]:
    """Yield the files of a saved mail. Raises MailError."""
    for each in _opened(data, name).attachments:
        if each.attached_by_value and each.file_bytes:
            yield Attachment(last_part(each.file_name or ""), each.file_bytes)


def letter(data: bytes, source: str) -> Mail:
    """Read a saved mail. Raises MailError."""
    from govxlsx.intake.parsing import letter as parsed

    message = _opened(data, source)
    parcel = Parcel()
    parcel.take(attachments(data, source))
    headers = "\n".join(f"{key}: {value}" for key, value in message.message_headers.items())
    kept = "\n".join(
        line
        for line in headers.splitlines()
        if not line.lower().startswith(("content-", "mime-version"))
    )
    told = parsed(message_from_string(kept, policy=policy.compat32).as_bytes(), source)
    found = _SENDER.match(message.sender or "")
    return Mail(
        source=source,
        message_id=told.message_id,
        sender=told.sender or (found[1] if found else message.sender or ""),
        address=told.address or (found[2].lower() if found else ""),
        subject=told.subject or message.subject or "",
        sent=told.sent or message.sent_date,
        workbooks=tuple(parcel.workbooks.values()),
        others=tuple(parcel.others),
        remarks=tuple(parcel.remarks),
        references=told.references,
        automatic=told.automatic,
    )
