from reports import APPLICATIONS, CONCLUDED, balanced, both, caught, checked, figures, given, silent

from govxlsx.checking.finding import Finding, Outcome


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


@both
def test_blank_results_are_not_what_a_small_total_lacks(edition: str) -> None:
    row = CONCLUDED[edition]
    blank = {f"applications.{each}.total": None for each in ("disclosed", "partly_disclosed")}
    data = balanced(edition, figures={**blank, "applications.concluded.total": 1})
    finding = caught(checked(data), "S302", f"J{row}")
    assert finding.fix.startswith("先改 J8:J9 的问题："), "their own parts are not 0"


@both
def test_a_value_that_no_cell_can_hold_is_not_proposed(edition: str) -> None:
    row, before = CONCLUDED[edition], figures(edition)
    small = {
        each: int(before[each] or 0) - 5
        for each in ("applications.disclosed.total", "applications.concluded.enterprise")
    }
    small["applications.carried_out.enterprise"] = 7
    finding = caught_in(checked(balanced(edition, figures=small)), "S302", f"E{row}")
    assert (finding.cause, finding.lead) == ("applications.disclosed.enterprise", None)
    assert finding.fix.startswith(f"请核对 E8:E{row - 1} 和 E{row}：")


def caught_in(outcome: Outcome, code: str, cell: str) -> Finding:
    """Return the finding of a code at a cell, among others of that code."""
    (found,) = [each for each in outcome.findings if (each.code, each.cell) == (code, cell)]
    return found
