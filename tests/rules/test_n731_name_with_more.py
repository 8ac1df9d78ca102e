from dataclasses import replace

import pytest
from reports import AGENCY, BASICS, balanced, both, caught, checked, silent


@pytest.mark.parametrize(
    "name",
    ["青石县水利局", "青石县人民政府办公室", "二〇一工业园区管理委员会", "青石县年丰镇人民政府"],
)
@both
def test_silent_on_names(edition: str, name: str) -> None:
    silent(checked(balanced(edition, agency=replace(AGENCY, name=name))), "N731")


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("青石县水利局（盖章）", "（盖章）"),
        ("青石县水利局2026年度", "2026年度"),
        ("青石县水利局2026年政府信息公开工作年度报告", "2026年政府信息公开工作年度报告"),
        ("青石县水利局政府信息公开年报", "政府信息公开年报"),
        ("单位名称：青石县水利局", "单位名称："),
        ("青石县水利局。", "。"),
    ],
)
@both
def test_caught(edition: str, name: str, quote: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, name=name)))
    assert f"“{quote}”" in caught(outcome, "N731", "B3", BASICS).message


def test_caught_on_two_lines() -> None:
    outcome = checked(balanced("2021", agency=replace(AGENCY, name="安徽省青石县\n青石县水利局")))
    assert caught(outcome, "N731", "B3", BASICS).message.startswith("机关名称里的换行多半不是名称")
