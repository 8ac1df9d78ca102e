from reports import DISCLOSURE, balanced, caught, checked, put, silent


def test_silent_on_a_plausible_stock() -> None:
    silent(checked(balanced("2019")), "L406")
    silent(checked(balanced("2019"), put(DISCLOSURE, B5=13, C5=13, D5=13)), "L406")


def test_caught_in_each_row() -> None:
    outcome = checked(balanced("2019"), put(DISCLOSURE, B5=13, C5=13, D5=0, C6=10))
    found = [each for each in outcome.findings if each.code == "L406"]
    assert [(each.cell, each.found, each.expected) for each in found] == [
        ("D5", 0, 13),
        ("D6", 9, 10),
    ]
    assert found[0].cells == ("C5", "D5")


def test_a_blank_total_is_left_to_the_rule_on_blanks() -> None:
    outcome = checked(balanced("2019"), put(DISCLOSURE, D6=None))
    silent(outcome, "L406")
    caught(outcome, "V201", "D6")


def test_not_run_on_the_other_edition() -> None:
    assert "L406" in checked(balanced("2021")).rules.not_run
