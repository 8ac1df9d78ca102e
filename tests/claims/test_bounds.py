"""The work that a text costs grows as the text does: steps are counted, not seconds."""

import sys
from dataclasses import replace

import pytest
from reports import balanced, made, read

from govxlsx import extract_claims
from govxlsx.checking import check
from govxlsx.checking.case import Case
from govxlsx.checking.catalogue import checks
from govxlsx.checking.engine import MOST, text_codes
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Report

ADVERSE = (
    "收到申请1件、",
    "其中市教育局12件、市公安局8件、",
    "（(其中1件",
    "）)",
    "1234567890",
    "万",
    "其中",
    "，；、。",
    "办结12件，占5.2%，",
    "未收到申请、",
    "因政府信息公开申请引起的",
    "行政复议、行政诉讼均为0，",
    "2023年",
    "不掌握（9件）",
    "一百二十",
    "和申请",
    "自然人、法人和",
    "予以公开1件，",
    "信息10条，其中：网站8条、",
    "公开（部分公开）",
    "无行政复议被纠正、",
    "收到申请3件、征地申请2件、",
    "教育局：申请9件；",
    "通过来信、网络受理申请3件，合计3件，",
    "零复议、诉讼零发生，",
    "上年结转至本年度",
    "收到申请12件，较上年增长20%，",
)


def report(text: str) -> Report:
    return replace(PLAIN, narrative={**PLAIN.narrative, "overview": (Paragraph(text),)})


PLAIN = read(made(balanced("2021")))
TOLD = [rule for rule in checks() if rule.code.startswith("T6")]


def steps(text: str) -> int:
    """Return how many calls it takes to read the claims of a text and to look at them."""
    count = 0

    def called(*_: object) -> None:
        nonlocal count
        count += 1

    case = Case(report(text))
    sys.setprofile(called)
    try:
        extract_claims(text, 2024)
        for rule in TOLD:
            for _ in rule.look(case):
                pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("part", ADVERSE)
def test_twice_the_text_is_twice_the_work(part: str) -> None:
    short = part * (600 // len(part))
    steps(short)
    once, twice = steps(f"另{short}"), steps(f"又{short * 2}")  # sentences met before cost less
    assert twice <= 2.3 * once + 500


def test_a_full_cell_is_read() -> None:
    text = ("收到申请1件、" * 6000)[:32_767]
    assert len(extract_claims(text, 2024)) > 4000


def test_too_much_text_costs_the_rules_on_text_only() -> None:
    text = "全年公布文件和解读。" * (MOST // 10 + 1)
    outcome = check(report(text))
    for rule in checks():
        if rule.code in text_codes():
            assert "上限" in outcome.rules.not_run[rule.code]
    assert {"S301", "S303"} <= set(outcome.rules.passed)
