"""Labels that were moved while their figures stayed: the sums hold as soon as these are put back.

A cut label pasted into another row takes no figure along: what is read by the labels is then in
the row of another, and every sum that holds it is broken.
"""

from collections.abc import Mapping

from govxlsx.addresses import Position, address, areas_text, position
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition
from govxlsx.reading.search import quoted
from govxlsx.reading.sums import and_totals, gap, of_table
from govxlsx.report.figure import Figure
from govxlsx.report.model import Notice, Remark

_LABELS = {
    True: {"what": "列", "against": "表头的列", "moved": "表头单独移动"},
    False: {"what": "行", "against": "行名的行", "moved": "行名单独移动"},
}
_PROOF = 2
"""One sum alone may hold by chance."""


def relabelled(
    sheet: str,
    edition: Edition,
    table_id: str,
    figures: Mapping[str, Figure],
    own: Mapping[str, tuple[str, ...]],
) -> Remark | None:
    """Return a remark upon figures whose labels alone were moved, None where none were.

    Its ``fields`` are all that cannot be read for it. ``own`` has the parts of totals that are the
    template's own sums, ``sheet`` is the name of the sheet.
    """
    stands = {each: position(at.cell) for each, one in figures.items() if (at := one.at)}
    meant = _as_in_template(edition, stands)
    moved = [each for each, at in meant.items() if at != stands[each]]
    held = {at: each for each, at in stands.items()}
    if not moved or not held.keys() >= {*meant.values()}:
        return None
    read = {each: one.value or 0 for each, one in figures.items() if one.readable}
    back = {each: read[held[at]] for each, at in meant.items() if held[at] in read}
    sums = [
        one
        for one in of_table(edition.id, table_id)
        if own.keys().isdisjoint(one.fields) and {*one.fields} <= read.keys() & back.keys()
    ]
    if any(gap(one, back) for one in sums) or sum(bool(gap(one, read)) for one in sums) < _PROOF:
        return None
    upright = all(meant[each][0] == stands[each][0] for each in moved)
    fields = [edition.field_by_id[each] for each in moved]
    labels = dict.fromkeys(one.column_label if upright else one.row_label for one in fields)
    cells = sorted(stands[each] for each in moved)
    words = {**_LABELS[upright], "count": str(len(labels)), "names": quoted(labels)}
    words["areas"] = areas_text(cells)
    where = tuple(address(*at) for at in cells)
    return Remark(Notice.SHIFTED, sheet, where, (*and_totals(moved, own),), words)


def _as_in_template(edition: Edition, stands: Mapping[str, Position]) -> dict[str, Position]:
    """Return where figures would stand if rows and columns were in the template's order.

    Nothing where their numbers differ.
    """
    places = layout.places(edition.id)
    belongs = {each: position(places[each].cell) for each in stands}
    old, new = [
        [sorted({at[across] for at in one.values()}) for across in (0, 1)]
        for one in (belongs, stands)
    ]
    if [*map(len, old)] != [*map(len, new)]:
        return {}
    row, column = [dict(zip(*each, strict=True)) for each in zip(old, new, strict=True)]
    return {each: (row[at[0]], column[at[1]]) for each, at in belongs.items()}
