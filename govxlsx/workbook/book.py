"""A workbook's sheets in order, with their cells; macros and external links are only noticed.

Source: ECMA-376 Part 1, 18.2 (Workbook).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from govxlsx.stages import Staged, at_one_go
from govxlsx.workbook import canonical, guard, kinds, xml
from govxlsx.workbook.beside import beside
from govxlsx.workbook.cells import Sheet, unescape
from govxlsx.workbook.package import Parts, Targets, targets
from govxlsx.workbook.parsing import read_sheet
from govxlsx.workbook.refusals import damaged
from govxlsx.workbook.remembered import remembered
from govxlsx.workbook.stock import Stock
from govxlsx.workbook.strings import read_strings
from govxlsx.workbook.styles import NO_STYLES, Styles, read_styles

LARGE = 1 << 20
"""From this many bytes on, packed or unpacked, a workbook is large; that of a report has a fifth of
them."""

_PREVIEWED = 4 << 20
"""From this many unpacked bytes on, a book is previewed before it is read."""

_PREVIEW_ROWS = 12
_GLANCE_ROWS = 8
_PREVIEW_STRINGS = 20_000
_PIECE = 1 << 18
_PREVIEW_PIECE = 1 << 12
"""A preview is fed in small pieces: expat goes on to the end of a piece after a Stop."""

_OF_SHEETS = "sheets/_rels/"
"""In this folder stands what sheets are related to; nearly no workbook has it."""

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_OTHER_SHEETS = frozenset(("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"))
"""What else a workbook lists beside worksheets: it has no cells, or none of a form."""

_HIDDEN = frozenset(("hidden", "veryhidden"))


@dataclass(slots=True)
class Book:
    """A workbook as it stands. ``sheets`` are in the clerk's order, without chart sheets.

    ``size`` tells how many bytes of its parts may have been read, unpacked.
    """

    sheets: list[Sheet]
    size: int
    macros: bool
    external_links: bool


def _workbook_part(parts: Parts) -> str:
    """Return the part that lists the sheets; programs put it where they like.

    Raises UnusableWorkbookError (W101, W102, W104).
    """
    related = targets(parts, "")
    place = related.first("officeDocument") or related.first("document") if related else ""
    if place not in parts:
        if _WORKBOOK in parts:
            return _WORKBOOK
        raise kinds.missing_workbook(parts.infos)
    if place.lower() != _WORKBOOK:
        start = b"" if place.lower().endswith(".bin") else next(parts.pieces(place, 1 << 12), b"")
        other = kinds.other_document(place, start)
        if other is not None:
            raise other
    return place


class _Listed(NamedTuple):
    """A sheet as the workbook lists it; ``key`` is the id of its relationship."""

    name: str
    key: str
    hidden: bool


@remembered
def _listed(pieces: Iterable[bytes]) -> tuple[list[_Listed], bool]:
    """Return the sheets, and whether dates count from 1904.

    Of the states of a sheet only the two that are known to hide it do.
    """
    found: list[_Listed] = []
    from_1904 = False

    def properties(attributes: dict[str, str]) -> None:
        nonlocal from_1904
        from_1904 = xml.is_true(attributes.get("date1904", "0"))

    def sheet(attributes: dict[str, str]) -> None:
        key = next((key for key in xml.RELATIONSHIP_ID if key in attributes), "")
        hidden = attributes.get("state", "visible").strip().lower() in _HIDDEN
        name = unescape(attributes.get("name", ""))
        found.append(_Listed(name, attributes.get(key, ""), hidden))

    starts = {"sheet": sheet, "workbookPr": properties}
    xml.parse(pieces, "xl/workbook.xml", xml.qualified(starts), {})
    return found, from_1904


def _list_sheets(parts: Parts, workbook: str, related: Targets) -> list[Sheet]:
    found: list[Sheet] = []
    listed, from_1904 = _listed(parts.pieces(workbook))
    for each in listed:
        kind, part = related.by_id.get(each.key, ("", ""))
        if not each.key or kind in _OTHER_SHEETS or _is_other(part):
            continue  # modules of old programs have no part at all
        if part not in parts:
            raise damaged(f"工作表“{each.name}”的内容不在文件里")
        found.append(Sheet(each.name, part, each.hidden, from_1904=from_1904))
    if not found:
        raise damaged("工作簿里没有工作表")
    if len({each.part.lower() for each in found}) < len(found):
        raise damaged("几张工作表指向同一份内容")
    return found


def _is_other(part: str) -> bool:
    return any(each in part.lower() for each in ("chartsheets/", "dialogsheets/", "macrosheets/"))


class _Contents:
    """Reads what the sheets hold: by regular expressions where it is written as usual."""

    def __init__(self, parts: Parts, styles: Styles, texts: str) -> None:
        self.parts, self.texts = parts, texts
        self.stock = Stock([], styles)
        self.budget = xml.Budget()

    def read_strings(self, most: int | None) -> None:
        """Read the shared strings; of a part that is not small, the first ``most`` of them."""
        found, struck = None, frozenset[int]()
        if self.parts.within(self.texts, canonical.SMALL):
            found = canonical.read_strings(b"".join(self.parts.pieces(self.texts)))
        if found is not None:
            self.budget.spend(2 * len(found), self.texts)
        elif self.texts in self.parts:
            found, struck = read_strings(self.parts.pieces(self.texts), most, self.budget)
        self.stock = Stock(found or [], self.stock.styles, struck)

    def read(self, sheet: Sheet, preview: int | None) -> None:
        """Fill a sheet, or its first rows; no more of it than these is unpacked."""
        name, done = sheet.part, None
        if preview is None and self.parts.within(name, canonical.SMALL):
            done = canonical.read(sheet, b"".join(self.parts.pieces(name)), self.stock)
        if done is not None:
            self.budget.spend(3 * done, name)
            return
        pieces = self.parts.pieces(name, _PIECE if preview is None else _PREVIEW_PIECE)
        read_sheet(sheet, pieces, self.stock, preview, self.budget)


def open_book(
    data: bytes, name: str, wanted: Callable[[Sheet], bool], glanced: frozenset[str]
) -> Book:
    """Read a workbook's populated cells, as ``opening`` does, at one go."""
    return at_one_go(opening(data, name, wanted, glanced))


def opening(
    data: bytes, name: str, wanted: Callable[[Sheet], bool], glanced: frozenset[str]
) -> Staged[Book]:
    """Read a workbook's populated cells, sheet by sheet; a large one at one go.

    ``name`` is the file's name. A large book is previewed first, and only the sheets that
    ``wanted`` recognises by name or by their first rows are read whole; the others keep their
    first rows. Of the sheets named in ``glanced`` the title is read and little more. Raises
    UnusableWorkbookError (W101–W105).
    """
    parts = Parts(guard.open_package(data, name))
    work = _book(parts, wanted, glanced)
    if max(parts.size(), len(data)) >= LARGE:
        return at_one_go(work)
    yield
    return (yield from work)


def _book(parts: Parts, wanted: Callable[[Sheet], bool], glanced: frozenset[str]) -> Staged[Book]:
    workbook = _workbook_part(parts)
    related = targets(parts, workbook)
    if related is None:
        raise damaged("工作簿缺少内部目录")
    sheets = _list_sheets(parts, workbook, related)
    styled = related.first("styles", _STYLES)
    styles = read_styles(parts.pieces(styled)) if styled in parts else NO_STYLES
    contents = _Contents(parts, styles, related.first("sharedStrings", _STRINGS))
    chosen, size = sheets, parts.size()
    if size >= _PREVIEWED:
        contents.read_strings(_PREVIEW_STRINGS)
        for sheet in sheets:
            contents.read(sheet, _PREVIEW_ROWS)
        chosen = [sheet for sheet in sheets if wanted(sheet)]
    yield
    if chosen:
        contents.read_strings(None)
    for sheet in chosen:
        yield
        contents.read(sheet, _GLANCE_ROWS if sheet.name in glanced else None)
    yield
    if parts.any_like(_OF_SHEETS):
        for sheet in chosen:
            sheet.beside = beside(parts, sheet.part, contents.budget)
    return Book(
        sheets,
        size,
        macros=parts.any_like("vbaproject.bin"),
        external_links=parts.any_like("externallinks/"),
    )
