from decimal import Decimal

from reports import APPLICATIONS, DISCLOSURE, balanced, both, caught, checked, given, put, silent


@both
def test_silent_on_whole_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V208")


@both
def test_caught(edition: str) -> None:
    found = caught(given(edition, "E7", 1.5), "V208", "E7", APPLICATIONS).found
    assert found == Decimal("1.5")


def test_money_may_have_decimals() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B16=59237.2449)), "V208")
    silent(checked(balanced("2019"), put(DISCLOSURE, C20="25.1万元")), "V208")
