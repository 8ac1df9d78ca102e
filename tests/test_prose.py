"""Stretches of text: the sentence around a place, what is shown beside a quotation, one refusal."""

import pytest
from reports import BASICS, OVERVIEW, balanced, both, checked, put

from govxlsx.addresses import Place
from govxlsx.checking.case import Passage
from govxlsx.checking.prose import around, sentence
from govxlsx.checking.refusal import sentence as refusal
from govxlsx.checking.repeated import gathered
from govxlsx.errors import OutputError
from govxlsx.report.figure import Paragraph

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
    assert sentence("。二", 1) == "二"
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


@pytest.mark.parametrize(
    ("count", "times", "where"),
    [
        (1, "", "B1"),
        (2, "，共 2 处", "B1、B2"),
        (12, "，共 12 处", "、".join(f"B{row}" for row in range(1, 13))),
        (13, "，共 13 处", "、".join(f"B{row}" for row in range(1, 13)) + " 等 13 格"),
    ],
)
def test_places_of_one_cause_are_counted_and_the_first_are_named(
    count: int, times: str, where: str
) -> None:
    at = [Place(OVERVIEW, f"B{row}") for row in range(1, count + 1)]
    fact = gathered([(Passage("overview", Paragraph("甲乙", at=each)), 0, 1) for each in at])
    assert (fact.words["times"], fact.words["where"], fact.cell) == (times, where, "B1")
    assert fact.cells == tuple(each.cell for each in at)


def test_an_error_that_is_no_refusal_says_itself() -> None:
    assert refusal(OutputError("磁盘已满。")) == "磁盘已满。"


@both
def test_every_rule_looks_at_a_report_without_a_year(edition: str) -> None:
    text = "收到政府信息公开申请12件，比上年增长20%，均已办结。"
    data = balanced(edition, narrative={"overview": text})
    assert checked(data, put(BASICS, B4=None)).rules.failed == {}
