from openpyxl import Workbook
from reports import APPLICATIONS, balanced, both, caught, checked, silent


@both
def test_silent_on_a_workbook_as_made(edition: str) -> None:
    silent(checked(balanced(edition)), "W112")


def _copy(book: Workbook) -> None:
    book.copy_worksheet(book[APPLICATIONS])


def _hidden_copy(book: Workbook) -> None:
    book.copy_worksheet(book[APPLICATIONS]).sheet_state = "hidden"


@both
def test_caught_with_a_copy_of_a_table(edition: str) -> None:
    finding = caught(checked(balanced(edition), _copy), "W112", None, f"{APPLICATIONS} Copy")
    assert f"“{APPLICATIONS}”、“{APPLICATIONS} Copy”" in finding.message


@both
def test_a_hidden_copy_is_no_rival(edition: str) -> None:
    outcome = checked(balanced(edition), _hidden_copy)
    silent(outcome, "W112")
    assert "W118" in outcome.rules.broken
