import pytest
from reports import DISCLOSURE, balanced, caught, checked, put, silent

from govxlsx.checking.rule import Severity


def test_silent_on_fewer_items() -> None:
    silent(checked(balanced("2019")), "L408")


def test_silent_where_all_are_taken_away() -> None:
    silent(checked(balanced("2019"), put(DISCLOSURE, B9=4, C9=-4)), "L408")


@pytest.mark.parametrize("row", [9, 10, 13, 14, 17])
def test_caught_in_every_row(row: int) -> None:
    outcome = checked(balanced("2019"), put(DISCLOSURE, **{f"B{row}": 4, f"C{row}": -10}))
    finding = caught(outcome, "L408", f"C{row}", DISCLOSURE)
    assert finding.severity is Severity.ERROR
    assert (finding.cells, finding.found) == ((f"B{row}", f"C{row}"), -10)
    assert "上一年项目数量是 4，本年减少 10，剩下 -6" in finding.message


def test_a_negative_number_of_items_is_left_to_the_rule_on_negatives() -> None:
    silent(checked(balanced("2019"), put(DISCLOSURE, B9=-4, C9=-1)), "L408")
