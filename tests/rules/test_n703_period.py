import pytest
from reports import ADDED, BASICS, YEAR, balanced, both, caught, checked, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "数据统计期限为{year}年1月1日至12月31日。",
        "统计期限自{year}年1月1日零时起至{year}年12月31日止。",
        "所列数据统计至{year}年12月31日。",
        "数据统计期限为1月1日—12月31日，本报告于3月31日前公布。",
    ],
)
def test_silent_on_the_whole_year(edition: str, text: str) -> None:
    silent(told(edition, preamble=text.format(year=YEAR[edition])), "N703")


@both
@pytest.mark.parametrize(
    "text",
    [
        "数据统计期限为{year}年1月1日至11月30日。",
        "数据统计期限自{year}年3月1日起至{year}年12月31日止。",
        "数据统计截至{year}年11月30日。",
    ],
)
def test_caught(edition: str, text: str) -> None:
    outcome = told(edition, preamble=text.format(year=YEAR[edition]))
    caught(outcome, "N703", ADDED["preamble"], BASICS)
    silent(outcome, "N701")
    silent(outcome, "N702")


@both
def test_one_finding_for_all_places(edition: str) -> None:
    period = f"本报告统计期限为{YEAR[edition]}年1月1日至11月30日。"
    outcome = checked(balanced(edition, narrative={"preamble": period, "overview": period}))
    assert "共 2 处" in caught(outcome, "N703", "B15").message


@both
def test_a_year_of_three_digits_is_no_other_year(edition: str) -> None:
    outcome = told(edition, preamble="数据统计期限为202年1月1日至12月31日。")
    silent(outcome, "N701")
    silent(outcome, "N703")


@both
@pytest.mark.parametrize(("line", "fault"), [(3, True), (4, False)])
def test_part_one_begins_with_what_a_report_says_of_itself(
    edition: str, line: int, fault: bool
) -> None:
    period = f"本报告统计期限为{YEAR[edition]}年1月1日至11月30日。"
    text = "工作平稳。\n" * (line - 1) + period
    outcome = checked(balanced(edition, narrative={"overview": text}))
    assert ("N703" in outcome.rules.broken) is fault
