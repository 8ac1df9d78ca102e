from reports import (
    APPLICATIONS,
    Figures,
    balanced,
    both,
    caught,
    check_of,
    figures,
    made,
    read,
    silent,
)
from stored import computed, with_results

from govxlsx.form.editions import edition_by_id


@both
def test_silent_on_results_that_are_current(edition: str) -> None:
    silent(check_of(computed(edition)), "V215")


@both
def test_one_finding_a_table_and_no_broken_sum(edition: str) -> None:
    outcome = check_of(with_results(computed(edition), APPLICATIONS, "0"))
    found = caught(outcome, "V215", "J6", APPLICATIONS)
    totals = edition_by_id(edition).parts_of_total
    stale = [each for each in totals if each.startswith("applications.")]
    assert set(found.fields) <= set(stale)
    assert len(found.cells) == len(found.fields) > 1
    assert "Ctrl+Alt+F9" in found.fix
    assert {"S301", "S302", "S303"} <= set(outcome.rules.passed)
    assert outcome.status == "ok"


@both
def test_a_typed_total_is_compared_as_before(edition: str) -> None:
    changed: Figures = {"applications.received.total": 99999}
    outcome = check_of(made(balanced(edition, figures=changed)))
    silent(outcome, "V215")
    assert "S301" in outcome.rules.broken


@both
def test_the_result_is_the_sum_of_the_parts(edition: str) -> None:
    report = read(with_results(computed(edition), APPLICATIONS, "0"))
    total = report.figures["applications.received.total"]
    assert total.value == figures(edition)["applications.received.total"]
    assert total.raw == "0"
