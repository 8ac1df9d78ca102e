from __future__ import annotations

from reports import PROCEEDINGS, balanced, both, caught, checked, silent


@both
def test_silent_on_a_whole_workbook(edition: str) -> None:
    silent(checked(balanced(edition)), "W111")


@both
def test_caught_without_a_table(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.remove(book[PROCEEDINGS]))
    assert f"“{PROCEEDINGS}”" in caught(outcome, "W111", None).message


@both
def test_not_told_of_sheets_that_hold_nothing_of_the_agency(edition: str) -> None:
    silent(checked(balanced(edition), lambda book: book.remove(book["校验"])), "W111")
