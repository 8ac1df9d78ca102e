import pytest
from reports import OVERVIEW, balanced, both, caught, checked, made, put, read, silent


@both
def test_silent_on_words_about_loading(edition: str) -> None:
    silent(checked(balanced(edition), put(OVERVIEW, B20="网页加载中断的情况有所减少。")), "V219")


@pytest.mark.parametrize(
    "text",
    [
        '=DISPIMG("ID_6C3A",1)',
        "Loading...",
        "正在加载…",
        "#BUSY!",
        "[图片]",
        "【图片】",
        "（图片）",
        "［Image］",
        "[cid:image001.png@01DA]",
        "![图](a.png)",
        "\ufffc",
    ],
)
@both
def test_caught_and_not_printed(edition: str, text: str) -> None:
    def edit(book):  # type: ignore[no-untyped-def]
        book[OVERVIEW]["B20"] = text
        book[OVERVIEW]["B20"].data_type = "s"

    caught(checked(balanced(edition), edit), "V219", "B20", OVERVIEW)
    assert text not in [
        each.text for each in read(made(balanced(edition), edit)).narrative["overview"]
    ]
    silent(checked(balanced(edition), put(OVERVIEW, B20="Loading dock")), "V219")
