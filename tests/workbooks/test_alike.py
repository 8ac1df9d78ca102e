"""Sheets that differ in numbers alone share what is found out about them, and nothing else."""

import pytest

from govxlsx.report.figure import Number, State
from workbooks import build
from workbooks.build import APPLICATIONS

FIELD = "applications.received.natural_person"
CELL = "D6"

NUMBERS: dict[str, tuple[Number | None, State]] = {
    "7": (7, State.NUMBER),
    "12345": (12345, State.NUMBER),
    "-3": (-3, State.NUMBER),
    "12.0000000001": (12, State.CONVERTED),
    "1E400": (None, State.TEXT),
    "12 3": (None, State.TEXT),
    "8": (8, State.NUMBER),
}


@pytest.mark.parametrize("order", [1, -1])
def test_each_has_its_own_figures(order: int) -> None:
    for text, expected in list(NUMBERS.items())[::order]:
        data = build.with_cells(build.clean(), APPLICATIONS, {CELL: build.number_cell(text)})
        figure = build.read(data).figures[FIELD]
        assert (figure.value, figure.state, figure.raw) == (*expected, text)


def test_a_blank_or_a_text_among_them_is_not_what_it_was_in_the_last() -> None:
    for cell, state in (
        (build.number_cell("7"), State.NUMBER),
        ("<c {}/>", State.BLANK),
        (build.text_cell("—"), State.BLANK_MARK),
        (build.number_cell(""), State.BLANK),
        (build.number_cell("8"), State.NUMBER),
        (build.text_cell("约8"), State.TEXT),
    ):
        data = build.with_cells(build.clean(), APPLICATIONS, {CELL: cell})
        assert build.read(data).figures[FIELD].state is state


@pytest.mark.parametrize("number", ["2021", "5", "2021.1"])
def test_a_number_beside_the_form_is_told_of_whatever_it_is(number: str) -> None:
    """What is left over is remembered by its places: the form's own words are no numbers."""
    row = f'<row r="90"><c r="B90"><v>{number}</v></c></row></sheetData>'.encode()
    name = build.part(APPLICATIONS)
    data = build.replaced(build.clean(), name, b"</sheetData>", row)
    finding = build.only(build.examined(data)[1], "W117")
    assert (finding.sheet, finding.cells) == (APPLICATIONS, ("B90",))


def test_the_same_sheet_under_another_name_has_its_own_addresses() -> None:
    data = build.clean()
    renamed = build.replaced(data, "xl/workbook.xml", "四、复议诉讼".encode(), "第四部分".encode())
    for each, sheet in ((data, "四、复议诉讼"), (renamed, "第四部分"), (data, "四、复议诉讼")):
        at = build.read(each).figures["proceedings.reconsideration.total"].at
        assert at is not None
        assert at.sheet == sheet
