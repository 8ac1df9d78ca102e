"""Which workbook and which version of this tool a document was made from, by its properties."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from govxlsx.version import MADE_BY
from govxlsx.word.pack import CUSTOM
from govxlsx.word.properties import SOURCE

_LARGEST = 1 << 16


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
