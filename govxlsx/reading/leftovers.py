"""What is in a workbook beside the form: unread cells, hidden content, merged figures, macros."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache

from govxlsx.addresses import Area, Place, Position, address, areas_text, position
from govxlsx.form import layout
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field
from govxlsx.form.guidance import guidance
from govxlsx.patterns import regex
from govxlsx.reading import own, prose, signatures, unread_cells
from govxlsx.reading.comments import notes
from govxlsx.reading.prose import Words, is_covered, is_hidden
from govxlsx.reading.sheets import FormSheets
from govxlsx.reading.unread_cells import Remarked
from govxlsx.report.figure import Figure
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened, trim
from govxlsx.workbook import BesideKind, Book, CellKind, Sheet

_MOST = 200
_NAMED, _QUOTED = 12, 3
"""So many merged areas are named, and so many of the texts in them quoted."""

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

_UNREAD_SHEETS = (layout.GUIDE, layout.CONTROL)
"""Sheets of the form of which nothing is read."""

_MADE = (layout.RESULTS, layout.SHARES)
"""Sheets of this program with nothing of the agency's; what stands in them is not looked at."""


def remarks(
    book: Book,
    bound: FormSheets,
    edition: Edition,
    words: Mapping[str, Words],
    figures: Mapping[str, Figure],
    doubtful: Collection[str],
) -> Iterator[Remark]:
    """Yield remarks upon unread or hidden content, sheet by sheet, upon macros and upon links.

    ``doubtful`` are the sheets in which labels were not found, or found twice.
    """
    tables = {part.key: part.table for part in edition.parts if part.table}
    hidden: list[Remarked] = []
    signed: list[Remarked] = []
    for name, sheet in bound.sheets.items():
        if name in _MADE:
            continue
        used = words[name].used | {bound.titles[name]} if name in bound.titles else words[name].used
        unread = _unread(sheet, edition.id, name, used)
        covered = {at for at in unread if is_covered(sheet, at)}
        fields = edition.fields_of[tables[name]] if name in tables else ()
        if not sheet.hidden:
            what = unread_cells.hidden_kind(sheet, name in tables, covered)
            read = (figures[each.id].at for each in fields)
            concealed = _concealed(sheet, name, covered, used, read)
            yield from unread_cells.of_cells(Notice.HIDDEN, sheet, concealed, **what)
        elif name not in _UNREAD_SHEETS:
            if cells := _populated(sheet, sheet.cells):
                hidden.append((sheet, cells))
        elif unread:
            yield from unread_cells.hidden_sheets([(sheet, unread)], read=False)
        yield from unread_cells.of_cells(Notice.UNSEEN, sheet, sorted(words[name].unseen))
        if sheet.beside:
            yield from _beside(sheet)
        if sheet.margins:
            yield from _margins(sheet)
        seen = [at for at in unread if at not in covered and not is_hidden(sheet, at)]
        if seen and not sheet.hidden:
            lines = signatures.of(sheet, seen)
            signed += [(sheet, lines)] if lines else []
            seen = [at for at in seen if at not in lines]
            lost = _lost(edition, fields, seen, figures) if sheet.name in doubtful else []
            rows = unread_cells.own_rows(sheet, seen, used, (figures[one.id] for one in fields))
            yield from unread_cells.of_sheet(sheet, seen, rows, lost, words[name].levels)
    yield from unread_cells.signatures(signed)
    yield from unread_cells.hidden_sheets(hidden, read=True)
    yield from _others(bound, edition)
    if layout.RESULTS in bound.sheets:
        name = bound.sheets[layout.RESULTS].name
        yield Remark(Notice.COPY, name, words={"name": name})
    if book.macros:
        yield Remark(Notice.MACROS)
    if book.external_links:
        yield Remark(Notice.LINKS)


def _others(bound: FormSheets, edition: Edition) -> Iterator[Remark]:
    """Yield remarks upon sheets that are none of the form's; copies of its instructions are."""
    held = [(each, _strange(each, edition.id)) for each in bound.others if not _is_kept(each)]
    filled = [(sheet, cells) for sheet, cells in held if cells]
    hidden = [each for each in filled if each[0].hidden]
    yield from unread_cells.hidden_sheets(hidden, read=False)
    seen = [each for each in filled if not each[0].hidden]
    yield from unread_cells.strange_sheets(seen, bound.sheets.values())
    for sheet in bound.others:
        yield from _beside(sheet)


def _is_kept(sheet: Sheet) -> bool:
    """Tell whether a sheet is one that WPS hides in a workbook for the pictures of its cells."""
    return sheet.hidden and sheet.name.startswith("WpsReserved_")


def _strange(sheet: Sheet, edition_id: str) -> list[Position]:
    """Return the populated cells of a sheet that say nothing of the template's instructions."""
    cells = _populated(sheet, sheet.cells)
    for key in _UNREAD_SHEETS:
        known = own.cells(sheet, edition_id, key) if len(cells) < _COMPARED else set[Position]()
        if 2 * len(known) > len(cells):
            return [at for at in cells if at not in known]
    return cells


def _unread(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the cells that were not used and do not say what the template says."""
    texts, told = sheet.lettering().texts, _told(name)
    return [
        at
        for number, at in enumerate(
            sheet.judged((edition_id, name), lambda: _rest(sheet, edition_id, name, used))
        )
        if number >= _COMPARED or not _is_told(texts.get(at) or sheet.cells[at].text, told)
    ]


def _rest(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the populated cells that were not used, in order."""
    if name in _UNREAD_SHEETS:
        used = set[Position]().union(*(own.cells(sheet, each.id, name) for each in editions()))
    return _populated(sheet, sheet.cells.keys() - used)


def _lost(
    edition: Edition, fields: Iterable[Field], cells: list[Position], figures: Mapping[str, Figure]
) -> list[Position]:
    """Return the cells within a table; where a figure was not found, it is where it belongs."""
    belongs = layout.places(edition.id)
    places = [position((figures[each.id].at or belongs[each.id]).cell) for each in fields]
    bottom, right = (max(each) for each in zip(*places, strict=True)) if places else (-1, -1)
    return [at for at in cells if layout.TABLE_TOP <= at[0] <= bottom and at[1] <= right]


def _said(sheet: Sheet, name: str, cells: Iterable[Position]) -> set[Position]:
    """Return the cells that say what the template says on its sheet beside labels."""
    texts, told = sheet.lettering().texts, _told(name)
    return {at for at in cells if at in texts and _is_told(texts[at], told)}


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
def _told(key: str) -> frozenset[str]:
    """Return what templates say on a sheet beside labels: guidance, headings, hints."""
    if key in _UNREAD_SHEETS:
        return frozenset().union(*(own.words(each.id, key) for each in editions()))
    words = [guidance(each.id, key) for each in editions()]
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


def _concealed(
    sheet: Sheet,
    name: str,
    covered: set[Position],
    used: set[Position],
    read: Iterable[Place | None],
) -> list[Position]:
    """Return what is not seen: in a hidden line, or ``covered`` by a merged cell and unread.

    It is nothing where it is the template's own words: ``used`` as labels and not ``read`` as
    figures, or guidance.
    """
    hidden: Iterable[Position] = covered
    if sheet.hidden_rows or sheet.hidden_columns:
        hidden = {*covered, *(at for at in sheet.cells if is_hidden(sheet, at))}
    found = _populated(sheet, hidden) if hidden else []
    if not found:
        return []
    figures = {position(at.cell) for at in read if at is not None}
    own = used - figures | _said(sheet, name, found)
    return found if set(found) - own else []


def merged(
    sheet: Sheet, figures: Mapping[Position, str], area: Area
) -> tuple[set[str], list[Remark]]:
    """Return the figures that stand in merged cells with others, and a remark upon all of them.

    ``figures`` has their ids by position, ``area`` is what they span. What stands in such a cell is
    the figure of none of them, not even of the first.
    """
    covered: dict[Position, str] = {}
    areas: list[str] = []
    held: dict[str, None] = {}
    for merge in sheet.merges:
        top, left, bottom, right = merge
        if top > area.bottom or left > area.right or bottom < area.top or right < area.left:
            continue
        if len(areas) >= _MOST:
            break  # overlapping without end; no spreadsheet writes that
        inside = [at for at in figures if top <= at[0] <= bottom and left <= at[1] <= right]
        if any(at != (top, left) for at in inside):
            covered |= {at: figures[at] for at in inside}
            areas.append(merge.reference())
            if text := prose.text_at(sheet, (top, left)):
                held[f"“{shortened(text)}”"] = None
    if not areas:
        return set(), []
    more = f" 等 {len(areas)} 处" if len(areas) > _NAMED else ""
    words = {
        "area": "、".join(areas[:_NAMED]) + more,
        "held": f"（写着{'、'.join([*held][:_QUOTED])}{'等' if len(held) > _QUOTED else ''}）"
        if held
        else "",
    }
    order = sorted(covered)
    cells = tuple(address(*at) for at in order)
    fields = tuple(covered[at] for at in order)
    return set(fields), [Remark(Notice.MERGED, sheet.name, cells, fields, words)]
