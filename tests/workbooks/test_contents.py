"""What the content of a cell is taken for, at the edges: how long a mark or a number is."""

from __future__ import annotations

import pytest

from govxlsx.reading.contents import ContentKind, content, of_text
from govxlsx.reading.figures import may_be_figure
from govxlsx.workbook.cells import Cell, CellKind


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


@pytest.mark.parametrize(("length", "may"), [(40, True), (41, False)])
def test_a_number_with_more_than_forty_digits_is_no_figure(length: int, may: bool) -> None:
    assert may_be_figure(Cell(CellKind.TEXT, "1" * length)) is may
