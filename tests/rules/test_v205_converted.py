import pytest
from reports import APPLICATIONS, DISCLOSURE, balanced, both, caught, checked, given, put, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V205")


@pytest.mark.parametrize("text", ["1", "１", "1件", " 1 件 ", "1.0", "0,001", "+1"])
@both
def test_caught_and_read(edition: str, text: str) -> None:
    outcome = given(edition, "E7", text)
    assert caught(outcome, "V205", "E7", APPLICATIONS).found == 1
    silent(outcome, "S301")


@pytest.mark.parametrize("text", ["￥3", "¥ 3.00", "3万元"])
def test_caught_on_money_with_its_sign(text: str) -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, B16=text))
    assert caught(outcome, "V205", "B16", DISCLOSURE).found == 3


@both
@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("1件", "2件"), "“1件”、“2件”"),
        (("1件", "2件", "3件"), "“1件”、“2件”、“3件”"),
        (("1件", "2件", "3件", "4件"), "“1件”、“2件”、“3件”、“…”"),
    ],
)
def test_three_of_many_texts_are_quoted(edition: str, texts: tuple[str, ...], shown: str) -> None:
    cells = {f"{column}7": text for column, text in zip("DEFG", texts, strict=False)}
    finding = caught(checked(balanced(edition), put(APPLICATIONS, **cells)), "V205", "D7")
    assert finding.cells == tuple(cells)
    assert shown in finding.message
    assert "、“…”" in finding.message or len(texts) < 4


@both
def test_caught_on_the_noise_of_a_calculation(edition: str) -> None:
    assert caught(given(edition, "E7", 1.0000000001), "V205", "E7").found == 1
