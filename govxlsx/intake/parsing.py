"""The bytes of a mail become a letter. Forwarded mails and attached .eml files are looked into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from govxlsx.intake.letter import Attachment, Mail, MailboxPlace
from govxlsx.intake.names import decoded, file_name, raw, words
from govxlsx.intake.parcels import Parcel
from govxlsx.patterns import regex

_DEEPEST = 4
_LARGE = regex("超大附件|云附件|文件中转站|大附件下载|网盘链接")
_AUTOMATIC = regex("auto-(?:replied|generated)|^(?:bulk|junk|list)$", re.IGNORECASE)
_ROBOT = regex("^(?:mailer-daemon|postmaster|no-?reply|noreply)@", re.IGNORECASE)
_LARGE_REMARK = (
    "工作簿是以“超大附件”的链接发来的，没有打开链接。请用普通附件（在邮件中直接添加工作簿文件）"
    "再发一次；填好的工作簿一般不到 1 MB。"
)


def letter(data: bytes, source: str, place: MailboxPlace | None = None) -> Mail:
    """Read a mail, whatever it looks like; what cannot be read of it is remarked."""
    message = message_from_bytes(data, policy=policy.compat32)
    parcel = Parcel()
    parcel.take(_attachments(message, 0))
    remarks = list(parcel.remarks)
    if not parcel.workbooks and _LARGE.search(_text(message)):
        remarks.append(_LARGE_REMARK)
    name, address = _sender(message)
    return Mail(
        source=source,
        message_id=_one(message, "Message-ID"),
        sender=name or address,
        address=address,
        subject=words(_one(message, "Subject")),
        sent=_date(_one(message, "Date")),
        workbooks=tuple(parcel.workbooks.values()),
        others=tuple(parcel.others),
        remarks=tuple(remarks),
        references=f"{_one(message, 'References')} {_one(message, 'Message-ID')}".strip(),
        automatic=_is_automatic(message, address),
        place=place,
    )


def _one(message: Message, name: str) -> str:
    """Return the first header of a name as it came, unfolded; "" where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return re.sub(r"[\r\n]+", "", str(value)).strip()
    return ""


def _sender(message: Message) -> tuple[str, str]:
    """Return name and address of who is to be answered."""
    for header in ("Reply-To", "From", "Sender"):
        value = _one(message, header)
        name, address = parseaddr(words(value) if "<" not in value else value)
        if "@" in address:
            return words(name), address.lower()
    return words(_one(message, "From")), ""


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _is_automatic(message: Message, address: str) -> bool:
    told = (_one(message, "Auto-Submitted"), _one(message, "Precedence"))
    return any(_AUTOMATIC.search(each) for each in told) or bool(_ROBOT.match(address))


def _attachments(message: Message, depth: int) -> Iterator[Attachment]:
    """Yield every file of a mail, those of mails inside it as well."""
    for part in message.walk():
        if part.is_multipart():
            continue
        name = file_name(part.raw_items())
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        inside = name.lower().endswith(".eml") or part.get_content_type() == "message/rfc822"
        if inside and depth < _DEEPEST:
            yield from _attachments(message_from_bytes(data, policy=policy.compat32), depth + 1)
        elif inside_outlook(name) and depth < _DEEPEST:
            from govxlsx.intake.outlook import attachments

            yield from attachments(data, name)
        elif name:
            yield Attachment(name, data)
        elif part.get_content_maintype() not in ("text", "multipart", "message"):
            yield Attachment("（没有文件名）", data)


def inside_outlook(name: str) -> bool:
    """Tell whether a file is a mail saved by Outlook."""
    return name.lower().endswith(".msg")


def _text(message: Message) -> str:
    """Return what the mail itself says, the markup of HTML included."""
    texts = []
    for part in message.walk():
        if part.get_content_maintype() == "text" and not file_name(part.raw_items()):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = str(part.get_param("charset") or "")
                texts.append(decoded(content, charset))
            else:
                texts.append(decoded(raw(content)))
    return "\n".join(texts)
