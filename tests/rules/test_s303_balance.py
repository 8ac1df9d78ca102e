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
    found = [each for each in outcome.findings if each.code == "S303"]
    assert [(each.cell, each.cause) for each in found] == [(f"D{row}", None), (f"I{row}", None)]
    assert f"就是办理结果（I8:I{row - 2}）、结转下年度（I{row}）合起来多填了 1" in found[1].fix
    silent(outcome, "S301")


@both
def test_a_total_column_that_a_column_breaks_sends_there(edition: str) -> None:
    row = CONCLUDED[edition] + 1
    before = figures(edition)["applications.carried_out.total"]
    assert isinstance(before, int)
    outcome = checked(balanced(edition), put(APPLICATIONS, **{f"D{row}": 3, f"J{row}": before + 1}))
    by_cell = {each.cell: each for each in outcome.findings if each.code == "S303"}
    assert list(by_cell) == [f"D{row}", f"J{row}"]
    assert by_cell[f"J{row}"].fix == f"各行的总计都对，先改 D{row} 的问题；那里改好，这里就平了。"
    assert by_cell[f"D{row}"].fix == (
        "请对照台账：不是新收、上年结转（D6:D7）合起来少填了 1，"
        f"就是办理结果（D8:D{row - 2}）、结转下年度（D{row}）合起来多填了 1。"
    )


@both
def test_a_total_column_that_is_wrong_otherwise_is_told_for_itself(edition: str) -> None:
    row = CONCLUDED[edition] + 1
    outcome = checked(balanced(edition), put(APPLICATIONS, **{f"D{row}": 3, f"J{row}": 40}))
    (total,) = [each for each in outcome.findings if (each.code, each.cell) == ("S303", f"J{row}")]
    assert total.fix.startswith(f"先改 J{row} 的问题：那里与它自己的各项之和不等")


@both
def test_a_total_column_is_not_told_to_follow_where_rows_are_wrong_too(edition: str) -> None:
    row, before = CONCLUDED[edition] + 1, figures(edition)
    carried, received = (
        int(before[f"applications.{each}"] or 0)
        for each in ("carried_out.total", "received.enterprise")
    )
    cells = {f"D{row}": 3, f"J{row}": carried + 1, "E6": received + 1, "E7": 0}
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    by_cell = {each.cell: each.fix for each in outcome.findings if each.code == "S303"}
    assert list(by_cell) == [f"D{row}", f"J{row}"]
    assert "先改" not in by_cell[f"J{row}"]


@both
def test_a_total_column_follows_none_where_a_row_cannot_be_read(edition: str) -> None:
    row, before = CONCLUDED[edition] + 1, figures(edition)
    carried = int(before["applications.carried_out.total"] or 0)
    cells = {"D6": "约3", f"E{row}": 3, f"J{row}": carried + 1}
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    by_cell = {each.cell: each.fix for each in outcome.findings if each.code == "S303"}
    assert list(by_cell) == [f"E{row}", f"J{row}"]
    assert "先改" not in by_cell[f"J{row}"]


@both
def test_a_blank_is_not_told_to_be_filled_in_for_the_balance(edition: str) -> None:
    """Which of the four numbers is wrong, nobody can tell."""
    told = []
    for row in ("received", "carried_in", "concluded", "carried_out"):
        field, total = f"applications.{row}.natural_person", f"applications.{row}.total"
        less = int(figures(edition)[total] or 0) - int(figures(edition)[field] or 0)
        outcome = checked(balanced(edition, figures={field: None, total: less}))
        told += [each for each in outcome.findings if each.code == "S303"]
    assert len(told) > 4
    assert not [each.fix for each in told if "漏填" in each.fix]
