"""The document's properties for the archive, core and custom, without a clock; read again.

Source: ECMA-376 part 2, clause 11 (core) and part 1, 22.3 (custom). The names 题名, 责任者 and 年度
are those that archives use.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from govxlsx.report.model import Report
from govxlsx.text import clean
from govxlsx.version import MADE_BY, MAKER
from govxlsx.word.opening import title
from govxlsx.word.pack import CUSTOM

DISCLOSURE = "主动公开"
SOURCE = "来源文件SHA-256"
"""The property that tells from which workbook a document was made."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_LARGEST = 1 << 16
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def custom_values(report: Report) -> Mapping[str, str]:
    """Return the custom properties by name; what is not known is left out."""
    given = {
        "题名": "".join(title(report)),
        "责任者": report.agency.name,
        "年度": "" if report.year is None else str(report.year),
        "公开属性": DISCLOSURE,
        "版式": report.edition,
        SOURCE: report.sha256,
        MADE_BY: MAKER,
    }
    return {name: clean(value) for name, value in given.items() if value}


def _core_values(report: Report, draft: bool) -> Iterator[tuple[str, str]]:
    year = "" if report.year is None else f"{report.year}年"
    keywords = ("政府信息公开", "年度报告", *((year,) if year else ()), DISCLOSURE)
    yield "dc:title", "".join(title(report))
    yield "dc:creator", report.agency.name
    yield "dc:subject", f"{year}政府信息公开工作年度报告（{DISCLOSURE}）"
    yield "cp:keywords", "；".join(keywords)
    basis = report.form.basis
    source = f"；来源文件SHA-256：{report.sha256}" if report.sha256 else ""
    yield "dc:description", f"依据{basis.number}编制；公开属性：{DISCLOSURE}{source}"
    yield "cp:lastModifiedBy", report.agency.name
    yield "cp:revision", "1"
    yield "cp:contentStatus", "草稿" if draft else ""
    yield "dc:language", "zh-CN"


def core(report: Report, draft: bool) -> bytes:
    """Return the core properties; both dates are 1 January after the year of the report."""
    year = report.form.first_year if report.year is None else report.year
    return core_of(_core_values(report, draft), f"{year + 1:04d}-01-01T00:00:00Z")


def core_of(values: Iterable[tuple[str, str]], moment: str) -> bytes:
    """Return the core properties of a document by name, with one moment for both dates."""
    lines = [
        f"<{name}>{escape(clean(value), quote=False)}</{name}>" for name, value in values if value
    ]
    for name in ("created", "modified"):
        lines.append(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>')
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(lines)}</cp:coreProperties>"
    ).encode()


def custom(values: Mapping[str, str]) -> bytes:
    """Return custom properties by name, numbered from 2 as the standard wants."""
    lines = [
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value, quote=False)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    ]
    return (
        f'{_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{"".join(lines)}</Properties>'
    ).encode()


@dataclass(frozen=True, slots=True)
class Origin:
    """The SHA-256 of the workbook, and the tool ("govxlsx 1.0.0"); "" where it is not told."""

    sha256: str
    maker: str


def origin(path: Path) -> Origin | None:
    """Return what a document (.docx) was made from; None where it does not tell."""
    try:
        with ZipFile(path) as package:
            if package.getinfo(CUSTOM).file_size > _LARGEST:
                return None
            content = package.read(CUSTOM)
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except (OSError, KeyError, BadZipFile, ZlibError, NotImplementedError, etree.XMLSyntaxError):
        return None
    told = {each.get("name"): "".join(map(str, each.itertext())) for each in root}
    return Origin(told[SOURCE], told.get(MADE_BY, "")) if SOURCE in told else None
