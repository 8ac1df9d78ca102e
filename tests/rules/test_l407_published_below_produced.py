from reports import DISCLOSURE, balanced, caught, checked, put, silent


def test_silent_where_all_are_published() -> None:
    silent(checked(balanced("2019")), "L407")


def test_silent_where_older_ones_are_published_too() -> None:
    silent(checked(balanced("2019"), put(DISCLOSURE, B6=2, C6=5)), "L407")


def test_caught() -> None:
    outcome = checked(balanced("2019"), put(DISCLOSURE, B6=5, C6=3))
    finding = caught(outcome, "L407", "C6", DISCLOSURE)
    assert (finding.cells, finding.found, finding.expected) == (("B6", "C6"), 3, 5)
    assert "本年新公开 3 件，少于本年新制作的 5 件" in finding.message
