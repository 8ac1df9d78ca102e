from openpyxl import Workbook
from reports import DISCLOSURE, PROCEEDINGS, balanced, both, caught, checked, silent


@both
def test_silent_on_a_whole_workbook(edition: str) -> None:
    silent(checked(balanced(edition)), "W111")


@both
def test_caught_without_a_table(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.remove(book[PROCEEDINGS]))
    assert f"“{PROCEEDINGS}”" in caught(outcome, "W111", None).message


@both
def test_a_table_below_another_is_told_where_it_is(edition: str) -> None:
    def edit(book: Workbook) -> None:
        below = book[DISCLOSURE].max_row + 2
        for row in book[PROCEEDINGS].iter_rows():
            for cell in row:
                if cell.value is not None:
                    book[DISCLOSURE].cell(below + cell.row, cell.column).value = cell.value
        book.remove(book[PROCEEDINGS])

    found = caught(checked(balanced(edition), edit), "W111", None)
    assert f"“{DISCLOSURE}”的 A" in found.message


@both
def test_not_told_of_sheets_that_hold_nothing_of_the_agency(edition: str) -> None:
    silent(checked(balanced(edition), lambda book: book.remove(book["校验"])), "W111")
