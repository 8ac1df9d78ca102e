from reports import APPLICATIONS, DISCLOSURE, balanced, both, caught, checked, given, put, silent


@both
def test_silent_on_counts(edition: str) -> None:
    silent(checked(balanced(edition)), "V207")


@both
def test_caught(edition: str) -> None:
    assert caught(given(edition, "E7", -1), "V207", "E7", APPLICATIONS).found == -1


def test_a_change_may_be_negative() -> None:
    silent(checked(balanced("2019"), put(DISCLOSURE, C13=-7)), "V207")


def test_a_number_of_items_may_not() -> None:
    caught(checked(balanced("2019"), put(DISCLOSURE, B13=-7)), "V207", "B13", DISCLOSURE)


@both
def test_silent_on_nothing_however_it_is_written(edition: str) -> None:
    silent(given(edition, "E7", "0"), "V207")
