from __future__ import annotations

import pytest
from reports import (
    ADDED,
    BASICS,
    NARRATIVE,
    OVERVIEW,
    YEAR,
    balanced,
    both,
    caught,
    checked,
    silent,
    told,
)

_LAW = "根据《中华人民共和国政府信息公开条例》（国务院令第711号），"


@both
@pytest.mark.parametrize(
    "text",
    [
        "现公布永宁市档案局{year}年政府信息公开工作年度报告。",
        "编制《永宁市档案局{year}年度政府信息公开工作年度报告》。",
        "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        "编制本报告，统计数据从{year}年1月1日至12月31日，可查阅{before}年的报告。",
        "按照《关于做好{before}年政府信息公开工作年度报告编制公布工作的通知》要求，编制本报告。",
    ],
)
def test_silent_where_the_year_is_the_reports(edition: str, text: str) -> None:
    year = YEAR[edition]
    silent(told(edition, preamble=_LAW + text.format(year=year, before=year - 1)), "N701")


@both
def test_silent_where_part_one_tells_that_other_reports_were_published(edition: str) -> None:
    text = f"按时发布{YEAR[edition] - 1}年度政府信息公开工作年度报告。"
    silent(told(edition, overview=text), "N701")


@both
@pytest.mark.parametrize(
    "text",
    [
        "现公布永宁市档案局{year}年政府信息公开工作年度报告。",
        "编制《永宁市档案局{year}年度政府信息公开工作年度报告》。",
        "{year}年度报告根据条例第五十条编制而成。",
        "永宁市档案局{year}年政府信息公开工作年度报告",
    ],
)
def test_caught_where_the_report_names_itself(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, preamble=text.format(year=year - 1))
    finding = caught(outcome, "N701", ADDED["preamble"], BASICS)
    assert (finding.found, finding.expected) == (year - 1, year)


@both
@pytest.mark.parametrize(
    "text",
    [
        "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        "报告中数据统计期限为{year}年1月1日到12月31日。",
        "统计数据时间为{year}.1.1-{year}.12.31。",
    ],
)
def test_caught_in_the_period(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, preamble=text.format(year=year + 1))
    assert caught(outcome, "N701", ADDED["preamble"]).found == year + 1


@both
def test_caught_in_a_period_told_in_part_one(edition: str) -> None:
    text = f"数据统计期限为{YEAR[edition] - 1}年1月1日至12月31日。\n{NARRATIVE['overview']}"
    outcome = checked(balanced(edition, narrative={"overview": text}))
    caught(outcome, "N701", "B4", OVERVIEW)


@both
def test_a_broken_year_is_the_business_of_n702(edition: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, preamble=f"统计期限自{year}年1月1日起至{year}0年12月31日止。")
    silent(outcome, "N701")
    caught(outcome, "N702", ADDED["preamble"])
