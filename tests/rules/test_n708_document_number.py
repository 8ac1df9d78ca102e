import pytest
from reports import ADDED, BASICS, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "国办公开办函〔2021〕30号、国办函〔2020〕109号。",
        "（2023）苏13行初5号判决；公告2023年第5号；（2023）3号楼。",
        "规划（2021—2025）共30号图纸；附件（2）5号。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, preamble=text), "N708")


@both
@pytest.mark.parametrize(
    "number",
    [
        "[2021]30号",
        "（2021）30号",
        "(2021)30号",
        "【2021】30号",
        "［2021］30 号",
        "〔2021)30号",
        "<2021>30号",
    ],
)
def test_caught(edition: str, number: str) -> None:
    finding = caught(
        told(edition, preamble=f"根据国办公开办函{number}编制。"), "N708", ADDED["preamble"], BASICS
    )
    assert finding.found == number
    assert "〔2021〕30号" in finding.fix


@both
def test_one_finding_for_all_numbers(edition: str) -> None:
    text = "根据国办公开办函[2021]30号、国办函（2020）109号编制。\n执行永政办[2022]3号。"
    finding = caught(told(edition, preamble=text), "N708", ADDED["preamble"], BASICS)
    assert "共 3 处" in finding.message


@both
def test_a_year_without_brackets(edition: str) -> None:
    finding = caught(told(edition, overview="国办公开办函2021年30号。"), "N708", ADDED["overview"])
    assert "应当写作“〔2021〕30号”" in finding.message
    silent(told(edition, overview="国务院令第711号；永政办发〔2024〕3号。"), "N708")
