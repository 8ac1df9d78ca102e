import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V204")


@pytest.mark.parametrize("value", ["约30", "三件", "12/13", "1O", "１２号"])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V204", "E7", APPLICATIONS).found == value


@both
def test_its_sums_are_not_computed(edition: str) -> None:
    outcome = given(edition, "E7", "约30")
    assert "“一、本年新收" not in outcome.rules.not_run["S301"]
    assert "“二、上年结转" in outcome.rules.not_run["S301"]


@both
def test_of_a_long_text_the_beginning_is_quoted(edition: str) -> None:
    finding = caught(given(edition, "E7", "件" * 5000), "V204", "E7", APPLICATIONS)
    assert (finding.found, f"“{'件' * 199}…”" in finding.message) == ("件" * 5000, True)
