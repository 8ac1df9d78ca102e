import pytest
from openpyxl import Workbook
from reports import (
    APPLICATIONS,
    DISCLOSURE,
    OVERVIEW,
    balanced,
    both,
    caught,
    check_of,
    checked,
    made,
    put,
    silent,
)
from workbooks import build


@both
def test_silent_on_a_workbook_without_hidden_content(edition: str) -> None:
    silent(checked(balanced(edition)), "W118")


def _hide_row(book: Workbook) -> None:
    book[APPLICATIONS].row_dimensions[7].hidden = True


def _hide_column(book: Workbook) -> None:
    book[APPLICATIONS].column_dimensions["J"].hidden = True


def _hidden_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("去年")
    sheet["B2"] = 12
    sheet.sheet_state = "veryHidden"


def _empty_hidden_sheet(book: Workbook) -> None:
    book.create_sheet("空表").sheet_state = "hidden"


@both
def test_caught_in_a_hidden_row(edition: str) -> None:
    outcome = checked(balanced(edition), _hide_row)
    found = caught(outcome, "W118", "A7", APPLICATIONS)
    assert "表里的数字照常读取，别的没有读取" in found.message
    assert outcome.status == "ok"


def test_text_in_a_hidden_row_is_not_read() -> None:
    def edit(book: Workbook) -> None:
        book[OVERVIEW].row_dimensions[5].hidden = True

    found = caught(checked(balanced("2021"), edit), "W118", "B5", OVERVIEW)
    assert "（没有读取）" in found.message


@both
def test_caught_in_a_hidden_column(edition: str) -> None:
    caught(checked(balanced(edition), _hide_column), "W118", "J4", APPLICATIONS)


@both
def test_caught_on_a_hidden_sheet(edition: str) -> None:
    caught(checked(balanced(edition), _hidden_sheet), "W118", "B2", "去年")


@both
def test_nothing_hidden_on_an_empty_sheet(edition: str) -> None:
    silent(checked(balanced(edition), _empty_hidden_sheet), "W118")


@both
def test_hidden_sheets_are_one_finding(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for name in ("去年二", "去年三", "去年四"):
            sheet = book.create_sheet(name)
            sheet["B2"], sheet.sheet_state = 12, "hidden"

    finding = caught(checked(balanced(edition), edit), "W118", "B2", "去年二")
    assert "有 3 张工作表是隐藏的，没有读取：“去年二”（1 格）、“去年三”（1 格）" in finding.message


def test_silent_where_only_the_template_s_own_words_are_hidden() -> None:
    def narrowed(book: Workbook) -> None:
        book["一、总体情况"].column_dimensions["A"].hidden = True
        book["基本信息"].column_dimensions["C"].hidden = True
        book[APPLICATIONS].row_dimensions[2].hidden = True

    silent(checked(balanced("2021"), narrowed), "W118")


@pytest.mark.parametrize(("cells", "told"), [({"C7": 3}, True), ({}, False)])
def test_what_merged_cells_cover_is_told_with_hidden_rows(
    cells: dict[str, int], told: bool
) -> None:
    content = made(balanced("2021"), put(DISCLOSURE, **cells))
    hidden = build.replaced(
        content, build.part(DISCLOSURE), b'<row r="5"', b'<row hidden="1" r="5"'
    )
    found = caught(check_of(hidden), "W118", "A5", DISCLOSURE)
    assert ("合并单元格盖住的，取消合并" in found.fix) == told
