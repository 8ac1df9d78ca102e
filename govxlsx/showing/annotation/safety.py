"""A second gate, for the parts that only openpyxl reads: comments, drawings, properties.

openpyxl expands document types where defusedxml is not installed, and makes a cell for every cell
that a merge, a hyperlink or a comment covers.
"""

from __future__ import annotations

import zipfile
import zlib

from govxlsx.addresses import area
from govxlsx.errors import UnusableWorkbookError
from govxlsx.showing.annotation.refusal import refusal
from govxlsx.workbook import guard, xml

SIZE_LIMIT = 6 << 20
"""The most bytes that the XML of a workbook may unpack to, seventy times what the form needs.

openpyxl takes a second and 30 MB for each of them.
"""

PACKAGE_LIMIT = 64 << 20
"""The most bytes that the whole package may unpack to: pictures and macros are held in memory."""

COVERED_LIMIT = 200_000
"""The most cells that merges, hyperlinks and comments may cover, all together."""

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


class _Covered:
    """Counts the cells that references cover."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, attributes: dict[str, str]) -> None:
        """Count the cells of an element's ``ref``."""
        try:
            top, left, bottom, right = area(attributes.get("ref", ""))
        except ValueError as error:
            raise refusal("其中有无法识别的单元格区域") from error
        self.count += (bottom - top + 1) * (right - left + 1)
        if self.count > COVERED_LIMIT:
            raise refusal("合并单元格或超链接的范围过大")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _weigh(package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    if sum(info.file_size for info in infos if _is_xml(info.filename)) > SIZE_LIMIT:
        raise refusal("文件太大（可能有大量设了格式的空行）")
    if sum(info.file_size for info in infos) > PACKAGE_LIMIT:
        raise refusal("文件太大（图片等附件过多）")


def check(data: bytes) -> None:
    """Let a workbook pass to openpyxl, or raise OutputError.

    No part may have a document type, in whatever encoding; XML is looked at by a parser that reads
    none, other parts by their bytes.
    """
    covered = _Covered()
    handlers = xml.qualified(dict.fromkeys(("mergeCell", "hyperlink", "comment"), covered.add))
    try:
        package = guard.open_package(data, "")
        _weigh(package)
        for name in package.namelist():
            if _is_xml(name):
                xml.parse(guard.chunks(package, name), name, handlers, {})
            elif not name.endswith("/"):
                _scan(package.read(name))
    except UnusableWorkbookError as error:
        raise refusal("文件里有损坏的或不安全的部件") from error
    except _BROKEN as error:
        raise refusal("文件里有读不出来的部件") from error


def _scan(part: bytes) -> None:
    plain = part.replace(b"\x00", b"")  # UTF-16 and UTF-32 have zeros between the letters
    if any(each in plain for each in _DECLARATIONS):
        raise refusal("文件里有不安全的部件（文档类型声明）")
