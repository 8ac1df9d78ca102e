from decimal import Decimal

import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, figures, given, put, silent

from govxlsx.report.model import Explanation


@both
def test_silent_on_a_balanced_report(edition: str) -> None:
    silent(checked(balanced(edition)), "S301")


FIELD = "applications.carried_in.total"


@both
def test_caught_on_a_wrong_total(edition: str) -> None:
    outcome = given(edition, "J7", 5)
    finding = caught(outcome, "S301", "J7", APPLICATIONS)
    assert (finding.field, finding.found, finding.expected) == (FIELD, 5, 6)
    assert finding.cells == ("D7", "E7", "F7", "G7", "H7", "I7", "J7")
    assert finding.message.endswith("（D7:I7）合计 6，总计少 1。")
    assert finding.cause == FIELD
    assert caught(outcome, "S303", f"J{28 if edition == '2019' else 30}").cause == FIELD


@both
def test_how_much_a_total_is_too_high(edition: str) -> None:
    finding = caught(given(edition, "J7", 7), "S301", "J7")
    assert finding.message.endswith("总计（J7）是 7，六类申请人（D7:I7）合计 6，总计多 1。")


@both
def test_a_blank_that_is_lacking_is_told_to_be_filled_in(edition: str) -> None:
    cells = {"E7": None, "F7": None, "J7": 5}
    finding = caught(checked(balanced(edition), put(APPLICATIONS, **cells)), "S301", "J7")
    assert finding.fix.startswith("E7:F7 是空白：漏填的请补上，使合计等于 J7 的 5；")


@both
def test_caught_on_a_blank_total(edition: str) -> None:
    finding = caught(given(edition, "J7", None), "S301", "J7")
    assert (finding.found, finding.expected) == (None, 6)


@both
def test_a_blank_total_of_zeros_is_no_broken_sum(edition: str) -> None:
    blank = {f: None if f.endswith(".total") else 0 for f in figures(edition)}
    silent(checked(balanced(edition, figures=blank)), "S301")


@both
def test_fractions_and_negative_figures_are_added_up(edition: str) -> None:
    finding = caught(given(edition, "E7", -1.5), "S301", "J7")
    assert (finding.found, finding.expected) == (6, Decimal("3.5"))
    assert finding.cause == "applications.carried_in.enterprise"


@both
def test_a_cause_that_no_cell_can_hold_is_doubted_first(edition: str) -> None:
    finding = caught(given(edition, "E7", -1.5), "S301", "J7")
    assert "商业企业”列（E7）：现在是 -1.5，不能是负数。台账是 1 的，改为 1，" in finding.fix
    assert finding.lead == (
        "先核对 E7：现在是 -1.5，不能是负数。改为 1 的，下面 2 处合计就都对了；"
        "台账上不是 1 的，合计也要改。"
    )


@both
@pytest.mark.parametrize(("cell", "typed", "right"), [("D8", 5, 0), ("E7", 0, 1)])
def test_nothing_is_a_number_like_others(edition: str, cell: str, typed: int, right: int) -> None:
    finding = caught(given(edition, cell, typed), "S301", f"J{cell[1:]}")
    assert str(finding.lead).startswith(f"改 {cell}：{typed} → {right}，下面 2 处合计就都对了。")


@both
def test_an_error_is_not_explained_away(edition: str) -> None:
    explained = (Explanation("S301", "以台账为准。"),)
    wrong = {"applications.disclosed.total": 1}
    outcome = checked(balanced(edition, figures=wrong, explanations=explained))
    assert {each.explained for each in outcome.findings if each.code == "S301"} == {None}
    assert outcome.status == "errors"
