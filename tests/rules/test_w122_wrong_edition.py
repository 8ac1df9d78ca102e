from reports import BASICS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_year_of_its_own(edition: str) -> None:
    silent(checked(balanced(edition)), "W122")


@both
def test_silent_without_a_year(edition: str) -> None:
    silent(checked(balanced(edition), put(BASICS, B4=None)), "W122")


def test_caught_with_a_later_year_on_the_form_of_2019() -> None:
    finding = caught(checked(balanced("2019", year=2023)), "W122", "B4", BASICS)
    assert "2023" in finding.message
    assert "2021 版" in finding.message


def test_caught_with_an_earlier_year_on_the_form_of_2021() -> None:
    finding = caught(checked(balanced("2021", year=2020)), "W122", "B4", BASICS)
    assert "2019 版" in finding.message
