from reports import GUIDE, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_current_stamp(edition: str) -> None:
    silent(checked(balanced(edition)), "W124")


@both
def test_caught_with_a_later_revision(edition: str) -> None:
    outcome = checked(balanced(edition), put(GUIDE, B4=f"{edition}.2"))
    assert f"{edition}.2" in caught(outcome, "W124", "B4", GUIDE).message


@both
def test_caught_with_an_edition_to_come(edition: str) -> None:
    caught(checked(balanced(edition), put(GUIDE, B4="2029.1")), "W124", "B4", GUIDE)
