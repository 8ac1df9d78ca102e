"""What a file is, told by its content and not by its name.

Sources: the signatures of the formats; [MS-XLS] 2.4.21 (BOF); ECMA-376 Part 2 (packages); ODF 1.3
Part 2, 3.3 (mimetype).
"""

import re
import zipfile
from collections.abc import Collection, Iterable

from govxlsx.errors import UnusableWorkbookError
from govxlsx.patterns import regex
from govxlsx.workbook.compound import top_names
from govxlsx.workbook.refusals import damaged, not_a_workbook, old_format

_COMPOUND = b"\xd0\xcf\x11\xe0"
_OLD_EXCEL = "旧版 Excel 工作簿（.xls）"
_PLAIN = "文本或 csv 文件"
_LINK = b"[InternetShortcut]"
_STARTS = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"{\\rtf", "Word 文档（RTF）"),
    (b"\xff\xfe", _PLAIN),
    (b"\xfe\xff", _PLAIN),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_RECORDS = (
    *(b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"),  # BIFF2, BIFF3, BIFF4
    # BIFF5 and BIFF8 without their compound file
    *(b"\x09\x08\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00"),
)
_ENCRYPTED = regex(
    rb"%[A-Z]{2,8}-Header-|E-?SAFENET|TIPRAY|CDG-?SEC|DRMONE|FASOO|SCDSA0|IP-?GUARD|ESAFE-DRM"
    rb"|CHINASEC|SMARTSEC|MARKANY|DOCUMENT SAFER",
    re.IGNORECASE,
)
"""What the clients that encrypt the files of an office write at their head."""

_HEAD = 4096
_MARKUP = regex(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|table|meta|style|div)",
    re.IGNORECASE | re.DOTALL,
)
_DRAWN = regex(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!doctype\s+svg[^>]*>\s*)*<svg\b",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = regex(rb"[A-Za-z][A-Za-z0-9-]*:[^\n]*(?:\n|$)")
_MIME = regex(rb"^(?:mime-version|received|return-path|message-id):", re.I | re.M)
_SENT = regex(rb"^(?:received|return-path|to|message-id):", re.I | re.M)
_WEB_ARCHIVE = regex(rb"^(?:snapshot-content-location|content-location):", re.I | re.M)
_OLD_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_STREAMS = ("EncryptedPackage", "EncryptionInfo", "WordDocument", "PowerPoint Document")
"""What is searched for in a compound file that is not whole."""

_OLD_DOCUMENTS = {
    "worddocument": "旧版 Word 文档（.doc）或 WPS 文字（.wps）",
    "powerpoint document": "旧版演示文稿（.ppt）",
}


def other(data: bytes, suffix: str) -> UnusableWorkbookError | None:
    """Return the refusal for bytes that are no zip package, None for one.

    Of a text, and of what nothing is known of, ``suffix`` tells more than the bytes do.
    """
    found = None if data.startswith(b"PK") else _by_bytes(data)
    if found is None or (found.case != "unknown" and found.words.get("kind") != _PLAIN):
        return found
    if suffix == ".eml":
        return UnusableWorkbookError("W101", "mail")
    return not_a_workbook(_PLAIN) if suffix == ".csv" else found


def _by_bytes(data: bytes) -> UnusableWorkbookError:
    if data.startswith(_COMPOUND):
        return _compound(data)
    if _ENCRYPTED.search(data[:512]):
        return UnusableWorkbookError("W103", "client")
    if data.startswith(_ARCHIVES):
        return UnusableWorkbookError("W101", "archive")
    if data.startswith(_RECORDS):
        return old_format(_OLD_EXCEL)
    drawn = "图片" if _DRAWN.match(data[:_HEAD]) else ""
    kind = next((kind for start, kind in _STARTS if data.startswith(start)), drawn)
    return not_a_workbook(kind) if kind else _text(data)


def _compound(data: bytes) -> UnusableWorkbookError:
    names = top_names(data) or {
        name.casefold() for name in _STREAMS if name.encode("utf-16-le") in data
    }
    if names & {"encryptedpackage", "encryptioninfo"}:
        return UnusableWorkbookError("W103", "workbook")
    if "__properties_version1.0" in names:
        return UnusableWorkbookError("W101", "mail")
    if names.isdisjoint(("workbook", "book")):
        for name, kind in _OLD_DOCUMENTS.items():
            if name in names:
                return not_a_workbook(kind)
    return old_format(f"{_OLD_EXCEL}或 WPS 表格（.et）")


def _text(data: bytes) -> UnusableWorkbookError:
    """Return the refusal for a text, or for bytes of which nothing is known."""
    if not data.strip(b"\x00"):
        return damaged("内容全是空字节，多半没有下载完整（网盘里的文件要先下载到电脑上）")
    head = data[:_HEAD]
    plain = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _OLD_XML in head and plain.startswith(b"<?xml"):
        return old_format("“XML 表格 2003”文件")
    if page := "page" if _MARKUP.match(plain) else "link" if plain.startswith(_LINK) else "":
        return UnusableWorkbookError("W101", page)
    if _FIELDS.match(plain.replace(b"\r\n", b"\n")) and _MIME.search(plain):
        return _message(plain)
    if b"\x00" not in head and _is_text(head):
        return not_a_workbook(_PLAIN)
    return UnusableWorkbookError("W101", "unknown")


def _message(plain: bytes) -> UnusableWorkbookError:
    """Return the refusal for what is written as a mail is: a mail, or a page in one file."""
    if _WEB_ARCHIVE.search(plain) or not _SENT.search(plain):
        return not_a_workbook("网页（单个文件）")
    return UnusableWorkbookError("W101", "mail")


def _is_text(head: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        try:
            text = head[: len(head) - 4 if len(head) == _HEAD else len(head)].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 8:
                continue
            text = ""
        return not any(each < " " and each not in "\t\r\n\f\x1a" for each in text)
    return False


def other_package(package: zipfile.ZipFile, names: Collection[str]) -> UnusableWorkbookError | None:
    """Return the refusal for a zip that is no package of Office's, None for one.

    ``names`` are the names of its parts in lower case.
    """
    if not _OFFICE.isdisjoint(names):
        return None
    apple = any(name.endswith(".iwa") or ".numbers/" in name for name in names)
    if apple or not _APPLE.isdisjoint(names):
        return UnusableWorkbookError("W102", "numbers")
    if "ofd.xml" in names:
        return not_a_workbook("OFD 文件")
    if not _OPEN.isdisjoint(names):
        return _open_document(package)
    is_part = any(name.startswith("xl/") for name in names)
    archive = UnusableWorkbookError("W101", "archive")
    return missing_workbook(names) if is_part else _by_folder(names) or archive


_OFFICE = frozenset(("[content_types].xml", "_rels/.rels", "xl/workbook.xml"))
_APPLE = frozenset(("index.zip", "index.xml", "index.xml.gz", "index.apxl"))
_OPEN = frozenset(("content.xml", "mimetype", "uof.xml"))
_OPEN_KINDS = {
    "opendocument.text": "OpenDocument 文本（.odt）",
    "opendocument.presentation": "OpenDocument 演示文稿（.odp）",
    "epub": "电子书（EPUB）",
}


def _open_document(package: zipfile.ZipFile) -> UnusableWorkbookError:
    try:
        with package.open("mimetype") as stream:
            stated = stream.read(100).decode("ascii", "replace")
    except (KeyError, OSError, RuntimeError, ValueError, zipfile.BadZipFile):
        stated = ""
    for word, kind in _OPEN_KINDS.items():
        if word in stated:
            return not_a_workbook(kind)
    return old_format("OpenDocument 表格（.ods）或标文通表格（.uos）")


def other_document(part: str, start: bytes) -> UnusableWorkbookError | None:
    """Return the refusal for a package whose main part is not a workbook's, None where it is.

    ``start`` is how the main part begins: its root's namespace tells, then its folder.
    """
    plain = start.replace(b"\x00", b"")
    if b"spreadsheetml" in plain:
        return None
    if part.lower().endswith(".bin"):
        return old_format(_BINARY)
    for space, kind in _SPACES.items():
        if space in plain:
            return not_a_workbook(kind)
    return _by_folder((part.lower(),))


def misnamed(suffix: str, names: Collection[str]) -> UnusableWorkbookError:
    """Return the refusal for a package whose name is not that of a workbook to be read."""
    template = old_format(f"模板文件（{suffix}）") if suffix in _TEMPLATES else None
    return (
        _by_folder(names) or template or UnusableWorkbookError("W102", "suffix", {"suffix": suffix})
    )


def missing_workbook(names: Collection[str]) -> UnusableWorkbookError:
    """Return the refusal for a package of Office's whose main part is not found."""
    return _by_folder(names) or damaged("工作簿里没有 xl/workbook.xml")


def _by_folder(names: Iterable[str]) -> UnusableWorkbookError | None:
    for name in names:
        for folder, kind in _FOLDERS.items():
            if name.startswith(folder):
                return not_a_workbook(kind)
        if name == "xl/workbook.bin":
            return old_format(_BINARY)
    return None


_TEMPLATES = frozenset((".xltx", ".xltm"))
_BINARY = "二进制工作簿（.xlsb）"
_SPACES = {
    b"wordprocessingml": "Word 文档",
    b"presentationml": "演示文稿",
    b"visio": "Visio 绘图",
    b"xps": "XPS 文件",
}
_FOLDERS = {
    "word/": "Word 文档",
    "ppt/": "演示文稿",
    "visio/": "Visio 绘图",
    "documents/1/": "XPS 文件",
}
"""Where the main part of a document lies, as a rule."""
