from reports import PROCEEDINGS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_a_balanced_report(edition: str) -> None:
    silent(checked(balanced(edition)), "S304")


@both
def test_caught_on_a_wrong_part(edition: str) -> None:
    outcome = checked(balanced(edition), put(PROCEEDINGS, G6=7))
    finding = caught(outcome, "S304", "J6", PROCEEDINGS)
    assert finding.field == "proceedings.direct_litigation.total"
    assert (finding.found, finding.expected, finding.cause) == (4, 9, None)
    assert finding.cells == ("F6", "G6", "H6", "I6", "J6")


@both
def test_caught_on_a_blank_total(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(PROCEEDINGS, O6=None)), "S304", "O6")
    assert (finding.found, finding.expected) == (None, 5)
