import pytest
from reports import balanced, caught, checked, silent


@pytest.mark.parametrize(
    "text",
    [
        "本年度没有收取信息处理费。",
        "全年收取信息处理费1260元。",
        "全年未向申请人收取任何费用，此外无需要说明的事项。",
        "本机关未收费。无其他事项。",
    ],
)
def test_silent(text: str) -> None:
    silent(checked(balanced("2021", narrative={"other": text})), "N713")


@pytest.mark.parametrize("text", ["无。", "无其他需要报告的事项。"])
def test_caught(text: str) -> None:
    outcome = checked(balanced("2021", narrative={"other": text}))
    caught(outcome, "N713", "B4", "六、其他事项")


def test_for_the_edition_of_2021_only() -> None:
    outcome = checked(balanced("2019", narrative={"other": "无其他需要报告的事项。"}))
    assert outcome.rules.not_run["N713"].startswith("只用于 2021")
