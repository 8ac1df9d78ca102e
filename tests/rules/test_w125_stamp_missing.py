from reports import GUIDE, balanced, both, caught, checked, put, silent


@both
def test_silent_on_the_current_stamp(edition: str) -> None:
    silent(checked(balanced(edition)), "W125")


@both
def test_caught_without_the_guide(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.remove(book[GUIDE]))
    caught(outcome, "W125", None)
    assert outcome.status == "ok"


@both
def test_caught_with_a_stamp_that_makes_no_sense(edition: str) -> None:
    caught(checked(balanced(edition), put(GUIDE, B4="最新版")), "W125", "B4", GUIDE)
