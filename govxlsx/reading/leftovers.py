"""What is in a workbook beside the form: unread cells, hidden content, merged figures, macros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache

from govxlsx.addresses import Area, Position, address, areas_text
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition
from govxlsx.form.guidance import guidance
from govxlsx.patterns import regex
from govxlsx.reading import own
from govxlsx.reading.comments import notes
from govxlsx.reading.prose import Words, is_covered, is_hidden
from govxlsx.reading.sheets import FormSheets
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened, trim
from govxlsx.workbook import BesideKind, Book, CellKind, Sheet

_MOST = 200
_FAR = (1000, 100)
"""From this row or column on, even a space is told of: it makes the sheet endless in print."""
_KINDS = {
    BesideKind.TEXT_BOX: "文本框",
    BesideKind.PICTURE: "图片",
    BesideKind.CHART: "图表",
    BesideKind.OBJECT: "嵌入的对象",
    BesideKind.COMMENT: "批注",
}

_CODE = regex(r'&(?:"[^"]*"|[0-9]{1,3}|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[A-Za-z&])')
"""The codes of headers and footers: faces, sizes, colours, page numbers, dates, places."""

_PAGE = regex(r"第|页|共|Page|page|of|[0-9\s,，/／.。|()（）—–-]")
"""What stands around the number of a page."""

_ALIKE = 0.6
"""The share of its words by which the guidance of an earlier template is known."""

_COMPARED = 500
"""So many cells of a sheet are compared with the template's words; it has fewer of its own."""

_MADE = (layout.RESULTS, layout.SHARES)
"""Sheets of this program with nothing of the agency's; what stands in them is not looked at."""


def remarks(
    book: Book, bound: FormSheets, edition: Edition, words: Mapping[str, Words]
) -> Iterator[Remark]:
    """Yield a remark for each sheet with unread or hidden content, for macros and for links."""
    for name, sheet in bound.sheets.items():
        if name in _MADE:
            continue
        used = words[name].used | {bound.titles[name]} if name in bound.titles else words[name].used
        unread = _unread(sheet, edition.id, name, used)
        covered = {at for at in unread if is_covered(sheet, at)}
        yield from _cells(Notice.HIDDEN, sheet, _hidden(sheet, covered))
        yield from _cells(Notice.UNSEEN, sheet, sorted(words[name].unseen))
        if sheet.beside:
            yield from _beside(sheet)
        if sheet.margins:
            yield from _margins(sheet)
        if not sheet.hidden:
            seen = (at for at in unread if at not in covered and not is_hidden(sheet, at))
            yield from _cells(Notice.UNREAD, sheet, list(seen))
    for sheet in bound.others:
        notice = Notice.HIDDEN if sheet.hidden else Notice.UNREAD
        yield from _cells(notice, sheet, _populated(sheet, sheet.cells))
        yield from _beside(sheet)
    if book.macros:
        yield Remark(Notice.MACROS)
    if book.external_links:
        yield Remark(Notice.LINKS)


def _unread(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the cells that were not used and do not say what the template says."""
    texts, told = sheet.lettering().texts, _told(edition_id, name)
    return [
        at
        for number, at in enumerate(
            sheet.judged((edition_id, name), lambda: _rest(sheet, edition_id, name, used))
        )
        if number >= _COMPARED or not _is_told(texts.get(at) or sheet.cells[at].text, told)
    ]


def _rest(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the populated cells that were not used, in order."""
    if name in (layout.GUIDE, layout.CONTROL):
        used = own.cells(sheet, edition_id, name)
    return _populated(sheet, sheet.cells.keys() - used)


def _is_told(text: str, told: frozenset[str]) -> bool:
    """Tell whether a text is one of the template's own."""
    return text in told or any(_alike(text, each) for each in told)


def _populated(sheet: Sheet, positions: Iterable[Position]) -> list[Position]:
    """Return the positions at which there is more than white space, in order."""
    given = ((at, sheet.cells[at]) for at in positions)
    return sorted(
        at
        for at, cell in given
        if cell.kind is not CellKind.TEXT
        or trim(cell.text)
        or cell.formula
        or at[0] >= _FAR[0]
        or at[1] >= _FAR[1]
    )


def _beside(sheet: Sheet) -> Iterator[Remark]:
    """Remark upon what lies over the cells, and upon comments that hold text: nobody reads them."""
    lying = [each for each in sheet.beside if each.kind is not BesideKind.COMMENT]
    for notice, found in ((Notice.BESIDE, lying), (Notice.COMMENTS, notes(sheet.beside))):
        if found:
            cells = tuple(address(*each.at) for each in found[:_MOST])
            kinds = "、".join(dict.fromkeys(_KINDS[each.kind] for each in found))
            said = "；".join(f"“{shortened(each.text)}”" for each in found if trim(each.text))
            words = {
                "kinds": kinds,
                "count": str(len(found)),
                "said": f"，写着{said}" if said else "",
            }
            words["areas"] = areas_text(each.at for each in found[:_MOST])
            yield Remark(notice, sheet.name, cells, words=words)


def _margins(sheet: Sheet) -> Iterator[Remark]:
    """Remark upon words in the headers and footers of a sheet; the number of a page is none."""
    found = list(dict.fromkeys(filter(None, map(_margin_words, sheet.margins))))
    if found:
        said = "；".join(f"“{shortened(each)}”" for each in found)
        words = {"kinds": "页眉或页脚", "count": str(len(found)), "said": f"，写着{said}"}
        yield Remark(Notice.BESIDE, sheet.name, ("A1",), words={**words, "areas": "A1"})


@lru_cache(maxsize=64)
def _margin_words(stored: str) -> str:
    return trim(_PAGE.sub("", _CODE.sub("", stored)))


@cache
def _told(edition_id: str, key: str) -> frozenset[str]:
    """Return the template's own words on a sheet beside labels: guidance, headings, hints."""
    if key in (layout.GUIDE, layout.CONTROL):
        return own.words(edition_id, key)
    words = [guidance(edition_id, key)]
    if key == layout.BASICS:
        words += (entry.hint for entry in layout.ENTRIES)
        words += (layout.VALUE_LABEL, "项目", "填写说明", "说明")
    return frozenset(filter(None, words))


@lru_cache(maxsize=512)
def _alike(text: str, template: str) -> bool:
    """Tell whether a text is one of the template's own, as this or an earlier template has it.

    One to which words were added is not.
    """
    added = template in text and len(trim(text)) > len(template) + 1
    if added or not len(template) / 2 < len(text) < len(template) * 2:
        return False
    matcher = SequenceMatcher(None, text, template, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _cells(notice: Notice, sheet: Sheet, cells: list[Position]) -> list[Remark]:
    if not cells:
        return []
    words = {"areas": areas_text(cells[:5000]), "count": str(len(cells))}
    addresses = tuple(address(*at) for at in cells[:_MOST])
    return [Remark(notice, sheet.name, addresses, words=words)]


def _hidden(sheet: Sheet, covered: set[Position]) -> list[Position]:
    """Return what is not seen: hidden itself, or ``covered`` by a merged cell and unread."""
    hidden: Iterable[Position] = covered
    if sheet.hidden:
        hidden = sheet.cells
    elif sheet.hidden_rows or sheet.hidden_columns:
        hidden = {*covered, *(at for at in sheet.cells if is_hidden(sheet, at))}
    return _populated(sheet, hidden) if hidden else []


def merged(
    sheet: Sheet, figures: Mapping[Position, str], area: Area
) -> tuple[set[str], list[Remark]]:
    """Return the figures whose cell is swallowed by a merged one, and a remark for each merge.

    ``figures`` has their ids by position, ``area`` is what they span.
    """
    covered: set[str] = set()
    found: list[Remark] = []
    for merge in sheet.merges:
        top, left, bottom, right = merge
        if top > area.bottom or left > area.right or bottom < area.top or right < area.left:
            continue
        if len(found) >= _MOST:
            break  # overlapping without end; no spreadsheet writes that
        inside = sorted(at for at in figures if top <= at[0] <= bottom and left <= at[1] <= right)
        swallowed = [figures[at] for at in inside if at != (top, left)]
        if swallowed:
            covered.update(swallowed)
            cells = tuple(address(*at) for at in inside)
            fields = tuple(figures[at] for at in inside)
            words = {"area": merge.reference()}
            found.append(Remark(Notice.MERGED, sheet.name, cells, fields, words))
    return covered, found
