import pytest
from reports import APPLICATIONS, balanced, both, caught, checked, given, put, silent


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


def test_no_space_stands_between_the_words_of_many_cells() -> None:
    cells = [f"{column}{row}" for row in (10, 12, 14, 16, 20) for column in "DF"]
    found = caught(
        checked(balanced("2021"), put(APPLICATIONS, **dict.fromkeys(cells, "/"))), "V203", "D10"
    )
    assert found.fix == "没有发生的，请在 D10 等 10 格填 0。"
    one = caught(checked(balanced("2021"), put(APPLICATIONS, D10="/")), "V203", "D10")
    assert one.fix == "没有发生的，请在 D10 填 0。"
