"""The one gate before any parsing: what kind of file it is, by its content, and how large.

A refusal is a fact: the code of a rule, which of its cases applies, and the words that fill it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath

from govxlsx.errors import UnusableWorkbookError

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

_STARTS = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\x00", "图片"),
    (b"{\\rtf", "Word 文档（RTF）"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"\xff\xfe", "文本或 csv 文件"),
    (b"\xfe\xff", "文本或 csv 文件"),
)
_OLD_SUFFIXES = {".xls": "旧版 Excel 工作簿（.xls）", ".et": "WPS 表格（.et）"}
_MARKUP = re.compile(rb"\s*<(!doctype\s+html|html|head|body|table|meta|style|div)", re.IGNORECASE)


def _not_a_workbook(kind: str) -> UnusableWorkbookError:
    return UnusableWorkbookError("W101", "kind", {"kind": kind})


def _old_format(kind: str) -> UnusableWorkbookError:
    return UnusableWorkbookError("W102", "kind", {"kind": kind})


def damaged(detail: str) -> UnusableWorkbookError:
    """Return the error for a workbook whose insides are broken."""
    return UnusableWorkbookError("W104", "damaged", {"detail": detail})


def beyond_limits(detail: str) -> UnusableWorkbookError:
    """Return the error for a workbook that is refused because reading it would be unsafe."""
    return UnusableWorkbookError("W105", "limits", {"detail": detail})


def _ole(data: bytes, suffix: str) -> UnusableWorkbookError:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return UnusableWorkbookError("W103", "workbook")
    if holds("WordDocument"):
        return _not_a_workbook("旧版 Word 文档（.doc）")
    return _old_format(_OLD_SUFFIXES.get(suffix, "旧版 Excel 工作簿（.xls）或 WPS 表格（.et）"))


def _text(data: bytes) -> UnusableWorkbookError:
    head = data[:4096]
    if _MARKUP.match(head.lstrip(b"\xef\xbb\xbf")):
        return _not_a_workbook("网页（HTML）")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return _old_format("“XML 表格 2003”文件")
    if head.lstrip().lower().startswith(b"mime-version"):
        return _not_a_workbook("网页（单个文件）")
    if not data.strip(b"\x00"):
        return damaged("内容全是空字节")
    if b"\x00" not in head and _is_text(head):
        return _not_a_workbook("文本或 csv 文件")
    return _not_a_workbook("无法识别的文件")


def _is_text(head: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        try:
            head[: len(head) - 4 if len(head) == 4096 else len(head)].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 8:
                continue
        return True
    return False


def _other_package(names: set[str]) -> UnusableWorkbookError | None:
    """Return the refusal for a package that is not a workbook, None for a workbook."""
    sheets = any(name.startswith("xl/worksheets/") for name in names)
    if "xl/workbook.xml" in names or (sheets and "_rels/.rels" in names):
        return None
    for part, error in (
        ("word/document.xml", _not_a_workbook("Word 文档")),
        ("ppt/presentation.xml", _not_a_workbook("演示文稿")),
        ("ofd.xml", _not_a_workbook("OFD 文件")),
        ("xl/workbook.bin", _old_format("二进制工作簿（.xlsb）")),
        ("content.xml", _old_format("OpenDocument 表格（.ods）")),
        ("[content_types].xml", damaged("工作簿里没有 xl/workbook.xml")),
    ):
        if part in names:
            return error
    return UnusableWorkbookError("W101", "archive")


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
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _ole(data, suffix)
    if not data.startswith(b"PK"):
        for start, kind in _STARTS:
            if data.startswith(start):
                raise _not_a_workbook(kind)
        raise _text(data)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise damaged("压缩结构不完整，可能没有下载或发送完整") from error
    _weigh(package)
    if suffix in (".xls", ".et"):
        raise UnusableWorkbookError("W102", "suffix", {"suffix": suffix})
    return package


def _weigh(package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    if len(infos) > PART_LIMIT:
        raise beyond_limits(f"里面有 {len(infos)} 个部件")
    names = [info.filename.replace("\\", "/").lower() for info in infos]
    other = _other_package(set(names))
    if other is not None:
        raise other
    if len(set(names)) < len(names):
        raise damaged("里面有重名的部件，不同程序会读出不同的内容")
    if any(info.flag_bits & 1 for info in infos):
        raise UnusableWorkbookError("W103", "archive")
    if any(info.compress_type not in _METHODS for info in infos):
        raise damaged("里面有 Excel 和 WPS 都不用的压缩方式")
    unpacked = sum(
        info.file_size
        for info, name in zip(infos, names, strict=True)
        if name.endswith((".xml", ".rels"))
    )
    if unpacked > UNPACKED_LIMIT:
        raise beyond_limits(f"解压后有 {unpacked >> 20} MB")


def chunks(package: zipfile.ZipFile, name: str, size: int = 1 << 18) -> Iterator[bytes]:
    """Yield a part's bytes in pieces of ``size``. Raises UnusableWorkbookError (W104)."""
    if not name.lower().endswith((".xml", ".rels")):
        raise damaged(f"部件 {name} 不是 XML")
    info = package.getinfo(name)
    if info.file_size <= size and isinstance(package.fp, io.BytesIO):
        whole = _at_one_go(package.fp.getvalue(), info)  # the file's own bytes, no copy
        if whole is not None:
            yield whole
            return
    try:
        with package.open(name) as stream:
            while piece := stream.read(size):
                yield piece
    except _UNREADABLE as error:
        raise damaged(f"部件 {name} 读不出来") from error


def _at_one_go(data: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """Return a part's bytes; None where zipfile has to see to it, or to say what is the matter.

    As there, no more than the stated size is unpacked, the name is that of the directory, and the
    check sum has to be right.
    """
    start, name = info.header_offset, info.orig_filename.encode()
    header = data[start : start + 30]
    if header[:4] != _HEADER or info.flag_bits & ~_USUAL_FLAGS or not name.isascii():
        return None
    name_length, extra_length = int.from_bytes(header[26:28], "little"), header[28:30]
    start += 30
    if data[start : start + name_length] != name:
        return None
    start += name_length + int.from_bytes(extra_length, "little")
    packed = data[start : start + info.compress_size]
    kept = max(info.file_size, info.compress_size) <= _KEPT
    look = _unpacked if kept else _unpacked.__wrapped__
    return look(packed, info.compress_type, info.file_size, info.CRC)


@lru_cache(maxsize=64)
def _unpacked(packed: bytes, method: int, size: int, check_sum: int) -> bytes | None:
    """Return what was packed, None where it is not what the directory says.

    Workbooks of one template share several parts to the byte.
    """
    try:
        whole = (
            packed
            if method == zipfile.ZIP_STORED
            else zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(1, size))
        )
    except zlib.error:
        return None
    return whole if len(whole) == size and zlib.crc32(whole) == check_sum else None
