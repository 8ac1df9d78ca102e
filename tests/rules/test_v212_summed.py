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
    finding = caught(outcome, "V212", f"D{row}", APPLICATIONS)
    assert set(finding.cells) == {*sums, *total}
    assert finding.found == figures(edition)["applications.concluded.natural_person"]
    assert outcome.status == "ok"
