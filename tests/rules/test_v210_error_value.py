from __future__ import annotations

import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V210")


@pytest.mark.parametrize("value", ["#REF!", "#DIV/0!", "#N/A"])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V210", "E7", APPLICATIONS).found == value


@both
def test_its_sums_are_not_computed(edition: str) -> None:
    assert "“二、上年结转" in given(edition, "E7", "#REF!").rules.not_run["S301"]
