import pytest
from reports import OVERVIEW, both, caught, silent, told

LONG = "专栏按照统一要求重新编排，检索更加方便，全年发布政务新媒体信息三百余条"


@both
@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}。",
        "网站运行平稳。\n网站运行平稳。",
        f"{LONG}。\n{LONG}，比上年多。",
        "本机关全年没有收到任何公民、法人或者其他组织提出的政府信息公开申请。\n" * 2,
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N730")


@both
@pytest.mark.parametrize(
    ("text", "cell"),
    [(f"{LONG}。{LONG}。", "B14"), (f"{LONG}。\n文件清理完毕。\n{LONG}。", "B16")],
)
def test_caught(edition: str, text: str, cell: str) -> None:
    finding = caught(told(edition, overview=text), "N730", cell, OVERVIEW)
    assert "（B14）" in finding.message


@both
def test_each_part_by_itself(edition: str) -> None:
    problems = f"存在的问题：\n{LONG}。\n改进情况：已经补充。"
    silent(told(edition, overview=f"{LONG}。", problems=problems), "N730")
