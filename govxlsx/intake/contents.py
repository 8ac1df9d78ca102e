"""What a part of a mail holds, decoded as it came."""

import binascii
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.errors import InvalidBase64LengthDefect
from email.message import Message

from govxlsx.patterns import regex

_BASE64 = regex("[A-Za-z0-9+/]+={0,2}")
_BEGIN = regex(rb"begin [0-7]{3,4} (.+)")


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
