import pytest
from reports import APPLICATIONS, DISCLOSURE, balanced, both, caught, checked, put, silent


@both
def test_silent_where_nobody_signed(edition: str) -> None:
    silent(checked(balanced(edition)), "W134")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "填表人：张三",
            "单位负责人：  审核人：  （盖章）",
            "填报日期：2027年1月5日",
            "2027.1.5",
            "（2026年度）",
        ),
        *("单位：件、万元", "填报单位：青石县水利局", "（公章）"),
    ],
)
def test_caught_beside_a_table(text: str) -> None:
    outcome = checked(balanced("2021"), put(APPLICATIONS, A40=text))
    caught(outcome, "W134", "A40", APPLICATIONS)
    silent(outcome, "W117")


def test_the_lines_of_all_tables_are_one() -> None:
    signed = {"A40": "填表人", "C40": "张三", "D40": "2027年1月5日"}
    outcome = checked(balanced("2021"), put(DISCLOSURE, **signed) | put(APPLICATIONS, **signed))
    found = caught(outcome, "W134", "A40", DISCLOSURE)
    assert "“二、主动公开”的 A40、C40:D40；“三、依申请公开”的 A40、C40:D40" in found.message
    silent(outcome, "W117")


@pytest.mark.parametrize(
    "text", ["以上数据审核人未核对", "日期以收到为准：3件", "电话申请3件", "张三"]
)
def test_what_says_more_is_unread(text: str) -> None:
    outcome = checked(balanced("2021"), put(APPLICATIONS, A40=text))
    caught(outcome, "W117", "A40", APPLICATIONS)
    silent(outcome, "W134")
