"""The work of every rule on text grows as the text does: steps are counted, not seconds."""

from cProfile import Profile
from dataclasses import replace

import pytest
from reports import balanced, made, read

from govxlsx.checking import check
from govxlsx.checking.case import Case
from govxlsx.checking.catalogue import checks
from govxlsx.checking.engine import MOST, exceeded, text_codes
from govxlsx.checking.fact import Fact
from govxlsx.checking.rule import Rule
from govxlsx.report.figure import Paragraph

ADVERSE = (
    "收到申请1件、",
    "其中市教育局12件、市公安局8件、",
    "（(其中1件",
    "1,234,567,8",
    "万",
    "，；、。",
    "办结12件，占5.2%，",
    "因政府信息公开申请引起的",
    "行政复议、行政诉讼均为0，",
    "2023年，我局公开信息3条。",
    "收到申请12件，较上年增长20%，",
    "信息10条，其中：网站8条、",
    "分别为1件、2件、和",
    "统计期限为2023年1月1日至11月30日。",
    "根据《条例》（国务院令第492号）“",
    "永宁市全县宿迁市公开",
    "信息公开公开、财政收支情况、财政收支情况、",
    "13912345678，11010519491231002X，",
    "一是（一）1.（二）二是",
    "XX局——【】今年以来",
)
SIZE = 2_000
CELL, ROWS = 32_767, 1_000
RULES = [rule for rule in checks() if rule.code in text_codes()]
PLAIN, PREVIOUS = read(made(balanced("2021"))), read(made(balanced("2021", year=2023)))


def case(texts: list[str]) -> Case:
    """Return the case of a report that has the paragraphs, and had them the year before."""
    paragraphs = tuple(map(Paragraph, texts))
    told = {**PLAIN.narrative, "overview": paragraphs, "problems": paragraphs[:1]}
    return Case(replace(PLAIN, narrative=told), replace(PREVIOUS, narrative=told))


def steps(texts: list[str]) -> dict[str, int]:
    """Return how many calls each rule on text makes; the first that asks reads the claims."""
    of_rules: dict[str, int] = {}
    looked = case(texts)
    for rule in RULES:
        with Profile() as counted:  # counts in C
            look(rule, looked)
        of_rules[rule.code] = sum(each.callcount for each in counted.getstats())
    return of_rules


def look(rule: Rule, looked: Case) -> None:
    for _ in rule.look(looked):
        pass


def met(texts: list[str]) -> None:
    """Have every rule look once: what was met before costs less."""
    looked = case(texts)
    for rule in RULES:
        look(rule, looked)


def grown(short: dict[str, int], long: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Return the rules to which twice the text is more than 2.3 times the work."""
    return {
        code: (once, long[code]) for code, once in short.items() if long[code] > 2.3 * once + 250
    }


@pytest.mark.parametrize("part", ADVERSE)
def test_twice_the_text_in_a_cell_is_twice_the_work(part: str) -> None:
    text = part * (SIZE // len(part))
    met([text])
    once, twice = steps([f"另{text}"]), steps([f"又{text * 2}"])
    assert grown(once, twice) == {}


@pytest.mark.parametrize("part", ADVERSE)
def test_twice_the_paragraphs_are_twice_the_work(part: str) -> None:
    met([part] * 100)
    assert grown(steps([part] * 100), steps([part] * 200)) == {}


@pytest.mark.parametrize("part", ADVERSE[:4])
def test_a_full_cell_and_a_thousand_paragraphs_are_gone_through(part: str) -> None:
    whole = (part * (CELL // len(part) + 1))[:CELL]
    for texts in ([whole], [part] * ROWS):
        looked = case(texts)
        facts = [fact for rule in RULES for fact in rule.look(looked)]
        assert len(facts) <= len(RULES) * (CELL // len(part) + 1)


@pytest.mark.parametrize(
    "part",
    [
        "收到申请13件。",
        "办结12件，占5.2%，",
        "信息10条，其中：网站8条、微信5条。",
        "公开信息5000万条，其中市级2000条、县级3000条。",
        "申请人均为自然人。",
        "所有申请均已办结。",
        "申请人张某某不服。",
    ],
)
def test_one_cause_in_a_full_cell_is_one_finding(part: str) -> None:
    looked = case([part * (CELL // len(part))])
    told = [(rule.code, fact) for rule in RULES for fact in rule.look(looked)]
    codes = [code for code, fact in told if isinstance(fact, Fact) and code != "Y505"]  # by part
    assert sorted({*codes}) == sorted(codes)


def test_so_much_text_is_looked_through_and_no_more() -> None:
    def reason(count: int) -> str:
        told = {**PLAIN.narrative, "overview": (Paragraph("字" * count),)}
        return exceeded(Case(replace(PLAIN, narrative=told)))

    others = len(Case(replace(PLAIN, narrative={**PLAIN.narrative, "overview": ()})).wording) + 1
    assert reason(MOST - others) == ""
    assert "文字共 300,001 个字，超过 300,000 个字的上限" in reason(MOST - others + 1)


def test_of_too_much_text_all_but_the_text_is_checked() -> None:
    told = {**PLAIN.narrative, "overview": (Paragraph("字" * MOST),)}
    states = check(replace(PLAIN, narrative=told)).rules
    unlooked = {code for code, reason in states.not_run.items() if "个字的上限" in reason}
    assert unlooked == text_codes()
    assert {"S301", "S302", "S303", "S304", "V204"} <= {*states.passed}
