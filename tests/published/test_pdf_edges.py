"""Rows that a page has cut without a line are closed, and nothing else is."""

from __future__ import annotations

import pytest

from govxlsx.published.pdf_edges import Edge, open_ends

SNAP = 3.0


def across(top: float, left: float = 0, right: float = 90) -> Edge:
    return {"orientation": "h", "x0": left, "x1": right, "top": top, "bottom": top}


def upright(left: float, top: float, bottom: float) -> Edge:
    return {"orientation": "v", "x0": left, "x1": left, "top": top, "bottom": bottom}


UPRIGHT = [upright(left, 10, 60) for left in (0, 30, 60, 90)]


def ends(*edges: Edge) -> list[tuple[float, float, float]]:
    found = open_ends([*UPRIGHT, *edges], SNAP)
    return [(each["top"], each["x0"], each["x1"]) for each in found]


def test_a_table_that_is_closed_stays_as_it_is() -> None:
    assert ends(across(10), across(60)) == []
    assert ends(across(11.5), across(30), across(58.5)) == []


@pytest.mark.parametrize(("closed", "at"), [(60, 10), (10, 60)])
def test_a_row_that_goes_over_the_page_is_closed(closed: float, at: float) -> None:
    ends_of_thick_lines = [across(at, left, left + 1) for left in (0, 30, 60, 90)]
    assert ends(across(closed), across(30), *ends_of_thick_lines) == [(at, 0, 90)]


def test_a_line_beside_the_table_closes_nothing() -> None:
    assert ends(across(10), across(60, 100, 200)) == [(60, 0, 90)]


def test_two_upright_lines_are_no_table() -> None:
    assert open_ends(UPRIGHT[:2], SNAP) == []
    assert open_ends([*UPRIGHT[:2], upright(1, 10, 60)], SNAP) == []
    assert open_ends([upright(left, 10, 14) for left in (0, 30, 60, 90)], SNAP) == []
