"""What zip files are packed with (RFC 1951): by ISA-L where it is built, else by zlib."""

import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

try:
    from isal import isal_zlib as _codec
except ImportError:  # there is no build of it for every processor
    _codec = zlib  # type: ignore[misc]

__all__ = ["FAST", "SMALL", "Deflate", "crc32", "inflated"]

Deflate = Callable[[bytes], bytes]

SMALL: Deflate = partial(zlib.compress, level=9, wbits=-zlib.MAX_WBITS)
"""Compresses what is compressed once."""

FAST: Deflate = partial(_codec.compress, level=3 if _codec is zlib else 1, wbits=-zlib.MAX_WBITS)
"""Compresses what is packed again and again. ISA-L takes an eighth of zlib's time for it."""

crc32 = _codec.crc32
_FAULT: Any = _codec.error


def inflated(packed: bytes, most: int) -> bytes | None:
    """Return the first ``most`` bytes of what was packed, None for what was not packed so."""
    try:
        return _codec.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(1, most))
    except _FAULT:
        return None
