"""Mails saved by Outlook (.msg). The only door to python-oxmsg.

Source: [MS-OXMSG]; the numbers of properties are those of [MS-OXPROPS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_string, policy
from io import BytesIO
from typing import Any

from govxlsx.intake.letter import Attachment, Mail, MailError
from govxlsx.intake.names import last_part
from govxlsx.intake.parcels import Parcel
from govxlsx.patterns import regex

_SENDER = regex(r"^(.*?)\s*<([^<>]+)>$")
_SHORT_NAME, _MESSAGE_ID, _SMTP_ADDRESS = 0x3704, 0x1035, 0x5D01
_EMBEDDED = "__substg1.0_3701000D"
"""Where a mail lies that is attached to another one."""


@contextmanager
def _plainly(name: str) -> Iterator[None]:
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


def attachments(data: bytes, name: str, depth: int = 0) -> Iterator[Attachment]:
    """Yield the files of a saved mail, those of mails inside it as well. Raises MailError."""
    with _plainly(name):
        found = list(_attached(_opened(data)._storage, depth))
    yield from found


def _attached(storage: Any, depth: int) -> Iterator[Attachment]:
    from oxmsg.attachment import Attachment as Attached

    from govxlsx.intake.parsing import inside

    for each in storage.iter_attachment_storages():
        attached = Attached(each)
        data = attached.file_bytes
        if data:
            name = attached.file_name or attached.properties.str_prop_value(_SHORT_NAME) or ""
            yield from inside(Attachment(last_part(name), data), depth)
        for one in each.storages:
            if one.name == _EMBEDDED:
                yield from _attached(one, depth)


def letter(data: bytes, source: str) -> Mail:
    """Read a saved mail. Raises MailError."""
    with _plainly(source):
        return _letter(_opened(data), data, source)


def _letter(message: Any, data: bytes, source: str) -> Mail:
    from govxlsx.intake.parsing import letter as parsed

    parcel = Parcel()
    parcel.take(attachments(data, source))
    parcel.read(f"{message.body or ''}{message.html_body or ''}")
    headers = "\n".join(f"{key}: {value}" for key, value in message.message_headers.items())
    kept = "\n".join(
        line
        for line in headers.splitlines()
        if not line.lower().startswith(("content-", "mime-version"))
    )
    told = parsed(message_from_string(kept, policy=policy.compat32).as_bytes(), source)
    name, address = _sender(message)
    message_id = told.message_id or message.properties.str_prop_value(_MESSAGE_ID) or ""
    return replace(
        told,
        message_id=message_id,
        sender=told.sender or name or address,
        address=told.address or address,
        subject=told.subject or message.subject or "",
        sent=told.sent or message.sent_date,
        workbooks=tuple(parcel.workbooks.values()),
        others=tuple(parcel.others),
        remarks=tuple(parcel.remarks),
        references=told.references or message_id,
    )


def _sender(message: Any) -> tuple[str, str]:
    """Return name and address of a mail without headers: one that never left its server."""
    found = _SENDER.match(message.sender or "")
    name, address = (found[1], found[2]) if found else (message.sender or "", "")
    smtp = message.properties.str_prop_value(_SMTP_ADDRESS) or address
    return name.strip('" '), smtp.lower() if "@" in smtp else ""
