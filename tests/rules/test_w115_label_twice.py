from __future__ import annotations

from reports import APPLICATIONS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_labels_of_the_form(edition: str) -> None:
    silent(checked(balanced(edition)), "W115")


@both
def test_caught_where_a_row_name_stands_twice(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, L20="（一）予以公开"))
    finding = caught(outcome, "W115", "B8", APPLICATIONS)
    assert finding.cells == ("B8", "L20")
    assert finding.field == "applications.disclosed.natural_person"
