"""Tables left blank: one finding (V202) speaks of each, and nothing is compared with them."""

from govxlsx.checking.case import Case, once
from govxlsx.report.figure import State


@once
def blank_tables(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the tables in which nothing is filled in (sums aside), with their fields."""
    found = {}
    totals = case.edition.parts_of_total
    for table in case.edition.tables if any(case.figures(State.BLANK)) else ():
        fields = tuple(field.id for field in case.edition.fields_of[table.id])
        figures = case.report.figures
        if all(
            figures[each].state is State.BLANK
            or (each in totals and figures[each].readable and not figures[each].value)
            for each in fields
        ):
            found[table.id] = fields
    return found
