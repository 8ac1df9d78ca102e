"""Conditional formats: the cells of a broken sum, and text where a number belongs, turn red."""

from collections.abc import Iterator, Sequence

from govxlsx.addresses import rectangles
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.form.editions.tables import FigureKind
from govxlsx.template.positions import cells, references
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import BROKEN
from govxlsx.template.values import PLACES

_Fixed = tuple[bool, bool]
"""Whether rows and columns of the references stay when a rule is applied to the next cell."""


def _formula(edition: Edition, each: Sum, fixed: _Fixed) -> str:
    """Return the condition for a broken sum; one with text in it is not computed."""

    def of(fields: Sequence[str]) -> str:
        return references(cells(edition, fields), "", *fixed)

    whole = of(each.fields)
    gap = f"SUM({of(each.totals)})-SUM({of(each.parts)})"
    return f"=AND(COUNT({whole})=COUNTA({whole}),ROUND({gap},{PLACES})<>0)"


def _families(edition: Edition, sums: Sequence[Sum]) -> Iterator[tuple[Sequence[Sum], _Fixed]]:
    """Group sums that one rule covers: the same columns row by row, or the same rows."""
    places = [cells(edition, each.fields) for each in sums]
    columns = {tuple(column for _, column in place) for place in places}
    rows = {tuple(row for row, _ in place) for place in places}
    if len(columns) == 1 and all(len({row for row, _ in place}) == 1 for place in places):
        yield sums, (False, True)
    elif len(rows) == 1 and all(len({column for _, column in place}) == 1 for place in places):
        yield sums, (True, False)
    else:
        for each in sums:
            yield (each,), (True, True)


def colour(sheet: SheetWriter, edition: Edition, table: str) -> None:
    """Add the conditional formats of a table's sheet: few rules, whatever the number of sums."""
    for code in dict.fromkeys(each.code for each in edition.relations if each.table == table):
        sums = [each for each in edition.sums if each.code == code]
        for family, fixed in _families(edition, sums):
            formula = _formula(edition, family[0], fixed)
            places = (cell for each in family for cell in cells(edition, each.fields))
            sheet.highlight(rectangles(places), formula, BROKEN)
    numeric = [
        field.id
        for field in edition.fields_of[table]
        if field.unit or field.kind is not FigureKind.DECIMAL
    ]
    covered = rectangles(cells(edition, numeric))
    first = references([(covered[0].top, covered[0].left)])
    sheet.highlight(covered, f"=OR(ISTEXT({first}),ISERROR({first}))", BROKEN)
