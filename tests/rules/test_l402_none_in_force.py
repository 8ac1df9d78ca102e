from reports import DISCLOSURE, balanced, caught, checked, put, silent


def test_silent_on_a_plausible_stock() -> None:
    silent(checked(balanced("2021")), "L402")


def test_silent_where_nothing_was_issued() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B6=0, C6=3, D6=0)), "L402")


def test_caught_on_as_many_repealed_as_issued() -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=3, D6=0))
    finding = caught(outcome, "L402", "D6", DISCLOSURE)
    assert finding.fields[0] == "disclosure.normative_documents.issued"
    assert "制发 2 件、废止 3 件，现行有效却是 0" in finding.message


def test_one_fact_is_told_once() -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=0, D6=0))
    silent(outcome, "L402")
    caught(outcome, "L401", "D6")


def test_caught_on_one_issued_and_one_repealed() -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B6=1, C6=1, D6=0))
    assert "制发 1 件、废止 1 件" in caught(outcome, "L402", "D6", DISCLOSURE).message


def test_silent_where_one_is_left() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=3, D6=1)), "L402")
