"""Whatever numbers a text has, no rule on text fails on it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from reports import balanced, made, read

from govxlsx.checking import check
from govxlsx.checking.catalogue import checks
from govxlsx.checking.engine import text_codes
from govxlsx.claims import numerals
from govxlsx.report.figure import Figure, Paragraph
from govxlsx.report.model import Report

NUMBERS = st.sampled_from(
    [
        "0",
        "1",
        "12",
        "1,234",
        "0.5",
        "9" * 32,
        "8" * 5000,
        "零",
        "两",
        "一百二十",
        "万",
        "100",
        "000",
    ]
)
UNITS = st.sampled_from(["件", "条", "%", "％", "万条", "万元", "元", "余件", "人次", ""])
WORDS = st.sampled_from(
    [
        "收到申请",
        "办结",
        "占",
        "（占",
        "）",
        "，",
        "。",
        "其中",
        "较上年增长",
        "信息",
        "行政复议",
        "、",
        "共",
        "约占",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, NUMBERS, UNITS).map("".join), max_size=12).map("".join)
BALANCED = read(made(balanced("2021")))
RULES = [rule for rule in checks() if rule.code in text_codes()]


def with_values(value: int | None) -> Report:
    changed = {key: Figure(value, at=each.at) for key, each in BALANCED.figures.items()}
    return replace(BALANCED, figures=changed)


REPORTS = {"balanced": BALANCED, "zeros": with_values(0), "huge": with_values(10**30)}


@pytest.mark.parametrize("name", list(REPORTS))
@examples(40)
@given(TEXTS)
def test_no_rule_on_text_fails(name: str, text: str) -> None:
    report = REPORTS[name]
    told = replace(report, narrative={**report.narrative, "overview": (Paragraph(text),)})
    assert check(told, rules=RULES).rules.failed == {}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到申请0件，办结0件（占0%）。",
        f"收到申请12件，{'9' * 32}件（占5.25%）。",
        f"{'9' * 5000}件。",
        f"收到申请{'9' * 17}件，较上年增长0.{'0' * 30}1%。",
        "新收申请12件，较上年增长12.000000000000001%。",
    ],
)
@pytest.mark.parametrize("name", list(REPORTS))
def test_numbers_that_are_none(name: str, text: str) -> None:
    report = REPORTS[name]
    told = replace(report, narrative={**report.narrative, "overview": (Paragraph(text),)})
    assert check(told, rules=RULES).rules.failed == {}
    assert check(told, replace(report, year=2023), rules=RULES).rules.failed == {}


def test_what_is_too_long_to_be_a_count_is_none() -> None:
    assert numerals.whole("9" * 19) is None
    assert numerals.value("一" * 40) is None
    assert numerals.shares(1, 0, 2) is None
    assert [str(each) for each in numerals.shares(2, 3, 1) or ()] == ["66.7", "66.6"]
