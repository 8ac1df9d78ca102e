from reports import NARRATIVE, OVERVIEW, both, caught, silent, told

_ROOM = 1500 - len("".join(NARRATIVE["overview"].split()))


@both
def test_silent_on_fifteen_hundred_characters(edition: str) -> None:
    silent(told(edition, overview="甲 " * (_ROOM - 1) + "\n乙"), "N710")


@both
def test_caught_above(edition: str) -> None:
    finding = caught(told(edition, overview="甲" * (_ROOM + 1)), "N710", "B4", OVERVIEW)
    assert finding.message == "“一、总体情况”有 1501 个字，超过 1500 个字。"
