"""One table of the form: where its sheet has the figures, what they are, what is odd about them.

Sheets that differ in nothing but plain numbers have one plan: it is made once for all of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from govxlsx.addresses import Place, Position, address, areas_text
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.editions.tables import Field
from govxlsx.reading import (
    carried_off,
    displaced,
    figures,
    labels,
    merged,
    missing,
    prose,
    relabelled,
    shifted,
    shown,
    sums,
)
from govxlsx.reading.search import Located
from govxlsx.report.figure import Figure, State
from govxlsx.report.model import Notice, Remark
from govxlsx.text import shortened
from govxlsx.workbook import Sheet

_NAMED = 3
_SUBTOTALS = ("小计", "合计", "分项合计", "小计:")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is read of a table but for plain numbers, and where these stand.

    ``figures`` are read, by field id; ``numbered`` are to be: each with its place among the sheet's
    ``numbers``, its address, and whether the cell has a formula. ``totals`` has the parts of those
    totals that are the template's own sums. ``used`` are the cells that are accounted for,
    ``unseen`` those of figures that nobody sees, ``note`` is the first cell beside the label of the
    notes. ``formats`` are the number formats that may show a figure as another,
    ``wider`` those of the totals that add a column which the form does not have.
    """

    figures: Mapping[str, Figure]
    numbered: tuple[tuple[Field, int, Place, bool], ...]
    totals: Mapping[str, tuple[str, ...]]
    remarks: tuple[Remark, ...]
    used: frozenset[Position]
    unseen: tuple[Position, ...]
    note: Position | None
    formats: tuple[tuple[Field, str], ...]
    wider: frozenset[str]


def plan(sheet: Sheet, edition: Edition, part: Part) -> Plan:
    """Find a part's table in its sheet."""
    return sheet.judged((edition.id, part.table, sheet.name), lambda: _plan(sheet, edition, part))


def read(sheet: Sheet, table: Plan) -> dict[str, Figure]:
    """Return the figures of a table that were found, by field id."""
    numbers, figure = sheet.numbers or (), figures.of_number
    found = dict(table.figures)
    for field, place, at, calculated in table.numbered:
        found[field.id] = figure(numbers[place], field, at, calculated)
    return found


def shown_otherwise(table: Plan, found: dict[str, Figure], sheet: str) -> Iterator[Remark]:
    """Yield the remark upon figures that are shown as other numbers."""
    told = dict(shown.otherwise(table.formats, found)) if table.formats else {}
    if told:
        codes = {code for field, code in table.formats if field.id in told}
        fields = [field.id for field, code in table.formats if code in codes]
        placed = {each: at for each in fields if (at := found[each].at) and found[each].text}
        cells = tuple(at.cell for at in placed.values())
        first, words = next(iter(told.items()))
        yield Remark(
            Notice.SHOWN_OTHERWISE, sheet, cells, tuple(placed), {"shown": words, "first": first}
        )


def aside(
    sheet: str, edition: Edition, part: Part, table: Plan, found: Mapping[str, Figure]
) -> Remark | None:
    """Return the remark upon figures that the sums prove to stand aside, None where none does.

    Where no cell is blank, none was deleted or inserted.
    """
    if any(each.notice is Notice.MOVED for each in table.remarks):
        remark = relabelled.relabelled(sheet, edition, part.table, found, table.totals)
        if remark is not None:
            return remark
    if all(figure.state is not State.BLANK for figure in table.figures.values()):
        return None
    return displaced.displaced(edition, part.table, found, table.totals)


def beside(table: Plan, aside: Remark) -> Iterator[Remark]:
    """Yield the remarks upon a table of which some figures stand aside.

    It is not told that these were found elsewhere than in the template.
    """
    gone = {*aside.fields}
    yield from (
        each
        for each in table.remarks
        if each.notice is not Notice.MOVED or not gone >= {*each.fields}
    )
    yield aside


def _plan(sheet: Sheet, edition: Edition, part: Part) -> Plan:
    found = labels.find(sheet, edition, part)
    found = carried_off.without_carried_off(sheet, edition, part, found)
    found = shifted.without_shifted(sheet, edition, found)
    covered, joined = merged.merged(sheet, found.figures, found.area)
    plain = sheet.lettering().numbers if sheet.numbers is not None else ()
    places, cells = {at: place for place, at in enumerate(plain)}, sheet.cells
    known: dict[str, Figure] = {}
    numbered: list[tuple[Field, int, Place, bool]] = []
    formulas: dict[str, str] = {}
    formats: list[tuple[Field, str]] = []
    for field, at, place in _spots(edition.id, found, sheet.name):
        if field.id in covered:
            continue
        cell = cells.get(at)
        if cell is not None and at in places:
            numbered.append((field, places[at], place, cell.formula is not None))
        else:
            known[field.id] = figures.of_cell(cell, field, place)
        if cell is not None and cell.formula:
            formulas[field.id] = cell.formula
        if cell is not None and cell.format and shown.is_suspect(cell.format):
            formats.append((field, cell.format))
    odd = [at for at in sorted(found.figures) if at in cells and any(cells[at][-2:])]
    struck = _struck(sheet, found, [at for at in odd if cells[at].struck])
    note = prose.right_of(sheet, found.note)
    totals = sums.totals(edition.id, found, formulas, _subtotals(sheet, found))
    return Plan(
        known,
        tuple(numbered),
        totals,
        (*missing.together(found.remarks), *joined, *_moved(edition, sheet.name, found), *struck),
        frozenset(found.labels | found.figures.keys()),
        tuple(at for at in odd if cells[at].unseen),
        note if note not in found.labels else None,
        tuple(formats),
        sums.wider(found, formulas, totals),
    )


@lru_cache(maxsize=64)
def _spots(
    edition_id: str, found: Located, sheet: str
) -> tuple[tuple[Field, Position, Place], ...]:
    """Return the figures of a table that were found, each with its position and its address."""
    fields = edition_by_id(edition_id).field_by_id
    return tuple(
        (fields[field_id], at, Place(sheet, address(*at))) for field_id, at in found.fields.items()
    )


def _subtotals(sheet: Sheet, found: Located) -> frozenset[int]:
    """Return the rows within a table that sum up some of its rows, and are none of the form's."""
    places = (at for word in _SUBTOTALS for at in sheet.labels().get(word, ()))
    rows = {row for row, _ in found.figures}
    return frozenset(row for row, column in places if row not in rows and column < found.area.left)


def _struck(sheet: Sheet, found: Located, struck: list[Position]) -> list[Remark]:
    """Remark upon figures that are struck out, or have digits that are."""
    if not struck:
        return []
    said = "”、“".join(shortened(sheet.cells[at].text) for at in struck[:_NAMED])
    words = {"name": "表里的数字", "cell": areas_text(struck), "raw": said}
    fields = tuple(found.figures[at] for at in struck)
    cells = tuple(address(*at) for at in struck)
    return [Remark(Notice.STRUCK, sheet.name, cells, fields, words)]


def _moved(edition: Edition, sheet: str, found: Located) -> list[Remark]:
    """Remark upon figures that stand elsewhere than in the template."""
    if not found.moved:
        return []
    fields, cells = zip(*found.moved, strict=True)
    template = layout.places(edition.id)[fields[0]].cell
    words = {"count": str(len(cells)), "from": template, "to": cells[0]}
    return [Remark(Notice.MOVED, sheet, cells, fields, words)]
