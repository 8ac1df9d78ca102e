"""What the content of a cell is taken for, at the edges: how long a mark or a number is."""

import pytest

from govxlsx.addresses import Place
from govxlsx.form.editions import edition_by_id
from govxlsx.reading.contents import ContentKind, content, of_text
from govxlsx.reading.figures import may_be_figure, of_cell
from govxlsx.report.figure import State
from govxlsx.workbook.cells import Cell, CellKind
from govxlsx.workbook.formats import shown_date, shown_number


def test_an_error_that_only_says_not_yet_is_no_error() -> None:
    assert content(Cell(CellKind.ERROR, "#GETTING_DATA")) is ContentKind.PICTURE
    assert content(Cell(CellKind.ERROR, "#REF!")) is ContentKind.ERROR
    assert content(None) is ContentKind.BLANK


@pytest.mark.parametrize(
    ("length", "kind"), [(400, ContentKind.PICTURE), (401, ContentKind.TEXT)], ids=str
)
def test_a_formula_of_a_picture_is_no_longer_than_four_hundred(
    length: int, kind: ContentKind
) -> None:
    text = f"=DISPIMG({'1' * (length - 10)})"
    assert (len(text), of_text(text)) == (length, kind)


@pytest.mark.parametrize("text", ["_xlfn.DISPIMG({})", "=IMAGE({})", "IMAGE({}）"])
def test_a_picture_is_told_by_its_end_or_its_beginning(text: str) -> None:
    assert of_text(text.format("1" * 50)) is ContentKind.PICTURE


@pytest.mark.parametrize(("length", "may"), [(40, True), (41, False)])
def test_a_number_with_more_than_forty_digits_is_no_figure(length: int, may: bool) -> None:
    assert may_be_figure(Cell(CellKind.TEXT, "1" * length)) is may


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("1234", "#,###", "1,234"),
        ("0.5", "#.0", ".5"),
        ("12.5", "#.0", "12.5"),
        ("0", "0;-0;无", "无"),
        ("-3", "0;(0);无", "(3)"),
        ("12345", '0\\.0,"万"', "1.2万"),
        ("5000", '0!.0000"万元"', "0.5000万元"),
        ("12", "0\\.00", "0.12"),
    ],
)
def test_what_a_format_shows_of_a_number(text: str, code: str, shown: str) -> None:
    assert shown_number(text, code) == shown


def test_excels_days_are_told_from_march_1900_on() -> None:
    assert shown_date("60", "yyyy/m/d", from_1904=False) is None
    assert shown_date("61", "yyyy/m/d", from_1904=False) == "1900/3/1"
    assert shown_date("0", "yyyy/m/d", from_1904=True) == "1904/1/1"


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        (Cell(CellKind.BOOLEAN, "1"), State.BOOLEAN),
        (Cell(CellKind.DATE, "46000"), State.DATE),
        (Cell(CellKind.ERROR, "#REF!"), State.ERROR),
        (Cell(CellKind.NUMBER, "1E300"), State.NUMBER),
        (Cell(CellKind.NUMBER, "1E301"), State.TEXT),
        (Cell(CellKind.NUMBER, "NaN"), State.TEXT),
        (Cell(CellKind.NUMBER, "Infinity"), State.TEXT),
    ],
)
def test_what_a_cell_is_as_a_figure(cell: Cell, state: State) -> None:
    field = edition_by_id("2021").field_by_id["applications.received.total"]
    assert of_cell(cell, field, Place("三", "J6")).state is state
