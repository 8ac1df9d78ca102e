"""The bytes of a mail become a letter. Forwarded mails and attached .eml files are looked into."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr, parsedate_to_datetime

from govxlsx.desk.archive.correspondence import MailboxPlace
from govxlsx.intake import outlook
from govxlsx.intake.contents import content, is_encoded, is_reply, said, unwrapped, uuencoded
from govxlsx.intake.letter import CHINA, Attachment, Mail, MailError
from govxlsx.intake.names import decoded, file_name, header, last_part, words
from govxlsx.intake.parcels import Parcel
from govxlsx.patterns import regex

_DEEPEST = 4
_EARLIEST = 2000
"""No mail is older than this year; what says so has no date."""

_NESTED_REMARK = (
    "邮件一层套一层，套得太深，没有打开。请新写一封邮件，把填好的工作簿（.xlsx）作为附件再发一次。"
)
_BOUNCED_REMARK = "退信：原来的邮件没有送到{}。退信里的附件是原来的邮件的，没有当作报送"
_AUTOMATIC = regex("auto-(?:replied|generated)|^(?:bulk|junk|list)$", re.IGNORECASE)
_OF_PROGRAMS = ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "List-Unsubscribe")
_ROBOT = regex("^(?:mailer-daemon|postmaster|(?:no|do[-_.]?not)[-_.]?reply)@", re.IGNORECASE)
_NOBODY = regex(
    "自动(?:回复|答复|应答)|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office"
    "|(?:已读|未读|回执|read|not read)\\s*[:：]|(?:系统|来自.{0,12})?退信|undeliver|returned mail"
    "|delivery (?:status|fail)|failure notice",
    re.IGNORECASE,
)
"""How the subjects begin of answers and receipts that say of themselves nowhere else what they are.
"""
_BOUNCER = regex("^(?:mailer-daemon|postmaster)@", re.IGNORECASE)


def letter(data: bytes, source: str, place: MailboxPlace | None = None) -> Mail:
    """Read a mail, whatever it looks like; what cannot be read of it is remarked."""
    parcel = Parcel(inside)
    data = _plain(data)
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        if _is_bounce(message):
            parcel.remarks.append(_BOUNCED_REMARK.format("、".join(_not_reached(message))))
        else:
            parcel.take(_attachments(message, 0))
            parcel.read(said(message))
    except RecursionError:
        message = BytesHeaderParser(policy=policy.compat32).parsebytes(data)
        parcel = Parcel(inside)
        parcel.remarks.append(_NESTED_REMARK)
    name, address = _sender(message)
    return Mail(
        source=source,
        message_id=header(message, "Message-ID"),
        sender=name or address,
        address=address,
        subject=words(header(message, "Subject")),
        sent=_sent(message),
        workbooks=parcel.submissions,
        others=tuple(parcel.others),
        remarks=tuple(parcel.remarks),
        references=f"{header(message, 'References')} {header(message, 'Message-ID')}".strip(),
        automatic=_is_automatic(message, address),
        reply=is_reply(message),
        place=place,
        digest=hashlib.sha256(data).hexdigest(),
    )


def sent(head: bytes) -> datetime | None:
    """Return when a mail was sent whose head this is, None where it does not say."""
    return _sent(BytesHeaderParser(policy=policy.compat32).parsebytes(_plain(head)))


def _plain(data: bytes) -> bytes:
    """Return a mail without what editors put before it: a byte order mark, blank lines."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")


def letter_of_outlook(data: bytes, source: str) -> Mail:
    """Read a mail saved by Outlook. Raises MailError."""
    parcel = Parcel(inside)
    with outlook.plainly(source):
        known = outlook.saved(data, source)
        told = letter(known.headers, source)
        parcel.remarks.extend(told.remarks)  # by its head alone: a bounce
        if not told.remarks:
            held = outlook.attachments(data, source)
            parcel.take(one for each in held for one in inside(each))
            parcel.read(known.text)
    name, address = known.sender
    message_id = told.message_id or known.message_id
    return replace(
        told,
        message_id=message_id,
        sender=told.sender or name or address,
        address=told.address or address,
        subject=told.subject or known.subject,
        sent=told.sent or (known.sent and known.sent.astimezone(CHINA)),
        workbooks=parcel.submissions,
        others=tuple(parcel.others),
        remarks=tuple(parcel.remarks),
        references=told.references or message_id,
        digest=hashlib.sha256(data).hexdigest(),
    )


def _sender(message: Message) -> tuple[str, str]:
    for each in ("Reply-To", "From", "Sender"):
        value = header(message, each)
        name, address = parseaddr(words(value) if "<" not in value else value)
        if "@" in address:
            return words(name), address.lower()
    return words(header(message, "From")), ""


def _sent(message: Message) -> datetime | None:
    """Return when a mail was sent, by its head; none was sent after the server had received it."""
    received = header(message, "Received").rpartition(";")[2]
    found = [each for each in map(_date, (header(message, "Date"), received)) if each is not None]
    return min(found, default=None)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        given = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
        return given.astimezone(CHINA) if found.year >= _EARLIEST else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_automatic(message: Message, address: str) -> bool:
    told = (header(message, "Auto-Submitted"), header(message, "Precedence"))
    reports = message.get_content_type() == "multipart/report"  # RFC 6522: bounces and receipts
    return (
        reports
        or any(_AUTOMATIC.search(each) for each in told)
        or any(each in message for each in _OF_PROGRAMS)
        or bool(_ROBOT.match(address) or _NOBODY.match(words(header(message, "Subject"))))
    )


def _is_bounce(message: Message) -> bool:
    """Tell whether a mail says that another one was not delivered: what is in it was sent there."""
    reported = str(message.get_param("report-type") or "").lower() == "delivery-status"
    return reported or bool(_BOUNCER.match(_sender(message)[1]))


def _not_reached(message: Message) -> tuple[str, ...]:
    """Return whom a mail did not reach, by what a bounce says for programs (RFC 3464, 2.3.2)."""
    told = (header(each, "Final-Recipient").rpartition(";")[2].strip() for each in message.walk())
    return tuple(dict.fromkeys(filter(None, told))) or ("收件人",)


def _attachments(message: Message, depth: int) -> Iterator[Attachment]:
    """Yield every file of a mail, those of mails inside it as well."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and is_encoded(part):
            yield from inside(Attachment("转发的邮件.eml", unwrapped(part)), depth)
        if part.is_multipart():
            continue
        name = file_name(part.raw_items())
        data = content(part)
        if _is_picture(part):
            continue
        if part.get_content_type() == "message/rfc822":
            yield from inside(Attachment(f"{name or '转发的邮件'}.eml", data), depth)
        elif name:
            yield from inside(Attachment(name, data), depth)
        elif part.get_content_maintype() == "text":
            for told, held in uuencoded(data):
                yield from inside(Attachment(last_part(decoded(told)), held), depth)
        elif part.get_content_maintype() not in ("multipart", "message"):
            yield Attachment("（没有文件名）", data)


def _is_picture(part: Message) -> bool:
    """Tell whether a part is a picture of the text or of a signature."""
    shown = part.get_content_disposition() != "attachment" or part["Content-ID"] is not None
    return part.get_content_maintype() == "image" and shown


def inside(file: Attachment, depth: int = 0) -> Iterator[Attachment]:
    """Yield the files of an attached mail (.eml, .msg), of any other file itself."""
    name = file.name.lower()
    if name.endswith(".eml") and depth < _DEEPEST:
        yield from _attachments(message_from_bytes(file.data, policy=policy.compat32), depth + 1)
    elif name.endswith(".msg") and depth < _DEEPEST:
        try:
            with outlook.plainly(file.name):
                held = outlook.attachments(file.data, file.name)
                found = [one for each in held for one in inside(each, depth + 1)]
        except MailError:
            found = [file]  # named as what else is attached
        yield from found
    else:
        yield file
