from __future__ import annotations

from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V211")


@both
def test_caught_on_a_formula_of_the_clerk(edition: str) -> None:
    assert caught(given(edition, "E7", "=D7*2"), "V211", "E7", APPLICATIONS).found == "=D7*2"


@both
def test_caught_on_a_sum_of_other_cells(edition: str) -> None:
    caught(given(edition, "J7", "=SUM(D7:H7)"), "V211", "J7", APPLICATIONS)


@both
def test_the_sum_of_the_template_is_added_up(edition: str) -> None:
    silent(given(edition, "J7", "=SUM(D7:I7)"), "V211")
