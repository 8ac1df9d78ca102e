from reports import APPLICATIONS, CONCLUDED, balanced, both, caught, checked, silent


@both
def test_silent_on_single_cells(edition: str) -> None:
    silent(checked(balanced(edition)), "W119")


@both
def test_caught_where_figures_are_swallowed(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book[APPLICATIONS].merge_cells("D7:F7"))
    finding = caught(outcome, "W119", "D7", APPLICATIONS)
    assert finding.cells == ("D7", "E7", "F7")
    assert finding.fields[1] == "applications.carried_in.enterprise"
    assert "S301" in outcome.rules.not_run


@both
def test_caught_in_the_first_row_and_the_last(edition: str) -> None:
    for merged in ("D6:E6", f"D{CONCLUDED[edition] + 1}:E{CONCLUDED[edition] + 1}"):
        outcome = checked(
            balanced(edition), lambda book, area=merged: book[APPLICATIONS].merge_cells(area)
        )
        caught(outcome, "W119", merged[: merged.index(":")], APPLICATIONS)
