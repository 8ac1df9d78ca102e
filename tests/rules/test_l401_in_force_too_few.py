import pytest
from reports import DISCLOSURE, balanced, caught, checked, put, silent


def test_silent_on_a_plausible_stock() -> None:
    silent(checked(balanced("2021")), "L401")


@pytest.mark.parametrize("figures", [(2, 0, 2), (2, 5, 0), (0, 3, 0), (5, 3, 2)])
def test_silent_where_what_is_left_is_in_force(figures: tuple[int, int, int]) -> None:
    issued, repealed, in_force = figures
    outcome = checked(balanced("2021"), put(DISCLOSURE, B6=issued, C6=repealed, D6=in_force))
    silent(outcome, "L401")


def test_caught_on_two_issued_and_none_in_force() -> None:
    """西宁市城中区 2025: 2/0/0."""
    outcome = checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=0, D6=0))
    finding = caught(outcome, "L401", "D6", DISCLOSURE)
    assert finding.field == "disclosure.normative_documents.in_force"
    assert finding.cells == ("B6", "C6", "D6")
    assert (finding.found, finding.expected) == (0, 2)
    assert "制发 2 件减去废止 0 件所余的 2 件" in finding.message


def test_caught_in_each_row() -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B5=3, C5=1, D5=1, B6=9, D6=7))
    found = [each for each in outcome.findings if each.code == "L401"]
    assert [(each.cell, each.found, each.expected) for each in found] == [
        ("D5", 1, 2),
        ("D6", 7, 8),
    ]


def test_a_blank_or_unreadable_stock_is_left_to_the_rules_on_cells() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=0, D6=None)), "L401")
    silent(checked(balanced("2021"), put(DISCLOSURE, B6=2, C6=0, D6="约9件")), "L401")
    silent(checked(balanced("2021"), put(DISCLOSURE, B6=2, C6="约2", D6=0)), "L401")


def test_not_run_on_the_other_edition() -> None:
    assert "L401" in checked(balanced("2019")).rules.not_run
