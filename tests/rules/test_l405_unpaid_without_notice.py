import pytest
from reports import APPLICATIONS, balanced, caught, checked, put, silent

UNPAID = put(APPLICATIONS, J27=3)
NOBODY = put(APPLICATIONS, **dict.fromkeys(("D27", "E27", "F27", "G27", "H27", "I27", "J27"), 0))


@pytest.mark.parametrize(
    "text",
    [
        "发出收费通知3件，总金额300元，申请人均未缴纳，实际收取0元。",
        "向3名申请人送达缴费通知书，均逾期未缴。",
        "通知3名申请人缴纳信息处理费，均未缴纳，没有收到按收费通知缴纳的费用。",
    ],
)
def test_silent_where_the_notice_is_told(text: str) -> None:
    silent(checked(balanced("2021", narrative={"other": text}), UNPAID), "L405")


def test_silent_where_nobody_left_it_unpaid() -> None:
    data = balanced("2021", narrative={"other": "本年度没有收取信息处理费。"})
    silent(checked(data, NOBODY), "L405")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本年度没有收取信息处理费，无其他需要报告的事项。", "没有写发出收费通知"),
        ("本年度未发出收费通知，收取信息处理费0元。", "写的是没有发出收费通知"),
        ("本年度发出收费通知0件，收取信息处理费0元。", "写的是没有发出收费通知"),
    ],
)
def test_caught_where_it_is_not(text: str, words: str) -> None:
    outcome = checked(balanced("2021", narrative={"other": text}), UNPAID)
    finding = caught(outcome, "L405", "J27", APPLICATIONS)
    assert finding.field == "applications.other.unpaid.total"
    assert words in finding.message


def test_not_run_without_a_part_six() -> None:
    outcome = checked(balanced("2021", narrative={"other": ""}), UNPAID)
    assert outcome.rules.not_run["L405"] == "第六部分没有文字"
