"""The report as PDF/A-2b, tagged, made from its Word document by LibreOffice.

The faces that were really embedded are read back: a substituted face is told.
"""

import json
import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZipFile

from govxlsx.patterns import regex
from govxlsx.published import office
from govxlsx.report.model import Report

_EXPORT = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
TARGET = f"pdf:writer_pdf_Export:{json.dumps(_EXPORT, separators=(',', ':'))}"

_EMBEDDED = regex(rb"/FontName\s*/([^\s/<>\[\]()]+)")
_FACES = {
    "小标宋": regex("xiaobiaosong|fzxbs|fzxbsjw|小标宋", re.IGNORECASE),
    "仿宋": regex("fangsong|fandolfang|fzfs|仿宋", re.IGNORECASE),
    "黑体": regex("simhei|heiti|fandolhei|fzht|黑体", re.IGNORECASE),
    "楷体": regex("kaiti|fandolkai|fzkt|楷体|simkai", re.IGNORECASE),
}
"""The four faces of an official document, by the names of fonts that have them."""


_STYLES = "word/styles.xml"
_NO_HANGING = b'<w:overflowPunct w:val="0"/>', b'<w:overflowPunct w:val="1"/>'
"""LibreOffice reads it the wrong way round (DomainMapper.cxx), and then loses commas before digits
that begin a line."""


def pdfs(documents: Iterable[bytes]) -> list[bytes | None]:
    """Convert Word documents in one call; None for what could not be converted.

    Raises PublishedError where LibreOffice is not installed or does not come to an end.
    """
    given = {f"{number}.docx": _for_libreoffice(each) for number, each in enumerate(documents)}
    made = office.convert(given, TARGET)
    return [made.get(f"{number}.pdf") for number in range(len(given))]


def _for_libreoffice(document: bytes) -> bytes:
    """Return a document of which LibreOffice lets no punctuation hang over the margin."""
    stream = BytesIO()
    with ZipFile(BytesIO(document)) as given, ZipFile(stream, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            made.writestr(name, part.replace(*_NO_HANGING) if name == _STYLES else part)
    return stream.getvalue()


def embedded(data: bytes) -> tuple[str, ...]:
    """Return the names of the fonts that a PDF has in it, without the marks of their subsets."""
    names = (_name(match) for match in _EMBEDDED.findall(data))
    return tuple(dict.fromkeys(names))


def _name(raw: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), raw)
    return plain.decode("utf-8", "replace").partition("+")[2] or plain.decode("utf-8", "replace")


def substituted(data: bytes, *, second: bool = True) -> tuple[str, ...]:
    """Return the faces of an official document that a PDF has other fonts for.

    ``second`` tells whether the document has second headings, which are in 楷体.
    """
    names = " ".join(embedded(data))
    wanted = (face for face in _FACES if second or face != "楷体")
    return tuple(face for face in wanted if not _FACES[face].search(names))


def lacking(data: bytes, report: Report) -> str:
    """Say which faces the PDF of a report has other fonts for, and which; "" where it has none."""
    second = any(each.level == 2 for told in report.narrative.values() for each in told)
    faces = substituted(data, second=second)
    return f"{'、'.join(faces)}用了别的字体代替（{'、'.join(embedded(data))}）" if faces else ""
