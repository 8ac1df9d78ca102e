"""Interchange data: what the contract allows is taken whole, anything else is refused by name."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from reports import NARRATIVE, balanced, both, made, read

from govxlsx.errors import InterchangeError
from govxlsx.report.figure import Figure, State
from govxlsx.report.interchange import CELL_LIMIT, Interchange, of_report, parse, to_object
from govxlsx.report.model import Agency, Explanation

SMALL: dict[str, Any] = {"edition": "2021", "year": 2024, "figures": {}}
PENALTIES, LICENCES = "disclosure.penalties.decisions", "disclosure.licensing.decisions"
FEES = "disclosure.fees.amount"


def given(**changes: object) -> Interchange:
    return parse(json.dumps({**SMALL, **changes}))


def refused(text: str) -> str:
    with pytest.raises(InterchangeError) as caught:
        parse(text)
    return str(caught.value)


def refused_with(**changes: object) -> str:
    return refused(json.dumps({**SMALL, **changes}))


def test_the_least_that_is_allowed() -> None:
    assert given() == Interchange("2021", 2024, Agency(), {}, {}, {}, ())


@pytest.mark.parametrize(
    ("value", "expected"),
    [("7", 7), ("-7", -7), ("72701.2578", Decimal("72701.2578")), ("null", None), ('"—"', "—")],
)
def test_a_figure_is_taken_as_it_is_written(value: str, expected: object) -> None:
    data = parse(f'{{"edition": "2021", "year": 2024, "figures": {{"{FEES}": {value}}}}}')
    assert data.figures == {FEES: expected}
    assert type(data.figures[FEES]) is type(expected)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("true", "应当是数字、文字或 null"),
        ("false", "应当是数字、文字或 null"),
        ("[1]", "应当是数字、文字或 null"),
        ("{}", "应当是数字、文字或 null"),
        ("NaN", "不是有限的数"),
        ("Infinity", "不是有限的数"),
        ("-Infinity", "不是有限的数"),
    ],
)
def test_what_is_no_figure_is_refused(value: str, words: str) -> None:
    said = refused(f'{{"edition": "2021", "year": 2024, "figures": {{"{FEES}": {value}}}}}')
    assert FEES in said
    assert words in said


@pytest.mark.parametrize("year", [True, False, None, "2024", 2024.5])
def test_a_year_is_a_whole_number(year: object) -> None:
    assert "year 应当是四位数字的年份" in refused_with(year=year)


@pytest.mark.parametrize("edition", [None, 2021.5, "2020", ""])
def test_an_unknown_edition_is_named(edition: object) -> None:
    said = refused_with(edition=edition)
    assert f"现在是“{edition}”" in said
    assert "2019、2021" in said


@pytest.mark.parametrize("key", ["figures", "agency", "narrative", "notes"])
def test_an_object_is_asked_for(key: str) -> None:
    assert f"{key} 应当是一个对象" in refused_with(**{key: [1]})
    assert f"{key} 中有不认识的键“nonsense”" in refused_with(**{key: {"nonsense": "1"}})


def test_data_without_figures_is_refused() -> None:
    assert refused("[]") == "数据应当是一个对象（花括号）。"
    assert refused_with(foo=1) == "数据中有不认识的键“foo”。"
    assert "figures 应当是一个对象" in refused('{"edition": "2021", "year": 2024}')


def test_keys_that_begin_with_an_underscore_are_ignored_everywhere() -> None:
    comment = {"_comment": 1}
    assert given(_more=[], figures=comment, agency=comment, narrative=comment, notes=comment) == (
        given()
    )


def test_texts_that_are_null_are_left_out_and_others_have_to_be_text() -> None:
    data = given(narrative={"overview": None, "other": "无。"}, agency={"name": None, "phone": ""})
    assert (data.narrative, data.agency) == ({"other": "无。"}, Agency())
    assert "notes.三 应当是文字" in refused_with(notes={"三": 3})


def test_a_paragraph_is_as_long_as_a_cell_may_be() -> None:
    assert CELL_LIMIT == 32_767  # support.microsoft.com, Excel specifications and limits
    longest = "文" * CELL_LIMIT
    assert given(narrative={"other": f"{longest}\n{longest}"}).narrative["other"].count("文") == (
        2 * CELL_LIMIT
    )
    said = refused_with(narrative={"other": f"短\n{longest}字"})
    assert f"narrative.other 有一段 {CELL_LIMIT + 1} 个字" in said


def test_explanations() -> None:
    data = given(explanations=[{"code": "V203", "text": "没有制定权。"}, {"code": "T601"}])
    assert data.explanations == (Explanation("V203", "没有制定权。"), Explanation("T601", ""))
    assert "explanations 应当是一个数组" in refused_with(explanations={})
    assert "不认识的键“words”" in refused_with(explanations=[{"words": "1"}])


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "[" * 100_000])
def test_what_is_no_json_object_is_refused_in_one_sentence(text: str) -> None:
    assert len(refused(text).splitlines()) == 1


@both
def test_a_report_gives_the_data_that_it_was_made_of(edition: str) -> None:
    given = balanced(edition, figures={PENALTIES: None}, notes={"三": "口径不变。"})
    found = of_report(read(made(given)))
    assert found == given
    assert parse(json.dumps(to_object(found))) == given


def test_a_report_keeps_as_written_what_is_no_number_or_has_its_own_unit() -> None:
    written = {"disclosure.procurement.amount": "251000元", PENALTIES: "约30"}
    found = of_report(read(made(balanced("2019", figures={**written, LICENCES: "—"}))))
    assert {key: found.figures[key] for key in written} == written
    assert found.figures[LICENCES] is None


def test_a_figure_that_was_not_found_is_none() -> None:
    report = read(made(balanced("2021")))
    missing = Figure(None, None, "", State.MISSING)
    found = of_report(replace(report, figures={**report.figures, FEES: missing}))
    assert found.figures[FEES] is None


def test_a_text_that_is_a_number_becomes_one() -> None:
    found = of_report(read(made(balanced("2021", figures={PENALTIES: "１２"}))))
    assert found.figures[PENALTIES] == 12


def test_the_object_leaves_out_what_is_empty_but_never_the_frame() -> None:
    assert to_object(Interchange("2021")) == {"edition": "2021", "year": None, "figures": {}}
    data = Interchange(
        "2021",
        2024,
        Agency(name="永宁市档案局"),
        {FEES: Decimal("1.5"), PENALTIES: 0},
        {"other": NARRATIVE["other"]},
        explanations=(Explanation("V203", "无。"),),
    )
    assert to_object(data) == {
        "edition": "2021",
        "year": 2024,
        "agency": {"name": "永宁市档案局"},
        "figures": {FEES: 1.5, PENALTIES: 0},
        "narrative": {"other": NARRATIVE["other"]},
        "explanations": [{"code": "V203", "text": "无。"}],
    }
