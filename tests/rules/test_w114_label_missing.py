import pytest
from openpyxl import Workbook
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
@pytest.mark.parametrize(("text", "held"), [("一、收到的", "写的是“一、收到的”"), (None, "是空白")])
def test_it_is_told_where_the_template_has_the_label(
    edition: str, text: str | None, held: str
) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, A6=text))
    finding = caught(outcome, "W114", None, APPLICATIONS)
    assert f"（模板里在 A6，现在{held}）" in finding.message
    left = caught(outcome, "W117", "A6" if text else "D6", APPLICATIONS)
    assert left.fix.startswith("这张表有行名或列名对不上（W114、W115），请先照那一条改正")


@both
def test_the_title_of_a_part_is_not_taken_for_a_label(edition: str) -> None:
    def lowered(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        sheet.move_range(f"A1:J{sheet.max_row}", rows=3)
        sheet["A9"] = None

    outcome = checked(balanced(edition), lowered)
    assert "A4" not in next(each.message for each in outcome.findings if each.code == "W114")


@both
def test_a_label_of_another_width_is_the_same(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, B9="(二) 部分公开", E5=" 商业 企业"))
    silent(outcome, "W114")
