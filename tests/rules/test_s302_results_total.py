from __future__ import annotations

from reports import APPLICATIONS, CONCLUDED, balanced, both, caught, checked, figures, given, silent


@both
def test_silent_on_a_balanced_report(edition: str) -> None:
    silent(checked(balanced(edition)), "S302")


@both
def test_caught_on_a_wrong_result(edition: str) -> None:
    outcome = given(edition, "E20", 90)
    field, row = "applications.concluded.enterprise", CONCLUDED[edition]
    before = figures(edition)
    finding = caught(outcome, "S302", f"E{row}", APPLICATIONS)
    assert (finding.field, finding.found) == (field, before[field])
    cause = "applications.unavailable.unclear_after_correction.enterprise"
    assert finding.expected == before[field] + 90 - before[cause]
    assert finding.cause == caught(outcome, "S301", "J20").cause == cause


@both
def test_caught_on_a_blank_total(edition: str) -> None:
    outcome = given(edition, f"F{CONCLUDED[edition]}", None)
    finding = caught(outcome, "S302", f"F{CONCLUDED[edition]}")
    assert finding.found is None
    assert finding.expected == figures(edition)["applications.concluded.research_institution"]


@both
def test_blank_results_are_to_be_filled_first(edition: str) -> None:
    row = CONCLUDED[edition]
    fields = ("applications.disclosed.total", "applications.partly_disclosed.total")
    outcome = checked(balanced(edition, figures=dict.fromkeys(fields)))
    finding = caught(outcome, "S302", f"J{row}")
    assert finding.cause is None
    filled = f"J8:J9 是空白：漏填的请补上，使合计等于 J{row} 的 {finding.found}；没有发生的填 0，"
    assert finding.fix.startswith(filled)


@both
def test_one_blank_total_that_mends_two_sums(edition: str) -> None:
    finding = caught(given(edition, "J8", None), "S302", f"J{CONCLUDED[edition]}")
    assert "（J8）由空白改为 " in finding.fix
