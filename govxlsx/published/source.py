"""Which reader a file is for: by its content, then by its name."""

import hashlib
import re
from contextlib import suppress
from pathlib import Path, PurePath

from govxlsx.patterns import regex
from govxlsx.published.assembly import Published, assemble
from govxlsx.published.content import SourceContent, unified
from govxlsx.published.kinds import SUFFIXES
from govxlsx.published.refusal import TOO_LARGE, refused
from govxlsx.reading import load

LARGEST = 64 << 20
_OLE, _RTF = b"\xd0\xcf\x11\xe0", b"{\\rtf"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_MARKUP = regex(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|p|style|title|section|article|h\d)\b",
    re.IGNORECASE | re.DOTALL,
)
_SINGLE_FILE = regex(rb"^\s*(?:[a-z-]+:.*\r?\n(?:[ \t].*\r?\n)*)*mime-version:", re.IGNORECASE)


def read(path: str | Path, year: int | None = None, agency: str = "", root: str = "") -> Published:
    """Read a published report. Raises PublishedError, and UnusableWorkbookError (W105, W108)."""
    place = Path(root, path)
    with suppress(OSError):
        if place.stat().st_size > LARGEST:
            raise refused(f"{TOO_LARGE}：文件超过 {LARGEST >> 20} MB")
    return read_bytes(load(place), str(path), year, agency)


def read_bytes(
    data: bytes, name: str, year: int | None = None, agency: str = "", known: str | None = None
) -> Published:
    """Read a published report from its bytes; ``name`` is its path. Raises PublishedError.

    ``known`` is the agency whose report it should be, where this program has made it.
    """
    content = unified(contents(data, name))
    return assemble(content, name, hashlib.sha256(data).hexdigest(), year, agency, known)


def contents(data: bytes, name: str) -> SourceContent:
    """Return a file's paragraphs and grids. Raises PublishedError."""
    from govxlsx.published import docx, html, office, pdf, plain

    suffix = PurePath(name).suffix.lower()
    _refuse_other(data, suffix)
    if data.startswith(b"PK"):
        return docx.read(data)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return pdf.read(data)
    if data.startswith((_OLE, _RTF)):
        return docx.read(office.to_docx(data, ".rtf" if data.startswith(_RTF) else ".doc"))
    if _is_page(data, suffix):
        return html.read(data)
    return plain.read(data)


def _is_page(data: bytes, suffix: str) -> bool:
    marked = _MARKUP.match(data[:4096].lstrip(b"\xef\xbb\xbf")) is not None
    return marked or suffix in (".html", ".htm", ".xhtml")


def _refuse_other(data: bytes, suffix: str) -> None:
    if not data.strip(b"\x00 \t\r\n"):
        raise refused("文件是空的")
    if data.startswith(_PICTURES):
        raise refused("这是图片，读不出文字和数字。请换用报告的网页、Word 或 PDF 文件")
    if _SINGLE_FILE.search(data[:4096]):
        raise refused("这是单个文件的网页（.mht）。请在浏览器中打开，另存为 .html，再试一次")
    known = data.startswith((b"PK", b"%PDF")) and suffix in SUFFIXES
    if known or _is_page(data, suffix) or data[:1024].lstrip().startswith(b"%PDF"):
        return
    wanted = {".doc", ".wps", ".rtf", ".docx"} if data.startswith((_OLE, _RTF)) else {".txt", ".md"}
    if suffix not in wanted:
        raise refused(
            f"不能从 {suffix or '这种'} 文件中读出已公布的报告："
            "可以用 .html、.htm、.docx、.pdf、.txt、.md，装有 LibreOffice 时还有 .doc、.wps、.rtf"
        )
