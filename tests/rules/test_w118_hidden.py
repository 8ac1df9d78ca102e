from openpyxl import Workbook
from reports import APPLICATIONS, balanced, both, caught, checked, silent


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
    caught(outcome, "W118", "A7", APPLICATIONS)
    assert outcome.status == "ok"


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
