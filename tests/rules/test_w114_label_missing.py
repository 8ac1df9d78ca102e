from __future__ import annotations

from reports import APPLICATIONS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_labels_of_the_form(edition: str) -> None:
    silent(checked(balanced(edition)), "W114")


@both
def test_caught_where_a_row_has_lost_its_name(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, B9="（二）部分"))
    finding = caught(outcome, "W114", None, APPLICATIONS)
    assert finding.field == "applications.partly_disclosed.natural_person"
    assert len(finding.fields) == 7


@both
def test_caught_where_a_column_has_lost_its_name(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, E5="公司"))
    finding = caught(outcome, "W114", None, APPLICATIONS)
    assert finding.field == "applications.received.enterprise"
    assert "S301" in outcome.rules.not_run


@both
def test_a_label_of_another_width_is_the_same(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, B9="(二) 部分公开", E5=" 商业 企业"))
    silent(outcome, "W114")
