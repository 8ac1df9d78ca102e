"""Bytes become text: by their mark, as UTF-8, or as the page itself says."""

import codecs
import re

from govxlsx.patterns import regex
from govxlsx.published.content import MOST_TEXT
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.text import codec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.IGNORECASE)
_EMBEDDED = regex(rb"data:[a-z]+/[\w.+-]+;base64,[A-Za-z0-9+/=]+")
"""Pictures and faces that a page has in itself."""

_CHINESE = regex("[\u4e00-\u9fff]")
_MOST_LOST = 20
"""More characters than these that could not be decoded: the text is not what was written."""


def decoded(data: bytes) -> str:
    """Return the text of a page or a text file. Raises PublishedError."""
    data = _EMBEDDED.sub(b"data:", data)
    if len(data) > 4 * MOST_TEXT:
        raise refused(f"{TOO_LARGE}：文字超过 {4 * MOST_TEXT >> 20} MB")
    text = _decoded(data)
    if len(text) > 2 * MOST_TEXT:
        raise refused(f"{TOO_LARGE}：文字超过 {2 * MOST_TEXT // 10_000} 万字")
    if text.count("\ufffd") > _MOST_LOST:
        raise refused("文字是乱码，编码不对：请用浏览器或编辑器打开后另存为 UTF-8，再试一次")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    # A page may call itself what it is not: the reading that loses least counts.
    match = _DECLARED.search(data[:4096])
    name = codec(match[1].decode()) if match else "gb18030"
    if name in ("utf-8", "utf8") and broken.start >= len(data) // 2:
        return data.decode("utf-8", "replace")
    readings = (_read(data, each) for each in (name, "utf-8", "gb18030"))
    return min(readings, key=lambda text: (_CHINESE.search(text) is None, text.count("\ufffd")))


def _read(data: bytes, name: str) -> str:
    try:
        return data.decode(name, "replace")
    except LookupError:
        return ""
