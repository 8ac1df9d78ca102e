"""Addresses of cells, and areas of them as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from govxlsx.addresses import (
    Area,
    Place,
    address,
    area,
    areas_text,
    column_letters,
    position,
    rectangles,
)

CORNERS = [
    ("A1", (0, 0)),
    ("Z10", (9, 25)),
    ("AA100", (99, 26)),
    ("AZ2", (1, 51)),
    ("BA2", (1, 52)),
    ("ZZ3", (2, 701)),
    ("AAA3", (2, 702)),
    ("XFD1048576", (1048575, 16383)),
]


@pytest.mark.parametrize(("written", "at"), CORNERS)
def test_an_address_is_a_position(written: str, at: tuple[int, int]) -> None:
    assert position(written) == at
    assert address(*at) == written
    assert written.startswith(column_letters(at[1]))


def test_dollar_signs_and_case_do_not_matter() -> None:
    assert [position(each) for each in ("$b$3", "B$3", "b3")] == [(2, 1)] * 3


@pytest.mark.parametrize(
    "written", ["", "A", "1", "A0", "A01", "A1048577", "XFE1", "AAAA1", "A1:B2"]
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{written}$"):
        position(written)


@pytest.mark.parametrize("written", ["B2:D5", "D5:B2", "B5:D2", "$B$2:$D$5"])
def test_an_area_from_any_corner(written: str) -> None:
    assert area(written) == Area(1, 1, 4, 3)
    assert area("C3") == Area(2, 2, 2, 2)


def test_references_of_areas() -> None:
    found = Area(1, 1, 4, 3)
    assert (found.reference(), Area(1, 1, 1, 1).reference()) == ("B2:D5", "B2")
    assert found.reference(fixed_rows=True) == "B$2:D$5"
    assert found.reference(fixed_columns=True) == "$B2:$D5"
    assert [each.single for each in (found, area("B2"), area("B2:B3"), area("B2:C2"))] == [
        *(False, True, False, False)
    ]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ("", ""),
        ("B2", "B2"),
        ("C2 B2 D2 B2", "B2:D2"),
        ("B2 D2", "B2、D2"),
        ("B2 B3 B4", "B2:B4"),
        ("B2 C2 B3 C3", "B2:C3"),
        ("B2 C2 B3 C3 D3", "B2:C2、B3:D3"),
        ("B2 B4", "B2、B4"),
        ("B2 C3", "B2、C3"),
        ("C2 C3 A3 B1 B2", "B1、B2:C2、A3、C3"),
        ("D2 B2 D3 B3", "B2:B3、D2:D3"),
    ],
)
def test_cells_are_told_as_areas(cells: str, text: str) -> None:
    assert areas_text(map(position, cells.split())) == text


def test_of_many_areas_twelve_are_told() -> None:
    apart = [(row, 0) for row in range(0, 30, 2)]
    twelve = "、".join(f"A{row + 1}" for row, _ in apart[:12])
    assert areas_text(apart[:12]) == twelve
    assert areas_text(apart[:13]) == f"{twelve} 等 13 处"


@examples(30)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_areas_hold_each_cell_once_and_no_other(cells: set[tuple[int, int]]) -> None:
    held = [
        (row, column)
        for top, left, bottom, right in rectangles(cells)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]
    assert sorted(held) == sorted(cells)


def test_a_place_names_its_sheet() -> None:
    assert str(Place("三、依申请公开", "K7")) == "三、依申请公开!K7"
