from __future__ import annotations

from reports import (
    APPLICATIONS,
    CONCLUDED,
    balanced,
    both,
    caught,
    checked,
    figures,
    given,
    put,
    silent,
)


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V212")


@both
def test_caught_on_the_sum_of_a_row(edition: str) -> None:
    outcome = given(edition, "J7", "=SUM(D7:I7)")
    assert caught(outcome, "V212", "J7", APPLICATIONS).found == 6
    silent(outcome, "S301")


@both
def test_sums_of_sums_are_added_up_in_turn(edition: str) -> None:
    row = CONCLUDED[edition]
    sums = {f"{column}{row}": f"=SUM({column}8:{column}{row - 1})" for column in "DEFGHI"}
    total = {f"J{row}": f"=SUM(D{row}:I{row})"}
    outcome = checked(balanced(edition), put(APPLICATIONS, **sums, **total))
    found = {each.cell: each.found for each in outcome.findings if each.code == "V212"}
    assert found.keys() == {*sums, *total}
    assert found[f"J{row}"] == figures(edition)["applications.concluded.total"]
    assert outcome.status == "ok"
