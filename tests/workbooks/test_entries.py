"""Where entries stand, which formulas are the form's own sums, which edition few labels tell."""

from decimal import Decimal

import pytest

from govxlsx.addresses import Place, Position
from govxlsx.errors import UnusableWorkbookError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.form.grid import grid
from govxlsx.reading.edition import tell
from govxlsx.reading.figures import of_number
from govxlsx.reading.prose import Words, read_basics
from govxlsx.reading.search import Located
from govxlsx.reading.sums import totals
from govxlsx.report.figure import State
from govxlsx.workbook.cells import Cell, CellKind, Sheet

HINTS = {(row, 5): each.hint for row, each in enumerate(layout.ENTRIES, 2)}
LABELS = {row: each.label for row, each in enumerate(layout.ENTRIES, 2)}


def sheet(texts: dict[Position, str]) -> Sheet:
    return Sheet("表", "", cells={at: Cell(CellKind.TEXT, text) for at, text in texts.items()})


def name(texts: dict[Position, str], column: int = 0) -> str:
    """Return the agency's name that is read; labels stand in a column, hints in F."""
    labels = {(row, column): label for row, label in LABELS.items()}
    return read_basics(sheet({**labels, **HINTS, **texts}), Words()).values["name"]


def test_an_entry_stands_below_its_heading() -> None:
    assert name({(1, 3): layout.VALUE_LABEL, (2, 1): "甲", (2, 3): "乙"}) == "乙"


def test_a_heading_left_of_the_labels_is_none() -> None:
    assert name({(1, 0): layout.VALUE_LABEL, (2, 0): "甲", (2, 3): "乙"}, column=2) == "乙"


def test_without_a_heading_an_entry_stands_alone_between_label_and_hint() -> None:
    assert name({(2, 3): "甲"}) == "甲"
    assert name({(2, 2): "甲", (3, 3): "2024"}) == "", "nobody knows which column it is"


TOTAL = "applications.received.total"
PARTS = edition_by_id("2021").parts_of_total[TOTAL]
FOUND = {**{part: (5, 3 + place) for place, part in enumerate(PARTS)}, TOTAL: (5, 9)}


@pytest.mark.parametrize(
    ("formula", "own"),
    [
        ("SUM(D6:I6)", True),
        ("D6+E6+F6+G6+H6+I6", True),
        ("+SUM($D$6:$F$6)+SUM(G6:I6)", True),
        ("SUM(D6:H6)", False),
        ("SUM(D6:I6)+D6", False),
        ("SUM(D6:J6)", False),
        ("SUM(D6:I6,K6)", True),
        ("SUM(D6:I6)+K6", True),
        ("SUM(D6:I6)*1", False),
        ("SUM(A1:XFD9)", False),
    ],
)
def test_the_forms_own_sum(formula: str, own: bool) -> None:
    figures = {at: each for each, at in FOUND.items()}
    found = totals("2021", Located(fields=dict(FOUND), figures=figures), {TOTAL: formula})
    assert found == ({TOTAL: PARTS} if own else {})


def test_a_sum_of_all_that_was_found_is_the_forms_own_and_waits_for_the_part_that_was_not() -> None:
    fields = {each: at for each, at in FOUND.items() if each != PARTS[0]}
    assert totals("2021", Located(fields=fields), {TOTAL: "SUM(E6:I6)"}) == {TOTAL: PARTS}
    assert totals("2021", Located(fields=fields), {TOTAL: "SUM(E6:H6)"}) == {}


@pytest.mark.parametrize(
    ("text", "field", "value", "state"),
    [
        ("1E300", TOTAL, 10**300, State.NUMBER),
        ("1E301", TOTAL, None, State.TEXT),
        ("3.0000000001", TOTAL, 3, State.CONVERTED),
        ("3.0000000001", "disclosure.fees.amount", Decimal("3.0000000001"), State.NUMBER),
    ],
)
def test_a_stored_number(text: str, field: str, value: object, state: State) -> None:
    found = of_number(text, edition_by_id("2021").field_by_id[field], Place("表", "A1"), False)
    assert (found.value, found.state) == (value, state)


def labels(edition: Edition) -> dict[str, None]:
    """Return the labels of an edition's tables, in order."""
    boxes = (box for table in edition.tables for box in grid(edition, table.id).boxes)
    return dict.fromkeys(box.text for box in boxes if box.text)


def test_of_few_labels_stamp_and_year_tell_the_edition_and_nothing_else() -> None:
    edition = edition_by_id("2021")
    texts = [each for each in labels(edition) if each not in labels(edition_by_id("2019"))]
    assert len(texts) > len(labels(edition)) / 10
    key = edition.part_of_table("applications").key
    sheets = {key: sheet({(row, 0): text for row, text in enumerate(texts)})}
    assert tell(sheets, "2019.1", None).id == "2019"
    assert tell(sheets, "", 2020).id == "2019"
    with pytest.raises(UnusableWorkbookError) as caught:
        tell(sheets, "", None)
    assert caught.value.code == "W107"
