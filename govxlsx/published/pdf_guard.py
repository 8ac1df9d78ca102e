"""What a PDF may take: looked at before anything of it is parsed."""

import zlib

from govxlsx.patterns import regex
from govxlsx.published.refusal import TOO_LARGE, refused

MOST_PAGES = 200
_LARGEST = 32 << 20
_UNPACKED = 96 << 20
"""The most bytes that the compressed streams of a PDF may unpack to, all together."""

_STREAM = regex(rb"stream\r?\n")
_TWICE = regex(rb"/Filter\s*\[[^\]]*/Fl(?:ateDecode)?\b[^\]]*/Fl(?:ateDecode)?\b")
_LZW = regex(rb"/Filter\s*\[?[^\]>]*/LZW(?:Decode)?\b")


def weigh(data: bytes) -> None:
    """Refuse a PDF whose streams would fill the memory. Raises PublishedError."""
    if len(data) > _LARGEST:
        raise refused(f"{TOO_LARGE}：PDF 超过 {_LARGEST >> 20} MB")
    if _TWICE.search(data) or _LZW.search(data):
        raise refused(f"{TOO_LARGE}：PDF 用了层层压缩或少见的压缩方式")
    left = _UNPACKED
    for match in _STREAM.finditer(data):
        left -= _unpacked(data, match.end(), left)
        if left <= 0:
            raise refused(f"{TOO_LARGE}：PDF 解压后超过 {_UNPACKED >> 20} MB")


def _unpacked(data: bytes, start: int, most: int) -> int:
    """Return how many bytes a stream unpacks to, at most ``most``; 0 where it is not packed."""
    if data[start : start + 1] not in (b"\x78", b"\x48", b"\x58", b"\x68", b"\x08", b"\x18"):
        return 0
    unpack = zlib.decompressobj()
    size, at, piece = 0, start, b""
    try:
        while size < most and not unpack.eof:
            piece = unpack.unconsumed_tail or data[at : at + (1 << 16)]
            if not unpack.unconsumed_tail:
                at += len(piece)
            if not piece:
                break
            size += len(unpack.decompress(piece, 1 << 20))
    except zlib.error:
        return size
    return size
