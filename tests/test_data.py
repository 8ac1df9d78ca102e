"""Interchange data as a report: what a figure is, without a cell."""

from dataclasses import replace
from decimal import Decimal

from reports import balanced, both

from govxlsx.reading.data import of_data
from govxlsx.report.figure import Number, State

ROW = "applications.received"
PERSON, TOTAL = f"{ROW}.natural_person", f"{ROW}.total"


def read(edition: str, value: Number | str | None) -> tuple[Number | None, str, State]:
    """Return value, text and state of a figure that is given as ``value``."""
    found = of_data(balanced(edition, figures={PERSON: value})).figures[PERSON]
    assert found.at is None
    return found.value, found.text, found.state


@both
def test_figures_are_read_as_cells_are(edition: str) -> None:
    assert read(edition, None) == (None, "", State.BLANK)
    assert read(edition, 12) == (12, "12", State.NUMBER)
    assert read(edition, Decimal("1.50")) == (Decimal("1.5"), "1.5", State.NUMBER)
    whole, text, state = read(edition, Decimal("12.0"))
    assert (type(whole), whole, text, state) == (int, 12, "12", State.NUMBER)
    assert read(edition, "30件") == (30, "30", State.CONVERTED)
    assert read(edition, "约30") == (None, "约30", State.TEXT)


@both
def test_a_total_that_is_missing_is_added_up_and_a_blank_one_is_blank(edition: str) -> None:
    given = balanced(edition, figures={PERSON: 100})
    left_out = {key: value for key, value in given.figures.items() if key != TOTAL}
    total = of_data(replace(given, figures=left_out)).figures[TOTAL]
    parts = [value for key, value in left_out.items() if key.startswith(f"{ROW}.")]
    assert (total.value, total.state, total.calculated) == (sum(parts), State.SUMMED, True)
    blank = of_data(balanced(edition, figures={TOTAL: None})).figures[TOTAL]
    assert (blank.value, blank.state, blank.calculated) == (None, State.BLANK, False)
