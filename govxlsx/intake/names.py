"""What people wrote in the head of a mail: subjects, senders, names of attachments as really sent.

RFC 2047 and RFC 2231, and what programs make of them: raw GBK or UTF-8 bytes, GBK that is labelled
gb2312, encoded words folded in the middle of a character or standing without quotes.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Iterable
from email.message import Message
from quopri import decodestring
from urllib.parse import unquote_to_bytes

from govxlsx.patterns import regex
from govxlsx.text import codec

_WORD = regex(rb"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = regex(rb"(\?=)[ \t\r\n]+(=\?)")
_FOLD = regex(rb"\r?\n(?=[ \t])")
_PARAMETER = regex(rb';\s*([A-Za-z]+)(?:\*(\d+))?(\*)?\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)', re.DOTALL)
_ESCAPED = regex(rb"\\(.)")
_UNSEEN = regex(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What moves or turns the signs around it and cannot be seen itself."""


def raw(value: object) -> bytes:
    """Return the bytes of a header as they came; what is no ASCII was kept as surrogates."""
    return str(value).encode("utf-8", "surrogateescape")


def decoded(data: bytes, charset: str = "") -> str:
    """Return text by its label, or by what it can be; never an error."""
    for each in (codec(charset), "utf-8", "gb18030"):
        try:
            return data.decode(each)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return data.decode("gb18030", "replace")


def words(value: object) -> str:
    """Return a header as text: adjacent encoded words of one charset are joined, then decoded."""
    data = _BETWEEN.sub(rb"\1\2", _FOLD.sub(b"", raw(value)))
    pieces: list[str] = []
    held, charset, end = b"", "", 0

    def finish() -> None:
        nonlocal held
        if held:
            pieces.append(decoded(held, charset))
        held = b""

    for found in _WORD.finditer(data):
        if found.start() > end:
            finish()
            pieces.append(decoded(data[end : found.start()]))
        label = found[1].decode("ascii", "replace").lower().partition("*")[0]
        if label != charset:
            finish()
        charset, end = label, found.end()
        held += _unpacked(found[2], found[3])
    finish()
    pieces.append(decoded(data[end:]))
    return "".join(pieces).strip()


def _unpacked(kind: bytes, text: bytes) -> bytes:
    if kind in b"qQ":
        return decodestring(text.replace(b"_", b" "), header=False)
    try:
        return b64decode(text + b"=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return text


def header(message: Message, name: str) -> str:
    """Return the first header of a name as text, unfolded; "" where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return decoded(raw(re.sub(r"[\r\n]+", "", str(value)))).strip()
    return ""


def file_name(headers: Iterable[tuple[str, object]]) -> str:
    """Return the name of a part, "" where it has none: the last part of what is given only."""
    given = {key.lower(): value for key, value in headers}
    for header, parameter in (("content-disposition", b"filename"), ("content-type", b"name")):
        if header in given:
            name = _parameter(raw(given[header]), parameter)
            if name:
                return last_part(words(name) if "=?" in name else name)  # encoded twice
    return ""


def last_part(name: str) -> str:
    """Return a file's name without the folders before it."""
    return _UNSEEN.sub("", re.split(r"[/\\]", name)[-1]).strip()


def _parameter(value: bytes, wanted: bytes) -> str:
    """Return a parameter of a header: RFC 2231 first, else the plain one with encoded words."""
    numbered: dict[int, tuple[bytes, bool]] = {}
    plain = b""
    for key, number, star, given in _PARAMETER.findall(_FOLD.sub(b"", value)):
        if key.lower() != wanted:
            continue
        text = _ESCAPED.sub(rb"\1", given[1:-1]) if given[:1] == b'"' else given.strip()
        if star or number:
            numbered[int(number or 0)] = (text, bool(star))
        else:
            plain = text
    if numbered:
        return _continued([numbered[each] for each in sorted(numbered)])
    return words(plain.decode("utf-8", "surrogateescape"))


def _continued(pieces: list[tuple[bytes, bool]]) -> str:
    """Join the pieces of RFC 2231 as bytes before they are decoded."""
    charset, data = "", b""
    for number, (piece, encoded) in enumerate(pieces):
        text = piece
        if number == 0 and encoded and text.count(b"'") >= 2:
            label, _, text = text.split(b"'", 2)
            charset = label.decode("ascii", "replace")
        data += unquote_to_bytes(text) if encoded else text
    if b"=?" in data:
        return words(data.decode("utf-8", "surrogateescape"))
    return decoded(data, charset)
