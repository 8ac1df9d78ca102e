from datetime import datetime

from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V213")


@both
def test_caught_on_a_date(edition: str) -> None:
    caught(given(edition, "E7", datetime(2024, 3, 1)), "V213", "E7", APPLICATIONS)


@both
def test_caught_on_a_boolean(edition: str) -> None:
    caught(given(edition, "E7", True), "V213", "E7", APPLICATIONS)
