import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V206")


@pytest.mark.parametrize("value", ["22（其中修订16件）", "3件(含上年)", "12【待核】"])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V206", "E7", APPLICATIONS).found == value
