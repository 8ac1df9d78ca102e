"""A workbook's sheets in order, with their cells; macros and external links are only noticed.

Source: ECMA-376 Part 1, 18.2 (Workbook).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from govxlsx.workbook import guard, xml
from govxlsx.workbook.cells import Sheet, read_sheet, unescape
from govxlsx.workbook.strings import read_strings
from govxlsx.workbook.styles import date_styles

_LARGE = 4 << 20
"""From this many unpacked bytes on, a book is previewed before it is read."""

_PREVIEW_ROWS = 12
_GLANCE_ROWS = 8
_PREVIEW_STRINGS = 20_000
_PREVIEW_PIECE = 1 << 12
"""A preview is fed in small pieces: expat goes on to the end of a piece after a Stop."""

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

    def pieces(self, name: str) -> Iterator[bytes]:
        return guard.chunks(self.package, self.infos[name.lower()].filename)

    def small_pieces(self, name: str) -> Iterator[bytes]:
        return guard.chunks(self.package, self.infos[name.lower()].filename, _PREVIEW_PIECE)

    def size(self) -> int:
        return sum(info.file_size for name, info in self.infos.items() if name.endswith(".xml"))

    def any_under(self, folder: str) -> bool:
        return any(name.startswith(folder) for name in self.infos)


@dataclass(slots=True)
class _Targets:
    """The parts that a part is related to, by the relationship's id and by its kind."""

    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)


def _targets(parts: _Parts, owner: str) -> _Targets:
    """Return what a part is related to; ``owner`` "" stands for the package itself."""
    targets = _Targets()
    folder, name = posixpath.split(owner)
    place = posixpath.join(folder, "_rels", f"{name}.rels")

    def relationship(attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode", "Internal") == "Internal":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = posixpath.basename(attributes.get("Type", ""))
            targets.by_id[attributes.get("Id", "")] = target.lstrip("/")
            targets.by_kind.setdefault(kind, target.lstrip("/"))

    if place not in parts:
        raise guard.damaged("工作簿缺少内部目录")
    xml.parse(parts.pieces(place), place, {_RELATIONSHIP: relationship}, {})
    return targets


def _workbook_part(parts: _Parts) -> str:
    """Return the part that lists the sheets; some programs give it a name of their own."""
    if _WORKBOOK in parts:
        return _WORKBOOK
    place = _targets(parts, "").by_kind.get("officeDocument", "")
    if place not in parts:
        raise guard.damaged("工作簿里没有 xl/workbook.xml")
    return place


def _list_sheets(parts: _Parts, workbook: str, targets: Mapping[str, str]) -> list[Sheet]:
    found: list[Sheet] = []

    def sheet(attributes: dict[str, str]) -> None:
        key = next((key for key in xml.RELATIONSHIP_ID if key in attributes), "")
        part = targets.get(attributes.get(key, ""), "")
        if "chartsheets/" not in part.lower() and "dialogsheets/" not in part.lower():
            hidden = attributes.get("state", "visible") != "visible"
            found.append(Sheet(unescape(attributes.get("name", "")), part, hidden))

    xml.parse(parts.pieces(workbook), workbook, xml.qualified({"sheet": sheet}), {})
    if not found:
        raise guard.damaged("工作簿里没有工作表")
    for each in found:
        if each.part not in parts:
            raise guard.damaged(f"工作表“{each.name}”的内容不在文件里")
    if len({each.part.lower() for each in found}) < len(found):
        raise guard.damaged("几张工作表指向同一份内容")
    return found


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
    texts = targets.by_kind.get("sharedStrings", _STRINGS)
    shared = texts in parts
    chosen, budget = sheets, xml.Budget()
    if parts.size() >= _LARGE:
        strings = read_strings(parts.pieces(texts), _PREVIEW_STRINGS, budget) if shared else []
        for sheet in sheets:
            read_sheet(sheet, parts.small_pieces(sheet.part), strings, dates, _PREVIEW_ROWS, budget)
        chosen = [sheet for sheet in sheets if wanted(sheet)]
    if chosen:
        strings = read_strings(parts.pieces(texts), None, budget) if shared else []
        for sheet in chosen:
            if sheet.name in glanced:
                pieces = parts.small_pieces(sheet.part)
                read_sheet(sheet, pieces, strings, dates, _GLANCE_ROWS, budget)
            else:
                read_sheet(sheet, parts.pieces(sheet.part), strings, dates, None, budget)
    return Book(
        sheets,
        macros="xl/vbaproject.bin" in parts,
        external_links=parts.any_under("xl/externallinks/"),
    )
