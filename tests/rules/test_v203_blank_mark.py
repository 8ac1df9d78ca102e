import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V203")


@pytest.mark.parametrize("value", ["—", "-", "/", "无", "N/A", " 无 "])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V203", "E7", APPLICATIONS).found == value


@both
def test_counts_as_blank_in_sums(edition: str) -> None:
    assert caught(given(edition, "E7", "—"), "S301", "J7").expected == 5


@pytest.mark.parametrize("word", ["没有", "未发生", "不涉及", "不适用", "暂无", "零", "〇"])
@both
def test_caught_on_a_word_for_nothing(edition: str, word: str) -> None:
    outcome = given(edition, "D10", word)
    assert word in caught(outcome, "V203", "D10", APPLICATIONS).message
    silent(outcome, "V204")
