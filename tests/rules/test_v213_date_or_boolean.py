from datetime import datetime

from reports import APPLICATIONS, balanced, both, caught, checked, given, put, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V213")


@both
def test_caught_on_a_date(edition: str) -> None:
    caught(given(edition, "E7", datetime(2024, 3, 1)), "V213", "E7", APPLICATIONS)


@both
def test_caught_on_a_boolean(edition: str) -> None:
    caught(given(edition, "E7", True), "V213", "E7", APPLICATIONS)


@both
def test_of_more_than_four_places_the_first_is_to_be_selected(edition: str) -> None:
    def fix(*cells: str) -> str:
        edit = put(APPLICATIONS, **dict.fromkeys(cells, True))
        return caught(checked(balanced(edition), edit), "V213", cells[0], APPLICATIONS).fix

    four = ("D9", "F9", "H9", "D11")
    assert fix(*four).startswith("请选中 D9、F9、H9、D11，")
    assert fix(*four, "F11").startswith("请选中 D9 等 5 格，")
