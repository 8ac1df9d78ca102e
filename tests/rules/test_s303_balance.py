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
def test_silent_on_a_balanced_report(edition: str) -> None:
    silent(checked(balanced(edition)), "S303")


@both
def test_caught_where_less_came_than_went(edition: str) -> None:
    before, row = figures(edition), CONCLUDED[edition] + 1
    outcome = given(edition, f"D{row}", 3)
    field = "applications.carried_out.natural_person"
    finding = caught(outcome, "S303", f"D{row}", APPLICATIONS)
    came = before["applications.received.natural_person"] + 1
    assert (finding.field, finding.found, finding.expected) == (field, came + 1, came)
    assert finding.cells == ("D6", "D7", f"D{row - 1}", f"D{row}")
    assert finding.cause == caught(outcome, "S301", f"J{row}").cause == field


@both
def test_a_shift_between_two_columns_is_found_in_both(edition: str) -> None:
    row = CONCLUDED[edition] + 1
    outcome = checked(balanced(edition), put(APPLICATIONS, **{f"D{row}": 1, f"I{row}": 3}))
    found = [(each.cell, each.cause) for each in outcome.findings if each.code == "S303"]
    assert found == [(f"D{row}", None), (f"I{row}", None)]
    silent(outcome, "S301")
