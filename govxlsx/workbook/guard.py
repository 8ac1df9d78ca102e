"""The one gate before any parsing: what kind of file it is, by its content, and how large.

A refusal is a fact: the code of a rule, which of its cases applies, and the words that fill it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath

from govxlsx.deflate import crc32, inflated
from govxlsx.errors import UnusableWorkbookError
from govxlsx.workbook import kinds
from govxlsx.workbook.refusals import beyond_limits, damaged
from govxlsx.workbook.remembered import Content

FILE_LIMIT = 256 << 20
"""The largest file that is looked into, in bytes."""

UNPACKED_LIMIT = 160 << 20
"""The most bytes that the XML parts of a workbook may unpack to, all together."""

PART_LIMIT = 10_000
"""The most parts that a workbook may have."""

_HEADER = b"PK\x03\x04"
_KEPT = 1 << 16
"""The largest part, in bytes, packed and unpacked, that is remembered."""

_USUAL_FLAGS = 0x80E
"""How hard it was packed, sizes told after the part, a name in UTF-8 (APPNOTE.TXT, 4.4.4)."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What zipfile raises on a broken part; ValueError where its name is not what its flags say."""

READ = frozenset({".xlsx", ".xlsm"})
"""How the names of workbooks end that are read."""

REFUSED = frozenset(
    (".xls", ".xlsb", ".xlt", ".xltx", ".xltm", ".et", ".ett", ".numbers", ".ods", ".csv")
) | frozenset((".zip", ".rar", ".7z", ".eml", ".msg"))
"""How the names of files end that a clerk may send in place of a workbook."""

_UNREAD = (
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".svg"),
    *(".bin", ".wav", ".mp3", ".mp4", ".avi", ".ole", ".xlsx", ".xls", ".docx", ".doc", ".pdf"),
)
"""How the names of parts end of which nothing is read: pictures, macros, embedded files."""


def is_read(part: str) -> bool:
    """Tell whether a part may have to be read; ``part`` is its name in lower case."""
    return not part.endswith(_UNREAD)


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the workbook's package if it may be read.

    ``name`` is the file's name; only its suffix and its ``~$`` prefix are looked at. Raises
    UnusableWorkbookError (W101–W105).
    """
    path = PurePath(name)
    suffix = path.suffix.lower()
    if path.name.startswith("~$"):
        raise UnusableWorkbookError("W101", "lock")
    if not data:
        raise UnusableWorkbookError("W104", "empty")
    other = kinds.other(data, suffix)
    if other is not None:
        raise other
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise damaged("压缩结构不完整，可能没有下载或发送完整") from error
    names = _weigh(package)
    if suffix in REFUSED:
        raise kinds.misnamed(suffix, names)
    return package


def _weigh(package: zipfile.ZipFile) -> list[str]:
    """Return the names of a package's parts, in lower case, if these may be read."""
    infos = package.infolist()
    if len(infos) > PART_LIMIT:
        raise beyond_limits(f"里面有 {len(infos)} 个部件")
    names = [info.filename.replace("\\", "/").lower() for info in infos]
    other = kinds.other_package(package, set(names))
    if other is not None:
        raise other
    if len(set(names)) < len(names):
        raise damaged("里面有重名的部件，不同程序会读出不同的内容")
    if any(info.flag_bits & 1 for info in infos):
        raise UnusableWorkbookError("W103", "archive")
    if any(info.compress_type not in _METHODS for info in infos):
        raise damaged("里面有 Excel 和 WPS 都不用的压缩方式")
    unpacked = sum(info.file_size for info, name in zip(infos, names, strict=True) if is_read(name))
    if unpacked > UNPACKED_LIMIT:
        raise beyond_limits(f"解压后有 {unpacked >> 20} MB")
    return names


def chunks(package: zipfile.ZipFile, name: str, size: int = 1 << 18) -> Iterator[bytes]:
    """Yield a part's bytes in pieces of ``size``. Raises UnusableWorkbookError (W104)."""
    if not is_read(name.lower()):
        raise damaged(f"部件 {name} 不是 XML")
    info = package.getinfo(name)
    if info.file_size <= size and isinstance(package.fp, io.BytesIO):
        whole = at_one_go(package.fp.getvalue(), info)  # the file's own bytes, no copy
        if whole is not None:
            yield whole
            return
    try:
        with package.open(name) as stream:
            while piece := stream.read(size):
                yield piece
    except _UNREADABLE as error:
        raise damaged(f"部件 {name} 读不出来") from error


def at_one_go(data: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """Return a part's bytes; None where zipfile has to see to it, or to say what is the matter.

    As there, no more than the stated size is unpacked, the name is that of the directory, and the
    check sum has to be right.
    """
    start, name = info.header_offset, info.orig_filename.encode()
    header = data[start : start + 30]
    if header[:4] != _HEADER or info.flag_bits & ~_USUAL_FLAGS:
        return None
    name_length, extra_length = int.from_bytes(header[26:28], "little"), header[28:30]
    start += 30
    if data[start : start + name_length] != name:
        return None
    start += name_length + int.from_bytes(extra_length, "little")
    packed = Content(data[start : start + info.compress_size])
    kept = max(info.file_size, info.compress_size) <= _KEPT
    look = _unpacked if kept else _unpacked.__wrapped__
    return look(packed, info.compress_type, info.file_size, info.CRC)


@lru_cache(maxsize=64)
def _unpacked(packed: Content, method: int, size: int, check_sum: int) -> bytes | None:
    """Return what was packed, None where it is not what the directory says.

    Workbooks of one template share several parts to the byte.
    """
    whole = packed if method == zipfile.ZIP_STORED else inflated(packed, size)
    if whole is None or len(whole) != size or crc32(whole) != check_sum:
        return None
    return whole
