"""Stretches of text: the sentence around a place, what is shown beside a quotation, one refusal."""

import pytest
from reports import BASICS, balanced, both, checked, put

from govxlsx.checking.prose import around, sentence
from govxlsx.checking.refusal import sentence as refusal
from govxlsx.errors import OutputError

TEXT = "一是；二是甲。三！\n四是乙"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (0, "一是"),
        (1, "一是"),
        (3, "二是甲"),
        (5, "二是甲"),
        (7, "三"),
        (11, "四是乙"),
        (12, "四是乙"),
    ],
)
def test_the_sentence_around_a_place(at: int, said: str) -> None:
    assert sentence(TEXT, at) == said


def test_a_sentence_that_begins_the_text_or_ends_nowhere() -> None:
    assert sentence("。二", 0) == ""
    assert sentence("只有一句", 2) == "只有一句"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (8, 10, "abcdefghijklmnopqr…"),
        (9, 10, "…bcdefghijklmnopqr…"),
        (0, 2, "abcdefghij…"),
        (16, 18, "…ijklmnopqrstuvwxyz"),
        (16, 17, "…ijklmnopqrstuvwxy…"),
    ],
)
def test_what_stands_beside_a_quotation(start: int, end: int, shown: str) -> None:
    assert around("abcdefghijklmnopqrstuvwxyz", start, end) == shown


def test_an_error_that_is_no_refusal_says_itself() -> None:
    assert refusal(OutputError("磁盘已满。")) == "磁盘已满。"


@both
def test_every_rule_looks_at_a_report_without_a_year(edition: str) -> None:
    text = "收到政府信息公开申请12件，比上年增长20%，均已办结。"
    data = balanced(edition, narrative={"overview": text})
    assert checked(data, put(BASICS, B4=None)).rules.failed == {}
