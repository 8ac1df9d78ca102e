import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V205")


@pytest.mark.parametrize("text", ["1", "１", "1件", " 1 件 ", "1.0", "0,001", "+1"])
@both
def test_caught_and_read(edition: str, text: str) -> None:
    outcome = given(edition, "E7", text)
    assert caught(outcome, "V205", "E7", APPLICATIONS).found == 1
    silent(outcome, "S301")


@both
def test_caught_on_the_noise_of_a_calculation(edition: str) -> None:
    assert caught(given(edition, "E7", 1.0000000001), "V205", "E7").found == 1
