"""A workbook's sheets in order, with their cells; macros and external links are only noticed.

Source: ECMA-376 Part 1, 18.2 (Workbook).
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
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
        self.infos = {info.filename.lower(): info for info in package.infolist()}

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


def _targets(parts: _Parts) -> dict[str, str]:
    """Return the targets of the workbook's relationships by id."""
    targets: dict[str, str] = {}

    def relationship(attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode", "Internal") == "Internal":
            target = attributes.get("Target", "")
            place = target if target.startswith("/") else posixpath.join("xl", target)
            targets[attributes.get("Id", "")] = posixpath.normpath(place).lstrip("/")

    if _RELATIONSHIPS not in parts:
        raise guard.damaged("工作簿缺少内部目录")
    xml.parse(parts.pieces(_RELATIONSHIPS), _RELATIONSHIPS, {_RELATIONSHIP: relationship}, {})
    return targets


def _list_sheets(parts: _Parts) -> list[Sheet]:
    targets = _targets(parts)
    found: list[Sheet] = []

    def sheet(attributes: dict[str, str]) -> None:
        key = next((key for key in xml.RELATIONSHIP_ID if key in attributes), "")
        part = targets.get(attributes.get(key, ""), "")
        if "chartsheets/" not in part.lower() and "dialogsheets/" not in part.lower():
            hidden = attributes.get("state", "visible") != "visible"
            found.append(Sheet(unescape(attributes.get("name", "")), part, hidden))

    xml.parse(parts.pieces(_WORKBOOK), _WORKBOOK, xml.qualified({"sheet": sheet}), {})
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
    sheets = _list_sheets(parts)
    dates = date_styles(parts.pieces(_STYLES)) if _STYLES in parts else frozenset()
    shared = _STRINGS in parts
    chosen = sheets
    if parts.size() >= _LARGE:
        strings = read_strings(parts.pieces(_STRINGS), _PREVIEW_STRINGS) if shared else []
        for sheet in sheets:
            read_sheet(sheet, parts.small_pieces(sheet.part), strings, dates, _PREVIEW_ROWS)
        chosen = [sheet for sheet in sheets if wanted(sheet)]
    if chosen:
        strings = read_strings(parts.pieces(_STRINGS)) if shared else []
        for sheet in chosen:
            if sheet.name in glanced:
                pieces = parts.small_pieces(sheet.part)
                read_sheet(sheet, pieces, strings, dates, _GLANCE_ROWS)
            else:
                read_sheet(sheet, parts.pieces(sheet.part), strings, dates)
    return Book(
        sheets,
        macros="xl/vbaproject.bin" in parts,
        external_links=parts.any_under("xl/externallinks/"),
    )
