from __future__ import annotations

from reports import APPLICATIONS, OVERVIEW, balanced, both, caught, checked, put, silent


@both
def test_silent_on_a_workbook_as_made(edition: str) -> None:
    silent(checked(balanced(edition)), "W117")


@both
def test_caught_beside_the_table(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, L20="以上数据待核", M20=7))
    assert caught(outcome, "W117", "L20", APPLICATIONS).cells == ("L20", "M20")


@both
def test_caught_beside_the_text(edition: str) -> None:
    caught(checked(balanced(edition), put(OVERVIEW, D6="草稿")), "W117", "D6", OVERVIEW)


@both
def test_caught_on_a_sheet_of_its_own(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.create_sheet("底稿").append([1, 2]))
    assert caught(outcome, "W117", "A1", "底稿").cells == ("A1", "B1")
