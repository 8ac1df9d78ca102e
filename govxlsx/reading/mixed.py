"""Tables of another edition in a workbook: a sheet was copied from an earlier template."""

from collections.abc import Iterator, Mapping
from functools import cache

from govxlsx.addresses import position
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.grid import grid
from govxlsx.reading import labels
from govxlsx.text import label_key
from govxlsx.workbook import Sheet


def strangers(sheets: Mapping[str, Sheet], edition: Edition) -> Iterator[tuple[str, Edition]]:
    """Yield the parts whose sheets are whole tables of another edition, with that edition.

    The sheets are given by the key of their part.
    """
    for part in edition.parts:
        sheet = sheets.get(part.key) if part.table else None
        other = _made_on(sheet, edition, part) if sheet is not None else None
        if other is not None:
            yield part.key, other


def _made_on(sheet: Sheet, edition: Edition, part: Part) -> Edition | None:
    """Return the other edition that a sheet's table is of, None where it is of none.

    It bears every label of that one's, none that this edition alone has, and as many rows.
    """
    borne, own = sheet.labels().keys(), _labels(edition.id, part.table)
    for other in editions():
        if other is edition or part.table not in {each.id for each in other.tables}:
            continue
        theirs = _labels(other.id, part.table)
        if theirs != own and theirs <= borne and (own - theirs).isdisjoint(borne):
            found = labels.find(sheet, other, other.part_of_table(part.table))
            if found.area.bottom - found.area.top == _height(other.id, part.table):
                return other
    return None


@cache
def _labels(edition_id: str, table_id: str) -> frozenset[str]:
    boxes = grid(edition_by_id(edition_id), table_id).boxes
    return frozenset(label_key(box.text) for box in boxes if box.text)


@cache
def _height(edition_id: str, table_id: str) -> int:
    places, fields = layout.places(edition_id), edition_by_id(edition_id).fields_of[table_id]
    rows = [position(places[each.id].cell)[0] for each in fields]
    return max(rows) - min(rows)
