"""Which files of a folder this tool has made itself, by the marks that it leaves in them."""

import os
from collections.abc import Callable, Mapping
from zipfile import BadZipFile, ZipFile

from govxlsx.desk.naming import ANNOTATED, TITLE
from govxlsx.regular import check_regular
from govxlsx.version import MADE_BY, MAKER
from govxlsx.workbook import READ

_NAMED = frozenset({".html", ".pdf"})
"""Publications are known by their names: a fragment and a PDF have no room for a mark."""

_HEAD = 1000
_TAIL = 1 << 13
_LARGEST = 1 << 16
_PROPERTIES = "docProps/custom.xml"
_TOOL = MAKER.partition(" ")[0]


def is_made(path: str) -> bool:
    """Tell whether this tool has made a file of something that lies elsewhere.

    The workbook of a roll-up is none: it is to be filled in, checked and built. Nor is an annotated
    copy that somebody has saved since: it may be what a clerk has mended.
    """
    stem, suffix = os.path.splitext(os.path.basename(path))  # noqa: PTH119, PTH122
    suffix = suffix.lower()
    if suffix in _NAMED and TITLE in stem:
        return True
    mark = _copy if ANNOTATED in stem and suffix in READ else _MARKS.get(suffix)
    try:
        return mark is not None and mark(path)
    except OSError:
        return False  # it is told of where it is read


def _piece(path: str, most: int, *, end: bool = False) -> bytes:
    check_regular(path)
    with open(path, "rb") as file:  # noqa: PTH123 - see inputs: no Path is made
        if end:
            file.seek(-min(most, os.fstat(file.fileno()).st_size), os.SEEK_END)
        return file.read(most)


def _package(path: str) -> bool:
    """Look at the properties, where the directory at the package's end has any."""
    if _PROPERTIES.encode() not in _piece(path, _TAIL, end=True):
        return False
    try:
        with ZipFile(path) as package:
            found = package.getinfo(_PROPERTIES)
            told = package.read(found) if found.file_size <= _LARGEST else b""
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError):
        return False
    return MADE_BY.encode() in told and f">{_TOOL} ".encode() in told


def _copy(path: str) -> bool:
    from govxlsx.showing.seal import is_sealed

    check_regular(path)
    return is_sealed(path)


def _list(path: str) -> bool:
    from govxlsx.desk.handout.listing import HEADER as HANDED_OUT
    from govxlsx.desk.status.as_csv import HEADER as STATUS
    from govxlsx.showing.as_csv import FINDINGS_HEADER
    from govxlsx.showing.as_csv import HEADER as FIGURES

    head = _piece(path, _HEAD).decode("utf-8-sig", "replace")
    headers = (HANDED_OUT, STATUS, FINDINGS_HEADER, FIGURES)
    return any(head.startswith(",".join(each)) for each in headers)


def _starting(mark: str) -> Callable[[str], bool]:
    return lambda path: mark.encode() in _piece(path, _HEAD)


_page = _starting(f'name="generator" content="{_TOOL} ')
_MARKS: Mapping[str, Callable[[str], bool]] = {
    ".xlsx": _package,
    ".docx": _package,
    ".csv": _list,
    ".html": _page,
    ".htm": _page,
    ".json": _starting(f'"tool": "{_TOOL} '),
    ".eml": _starting(f"@{_TOOL}.invalid>"),
}
"""How files of each kind are looked at."""
