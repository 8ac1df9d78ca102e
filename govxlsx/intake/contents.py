"""What a mail says, and what its parts hold: decoded as it came."""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.errors import InvalidBase64LengthDefect
from email.message import Message

from govxlsx.intake.names import decoded, file_name, header, raw, words
from govxlsx.patterns import regex

_BASE64 = regex("[A-Za-z0-9+/]+={0,2}")
_BEGIN = regex(rb"begin [0-7]{3,4} (.+)")
_REPLY = regex("(?:re|回复|答复)\\s*[:：]", re.IGNORECASE)
_QUOTED = regex(
    r"^\s*>|-{2,}.{0,9}(?:原始邮件|回复的?邮件|original message)|(?:^|>)\W*(?:发件人|from)\s*[:：]"
    r"|(?:写道|wrote)\s*[:：]|<blockquote|<div[^>]*(?:quote|replycontent)",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a reply begins to quote what it answers."""


def content(part: Message) -> bytes:
    """Return what a part holds; lines that are no base64 belong to whoever put them there."""
    found = part.get_payload(decode=True)
    if any(isinstance(each, InvalidBase64LengthDefect) for each in part.defects):
        kept: list[str] = []
        for line in str(part.get_payload()).splitlines():
            if _BASE64.fullmatch(line):
                kept.append(line)
                if line.endswith("="):
                    break
        text = "".join(kept).rstrip("=")
        return b64decode(text[: len(text) - (len(text) % 4 == 1)] + "==")
    return found if isinstance(found, bytes) else b""


def uuencoded(text: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each file in the midst of a text, as was usual before MIME."""
    name, held = b"", bytearray()
    for line in text.splitlines():
        begun = _BEGIN.fullmatch(line)
        if begun is not None:
            name, held = begun[1], bytearray()
        elif name and line.strip() == b"end":
            yield name, bytes(held)
            name = b""
        elif name:
            with suppress(binascii.Error):  # a damaged file is refused as what it is
                held += binascii.a2b_uu(line)


def is_encoded(part: Message) -> bool:
    """Tell whether a part is written in base64."""
    return str(part["Content-Transfer-Encoding"]).strip().lower() == "base64"


def unwrapped(part: Message) -> bytes:
    """Return a mail in a mail that was encoded, though none should be (RFC 2046, 5.2.1)."""
    held = part.get_payload(0) if part.is_multipart() else part
    assert isinstance(held, Message)
    encoded = Message(policy.compat32)
    encoded["Content-Transfer-Encoding"] = str(part["Content-Transfer-Encoding"])
    encoded.set_payload(held.as_bytes().lstrip().decode("ascii", "replace"))
    return content(encoded)


def is_reply(message: Message) -> bool:
    """Tell whether a mail answers another one, by its head."""
    return bool(header(message, "In-Reply-To") or _REPLY.match(words(header(message, "Subject"))))


def said(message: Message) -> str:
    """Return what the mail itself says; a reply without what it quotes."""
    text = _text(message)
    quoted = _QUOTED.search(text) if is_reply(message) else None
    return text[: quoted.start()] if quoted is not None else text


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
