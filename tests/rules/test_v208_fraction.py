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


def test_a_column_of_fractions_is_one_finding() -> None:
    cells = {f"D{row}": 0.5 for row in range(8, 20)}
    found = caught(checked(balanced("2021"), put(APPLICATIONS, **cells)), "V208", "D8")
    assert found.cells == tuple(cells)
    assert found.message.startswith("D8:D19 共 12 格是 0.5 等，")
