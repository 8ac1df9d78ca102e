import pytest
from reports import DISCLOSURE, both, caught, checked, following, last_year, put, silent

LICENCES = {"2019": "D9", "2021": "B9"}
DECISIONS = "disclosure.licensing.decisions"


@both
def test_silent_on_two_years_alike(edition: str) -> None:
    silent(checked(following(edition), previous=last_year(edition)), "Y504")


@both
@pytest.mark.parametrize(
    ("then", "now"), [(4, 20), (1, 21), (20, 100), (100, 20), (0, 20), (20, 0)]
)
def test_silent_on_a_few_or_up_to_five_times(edition: str, then: int, now: int) -> None:
    edit = put(DISCLOSURE, **{LICENCES[edition]: now})
    silent(checked(following(edition), edit, last_year(edition, figures={DECISIONS: then})), "Y504")


@both
@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        (20, 101, "超过上年的五倍"),
        (101, 20, "不到上年的五分之一"),
        (812, 0, "没有了"),
        (0, 21, "上年是 0"),
    ],
)
def test_caught_on_a_jump(edition: str, then: int, now: int, words: str) -> None:
    cell = LICENCES[edition]
    last = last_year(edition, figures={DECISIONS: then})
    outcome = checked(following(edition), put(DISCLOSURE, **{cell: now}), last)
    finding = caught(outcome, "Y504", cell, DISCLOSURE)
    assert finding.found == now
    assert f"本年是 {now}，" in finding.message
    assert f"是 {then}，{words}" in finding.message


@both
def test_many_more_applications_are_told_once(edition: str) -> None:
    few = {
        f"applications.{row}.total": 1
        for row in ("received", "concluded", "disclosed", "denied.state_secret")
    }
    outcome = checked(following(edition), previous=last_year(edition, figures=few))
    caught(outcome, "Y504", "J6")


@both
def test_a_result_that_jumps_by_itself_is_caught(edition: str) -> None:
    last = last_year(edition, figures={"applications.unavailable.not_held.total": 400})
    finding = caught(checked(following(edition), previous=last), "Y504", "J18")
    assert finding.field == "applications.unavailable.not_held.total"


def test_a_wave_of_repeals_is_no_jump() -> None:
    last = last_year("2021", figures={"disclosure.normative_documents.repealed": 489})
    silent(checked(following("2021"), previous=last), "Y504")


def test_amounts_with_different_units_are_not_compared() -> None:
    amount = "disclosure.procurement.amount"
    silent(
        checked(following("2019"), previous=last_year("2019", figures={amount: "25万元"})), "Y504"
    )
    last = last_year("2019", figures={amount: "25元"})
    caught(checked(following("2019"), previous=last), "Y504", "C20")


def test_what_both_editions_have_is_compared() -> None:
    last = last_year("2019", year=2020, figures={DECISIONS: 900})
    caught(checked(following("2021", year=2021), previous=last), "Y504", "B9")
