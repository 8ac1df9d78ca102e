"""A workbook's sheets in order, with their cells; macros and external links are only noticed.

Source: ECMA-376 Part 1, 18.2 (Workbook).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from govxlsx.workbook import canonical, guard, xml
from govxlsx.workbook.cells import Sheet, unescape
from govxlsx.workbook.parsing import read_sheet
from govxlsx.workbook.remembered import remembered
from govxlsx.workbook.strings import read_strings
from govxlsx.workbook.styles import date_styles

_LARGE = 4 << 20
"""From this many unpacked bytes on, a book is previewed before it is read."""

_PREVIEW_ROWS = 12
_GLANCE_ROWS = 8
_PREVIEW_STRINGS = 20_000
_PIECE = 1 << 18
_PREVIEW_PIECE = 1 << 12
"""A preview is fed in small pieces: expat goes on to the end of a piece after a Stop."""

_GLANCE_PIECE = 1 << 13
"""Within so many bytes the rows of a preview end, as a rule."""

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"


@dataclass(slots=True)
class Book:
    """A workbook as it stands. ``sheets`` are in the clerk's order, without chart sheets."""

    sheets: list[Sheet]
    macros: bool
    external_links: bool


class _Parts:
    """The parts of a package by name, whatever the case of their names."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.infos = {info.filename.replace("\\", "/").lower(): info for info in package.infolist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.infos

    def pieces(self, name: str, size: int = _PIECE) -> Iterator[bytes]:
        return guard.chunks(self.package, self.infos[name.lower()].filename, size)

    def small(self, name: str) -> bool:
        """Tell whether a part may be read at one go; no more than its stated size is unpacked."""
        info = self.infos.get(name.lower())
        return info is not None and info.file_size <= canonical.SMALL

    def size(self) -> int:
        return sum(info.file_size for name, info in self.infos.items() if name.endswith(".xml"))

    def any_under(self, folder: str) -> bool:
        return any(name.startswith(folder) for name in self.infos)


@dataclass(slots=True)
class _Targets:
    """The parts that a part is related to, by the relationship's id and by its kind."""

    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)


@remembered
def _relationships(pieces: Iterable[bytes]) -> list[tuple[str, str, str]]:
    """Return the id, the kind and the target of each relationship inside the package."""
    found: list[tuple[str, str, str]] = []

    def relationship(attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode", "Internal") == "Internal":
            kind = posixpath.basename(attributes.get("Type", ""))
            found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    xml.parse(pieces, "xl/_rels/workbook.xml.rels", {_RELATIONSHIP: relationship}, {})
    return found


def _targets(parts: _Parts, owner: str) -> _Targets:
    """Return what a part is related to; ``owner`` "" stands for the package itself."""
    targets = _Targets()
    folder, name = posixpath.split(owner)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in parts:
        raise guard.damaged("工作簿缺少内部目录")
    for key, kind, target in _relationships(parts.pieces(place)):
        part = _part(folder, target)
        targets.by_id[key] = part
        targets.by_kind.setdefault(kind, part)
    return targets


@lru_cache(maxsize=256)
def _part(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _workbook_part(parts: _Parts) -> str:
    """Return the part that lists the sheets; some programs give it a name of their own."""
    if _WORKBOOK in parts:
        return _WORKBOOK
    place = _targets(parts, "").by_kind.get("officeDocument", "")
    if place not in parts:
        raise guard.damaged("工作簿里没有 xl/workbook.xml")
    return place


@remembered
def _listed(pieces: Iterable[bytes]) -> list[tuple[str, str, bool]]:
    """Return each sheet's name, the id of its relationship, and whether it is hidden."""
    found: list[tuple[str, str, bool]] = []

    def sheet(attributes: dict[str, str]) -> None:
        key = next((key for key in xml.RELATIONSHIP_ID if key in attributes), "")
        hidden = attributes.get("state", "visible") != "visible"
        found.append((unescape(attributes.get("name", "")), attributes.get(key, ""), hidden))

    xml.parse(pieces, "xl/workbook.xml", xml.qualified({"sheet": sheet}), {})
    return found


def _list_sheets(parts: _Parts, workbook: str, targets: Mapping[str, str]) -> list[Sheet]:
    found: list[Sheet] = []
    for name, relationship, hidden in _listed(parts.pieces(workbook)):
        part = targets.get(relationship, "")
        if "chartsheets/" not in part.lower() and "dialogsheets/" not in part.lower():
            found.append(Sheet(name, part, hidden))
    if not found:
        raise guard.damaged("工作簿里没有工作表")
    for each in found:
        if each.part not in parts:
            raise guard.damaged(f"工作表“{each.name}”的内容不在文件里")
    if len({each.part.lower() for each in found}) < len(found):
        raise guard.damaged("几张工作表指向同一份内容")
    return found


class _Contents:
    """Reads what the sheets hold: by regular expressions where it is written as usual."""

    def __init__(self, parts: _Parts, dates: frozenset[str], texts: str) -> None:
        self.parts, self.texts = parts, texts
        self.stock = canonical.Stock([], dates)
        self.budget = xml.Budget()

    def read_strings(self, most: int | None) -> None:
        """Read the shared strings; of a part that is not small, the first ``most`` of them."""
        found = None
        if self.parts.small(self.texts):
            found = canonical.read_strings(b"".join(self.parts.pieces(self.texts)))
        if found is not None:
            self.budget.spend(2 * len(found), self.texts)
        elif self.texts in self.parts:
            found = read_strings(self.parts.pieces(self.texts), most, self.budget)
        self.stock = canonical.Stock(found or [], self.stock.dates)

    def read(self, sheet: Sheet, preview: int | None) -> None:
        """Fill a sheet, or its first rows; no more of it than these is unpacked."""
        name, done = sheet.part, False
        if preview is not None or self.parts.small(name):
            start = self.parts.pieces(name, _GLANCE_PIECE if preview is not None else _PIECE)
            content = next(start, b"") if preview is not None else b"".join(start)
            done = canonical.read(sheet, content, self.stock, preview)
        if done:
            self.budget.spend(3 * len(sheet.cells), name)
        else:
            pieces = self.parts.pieces(name, _PIECE if preview is None else _PREVIEW_PIECE)
            strings, dates = self.stock.strings, self.stock.dates
            read_sheet(sheet, pieces, strings, dates, preview, self.budget)


def open_book(
    data: bytes, name: str, wanted: Callable[[Sheet], bool], glanced: frozenset[str]
) -> Book:
    """Read a workbook's populated cells.

    ``name`` is the file's name. A large book is previewed first, and only the sheets that
    ``wanted`` recognises by name or by their first rows are read whole; the others keep their
    first rows. Of the sheets named in ``glanced`` the title is read and little more. Raises
    UnusableWorkbookError (W101–W105).
    """
    parts = _Parts(guard.open_package(data, name))
    workbook = _workbook_part(parts)
    targets = _targets(parts, workbook)
    sheets = _list_sheets(parts, workbook, targets.by_id)
    styles = targets.by_kind.get("styles", _STYLES)
    dates = date_styles(parts.pieces(styles)) if styles in parts else frozenset()
    contents = _Contents(parts, dates, targets.by_kind.get("sharedStrings", _STRINGS))
    chosen = sheets
    if parts.size() >= _LARGE:
        contents.read_strings(_PREVIEW_STRINGS)
        for sheet in sheets:
            contents.read(sheet, _PREVIEW_ROWS)
        chosen = [sheet for sheet in sheets if wanted(sheet)]
    if chosen:
        contents.read_strings(None)
        for sheet in chosen:
            contents.read(sheet, _GLANCE_ROWS if sheet.name in glanced else None)
    return Book(
        sheets,
        macros="xl/vbaproject.bin" in parts,
        external_links=parts.any_under("xl/externallinks/"),
    )
