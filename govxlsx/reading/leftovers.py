"""What is in a workbook beside the form: unread cells, hidden content, sheets, macros, links."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from govxlsx.addresses import Position, position
from govxlsx.form import layout
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field
from govxlsx.reading import beside, own, signatures, unread_cells
from govxlsx.reading.prose import Words, is_covered, is_hidden
from govxlsx.reading.sheets import FormSheets, titled
from govxlsx.reading.unread_cells import Remarked
from govxlsx.report.figure import Figure
from govxlsx.report.model import Notice, Remark
from govxlsx.text import trim
from govxlsx.workbook import Book, CellKind, Sheet

_FAR = (1000, 100)
"""From this row or column on, even a space is told of: it makes the sheet endless in print."""

_COMPARED = 500
"""So many cells of a sheet are compared with the template's words; it has fewer of its own."""

_MADE = (layout.RESULTS, layout.SHARES)
"""Sheets of this program with nothing of the agency's; what stands in them is not looked at."""


def remarks(
    book: Book,
    bound: FormSheets,
    edition: Edition,
    words: Mapping[str, Words],
    figures: Mapping[str, Figure],
    doubtful: Collection[str],
    year: int | None,
) -> Iterator[Remark]:
    """Yield remarks upon unread or hidden content, sheet by sheet, upon macros and upon links.

    ``doubtful`` are the sheets in which labels were not found, or found twice; a title may tell
    the ``year`` of the report.
    """
    tables = {part.key: part.table for part in edition.parts if part.table}
    hidden: list[Remarked] = []
    signed: list[Remarked] = []
    for name, sheet in bound.sheets.items():
        if name in _MADE:
            continue
        used = words[name].used | {bound.titles[name]} if name in bound.titles else words[name].used
        unread = _unread(sheet, edition.id, name, used)
        unread = [at for at in unread if at[0] or not _is_title(sheet.cells[at].text, name, year)]
        covered = {at for at in unread if is_covered(sheet, at)}
        fields = edition.fields_of[tables[name]] if name in tables else ()
        if not sheet.hidden:
            yield from _concealed(sheet, name, covered, used, fields, figures)
        elif name not in own.UNREAD:
            if cells := _populated(sheet, sheet.cells):
                hidden.append((sheet, cells))
        elif unread:
            yield from unread_cells.hidden_sheets([(sheet, unread)], read=False)
        yield from unread_cells.of_cells(Notice.UNSEEN, sheet, sorted(words[name].unseen))
        if sheet.beside:
            yield from beside.over(sheet)
        if sheet.margins:
            yield from beside.margins(sheet)
        seen = [at for at in unread if at not in covered and not is_hidden(sheet, at)]
        if seen and not sheet.hidden:
            signs = signatures.of(sheet, seen)
            signed += [(sheet, signs)] if signs else []
            seen = [at for at in seen if at not in signs]
            lost = _lost(edition, fields, seen, figures) if sheet.name in doubtful else []
            lines = unread_cells.own_lines(seen, used, (figures[each.id] for each in fields))
            yield from unread_cells.of_sheet(sheet, seen, lines, lost, words[name].levels)
    yield from unread_cells.signatures(signed)
    yield from unread_cells.hidden_sheets(hidden, read=True)
    yield from _others(bound, edition)
    yield from _of_book(book, bound)


def _of_book(book: Book, bound: FormSheets) -> Iterator[Remark]:
    """Yield remarks upon a workbook as a whole: an annotated copy, macros, links."""
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
        yield from beside.over(sheet)


def _is_kept(sheet: Sheet) -> bool:
    """Tell whether a sheet is one that WPS hides in a workbook for the pictures of its cells."""
    return sheet.hidden and sheet.name.startswith("WpsReserved_")


def _strange(sheet: Sheet, edition_id: str) -> list[Position]:
    """Return the populated cells of a sheet that say nothing of the template's instructions."""
    cells = _populated(sheet, sheet.cells)
    for key in own.UNREAD:
        known = own.cells(sheet, edition_id, key) if len(cells) < _COMPARED else set[Position]()
        if 2 * len(known) > len(cells):
            return [at for at in cells if at not in known]
    return cells


def _unread(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the cells that were not used and do not say what the template says."""
    texts, told = sheet.lettering().texts, own.told(name)
    return [
        at
        for number, at in enumerate(
            sheet.judged((edition_id, name), lambda: _rest(sheet, edition_id, name, used))
        )
        if number >= _COMPARED or not own.is_told(texts.get(at) or sheet.cells[at].text, told)
    ]


def _is_title(text: str, key: str, year: int | None) -> bool:
    """Tell whether a text is the title of a sheet and the year of the report."""
    return titled(re.sub(rf"[（(]?{year} *年度?[）)]?", "", text)) == key


def _rest(sheet: Sheet, edition_id: str, name: str, used: set[Position]) -> list[Position]:
    """Return the populated cells that were not used, in order."""
    if name in own.UNREAD:
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


def _concealed(
    sheet: Sheet,
    name: str,
    covered: set[Position],
    used: set[Position],
    fields: Collection[Field],
    figures: Mapping[str, Figure],
) -> list[Remark]:
    """Remark upon what is not seen: in a hidden line, or ``covered`` by a merged cell and unread.

    It is nothing where it is the template's own words: ``used`` as labels and not as figures of the
    ``fields``, or guidance.
    """
    hidden: Iterable[Position] = covered
    if sheet.hidden_rows or sheet.hidden_columns:
        hidden = {*covered, *(at for at in sheet.cells if is_hidden(sheet, at))}
    found = _populated(sheet, hidden) if hidden else []
    if not found:
        return []
    places = (figures[each.id].at for each in fields)
    read = {position(at.cell) for at in places if at is not None}
    templates = used - read | own.said(sheet, name, found)
    if set(found) <= templates:
        return []
    what = unread_cells.hidden_kind(sheet, bool(fields), covered)
    return unread_cells.of_cells(Notice.HIDDEN, sheet, found, **what)
