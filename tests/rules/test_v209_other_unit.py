from decimal import Decimal

import pytest
from reports import DISCLOSURE, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_units_of_the_form(edition: str) -> None:
    silent(checked(balanced(edition)), "V209")


@pytest.mark.parametrize(
    ("text", "value"), [("251000元", "25.1"), ("251,000 元", "25.1"), ("0.5亿元", "5000")]
)
def test_caught_and_converted(text: str, value: str) -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B16=text))
    assert caught(outcome, "V209", "B16", DISCLOSURE).found == Decimal(value)


def test_the_unit_of_the_form_is_no_other_unit() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B16="25.1万元")), "V209")
