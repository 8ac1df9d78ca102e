import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, put, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V206")


@pytest.mark.parametrize("value", ["22（其中修订16件）", "3件(含上年)", "12【待核】"])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V206", "E7", APPLICATIONS).found == value


def test_a_column_of_two_years_is_one_finding() -> None:
    cells = {f"D{row}": f"{row}（上年{row}）" for row in range(10, 24)}
    found = caught(checked(balanced("2021"), put(APPLICATIONS, **cells)), "V206", "D10")
    assert found.cells == tuple(cells)
