import pytest
from openpyxl import Workbook
from reports import APPLICATIONS, PROCEEDINGS, balanced, both, caught, checked, put, silent


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
    assert f"没有读取：{'A6、' if text else ''}D6:J6。" in finding.message
    assert finding.cells == (*(("A6",) if text else ()), *(f"{column}6" for column in "DEFGHIJ"))
    silent(outcome, "W117")


def test_what_stands_beside_the_table_is_told_for_itself() -> None:
    outcome = checked(
        balanced("2021"), put(APPLICATIONS, D4="个人", A40="约数", A42="填表人：张三")
    )
    lost = caught(outcome, "W114", None, APPLICATIONS)
    assert "没有读取：D4、D6:D30。" in lost.message
    assert lost.begins == "D4"  # where people look first
    assert caught(outcome, "W117", "A40", APPLICATIONS).cells == ("A40",)
    assert caught(outcome, "W134", "A42", APPLICATIONS).cells == ("A42",)


def test_groups_of_columns_that_are_found_do_not_suffer_from_those_that_are_not() -> None:
    outcome = checked(balanced("2021"), put(PROCEEDINGS, F4="直接起诉"))
    assert "没有读取：F4、F6:J6。" in caught(outcome, "W114", None, PROCEEDINGS).message
    silent(outcome, "W115")


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
