from reports import GUIDE, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_current_stamp(edition: str) -> None:
    silent(checked(balanced(edition)), "W123")


@both
def test_caught_with_an_earlier_revision(edition: str) -> None:
    outcome = checked(balanced(edition), put(GUIDE, B4=f"{edition}.0"))
    assert f"{edition}.1" in caught(outcome, "W123", "B4", GUIDE).message
