"""What a text tells beside what the tables hold: rounding, blanks, and parts of a whole."""

from dataclasses import replace
from decimal import Decimal

import pytest
from reports import (
    AGENCY,
    OVERVIEW,
    Figures,
    balanced,
    caught,
    checked,
    figures,
    made,
    read,
    silent,
)

from govxlsx.checking.case import Case
from govxlsx.checking.finding import Outcome
from govxlsx.checking.told import cells, fits, held, step_of
from govxlsx.claims import Claim, numerals
from govxlsx.report.figure import Number

RECEIVED = "applications.received"
COLUMNS = [key for key in figures("2021") if key.startswith(f"{RECEIVED}.")]
TOTAL = figures("2021")[f"{RECEIVED}.total"]
assert isinstance(TOTAL, int)


def claimed(value: Number) -> Claim:
    return Claim(RECEIVED, value, 0, 1)


@pytest.mark.parametrize(
    ("told", "held_", "step", "fitting"),
    [
        (12, 12, None, True),
        (12, 13, None, False),
        (12, 11, None, False),
        (Decimal("258.6"), Decimal("258.55"), None, True),
        (Decimal("258.5"), Decimal("258.55"), None, True),
        (Decimal("258.5"), Decimal("258.54"), None, True),
        (Decimal("258.6"), Decimal("258.54"), None, False),
        (Decimal("258.4"), Decimal("258.5"), None, False),
        (Decimal("258.7"), Decimal("258.55"), None, False),
        (Decimal("7.27"), Decimal("7.2701"), None, True),
        (Decimal("7.20"), Decimal("7.27"), None, True),
        (7, Decimal("7.4"), None, True),
        (8, Decimal("7.5"), None, True),
        (8, Decimal("7.4"), None, False),
        (120, Decimal("119.5"), None, True),
        (120, Decimal("118.4"), None, False),
        (12_000, 12_345, Decimal(1000), True),
        (13_000, 12_500, Decimal(1000), True),
        (13_000, 12_499, Decimal(1000), False),
        (11_000, 12_345, Decimal(1000), False),
        (12_345, 12_345, Decimal(1000), False),
    ],
)
def test_a_number_may_be_rounded_or_cut_off_as_it_is_written(
    told: Number, held_: Number, step: Decimal | None, fitting: bool
) -> None:
    assert fits(claimed(told), held_, step) is fitting


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("258.5亿元", Decimal(1000)),
        ("258亿元", Decimal(10_000)),
        ("7.27万元", Decimal("0.01")),
        ("7万元", Decimal(1)),
        ("1.4万件", Decimal(1000)),
        ("2亿件", Decimal(10**8)),
        ("72701元", None),
        ("12件", None),
        ("1万至2件", None),
    ],
)
def test_the_step_to_which_a_number_is_rounded(text: str, step: Decimal | None) -> None:
    assert step_of(text) == step


@pytest.mark.parametrize(
    ("count", "base", "decimals", "right"),
    [
        (2, 3, 0, ("67", "66")),
        (2, 3, 2, ("66.67", "66.66")),
        (1, 8, 1, ("12.5", "12.5")),
        (1, 8, 0, ("13", "12")),
        (1, 1, 0, ("100", "100")),
        (0, 7, 1, ("0.0", "0.0")),
        (5, 0, 0, None),
    ],
)
def test_a_share_is_rounded_and_cut_off(
    count: int, base: int, decimals: int, right: tuple[str, str] | None
) -> None:
    found = numerals.shares(count, base, decimals)
    assert found == (None if right is None else tuple(map(Decimal, right)))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12.50", Decimal("12.50")),
        ("１２", Decimal(12)),
        ("1,234.5", Decimal("1234.5")),
        ("十二", Decimal(12)),
        ("1" * 18, Decimal("1" * 18)),
        ("1" * 19, None),
        ("1.2.3", None),
        ("", None),
    ],
)
def test_a_number_of_any_width_is_exact(written: str, number: Decimal | None) -> None:
    assert numerals.exact(written) == number
    counts = written in ("１２", "十二", "1" * 18)
    assert numerals.whole(written) == (number if counts else None)


def case(changes: Figures) -> Case:
    return Case(read(made(balanced("2021", figures=changes))))


def test_a_blank_total_is_the_sum_of_its_parts() -> None:
    blank = case({f"{RECEIVED}.total": None})
    found = held(blank, RECEIVED)
    assert found is not None
    assert (found.value, found.fields) == (TOTAL, tuple(COLUMNS[:-1]))
    assert cells(blank, found) == ("D6", "E6", "F6", "G6", "H6", "I6")


def test_blanks_among_the_figures_of_a_sum_count_as_nothing() -> None:
    one, *others = COLUMNS[:-1]
    blank: Figures = dict.fromkeys([*others, COLUMNS[-1]])
    found = held(case({**blank, one: 7}), RECEIVED)
    assert found is not None
    assert found.value == 7


def test_where_every_figure_is_blank_there_is_nothing_to_compare() -> None:
    assert held(case(dict.fromkeys(COLUMNS)), RECEIVED) is None


def test_a_figure_that_cannot_be_read_is_nothing_to_compare() -> None:
    assert held(case({f"{RECEIVED}.total": "约30"}), RECEIVED) is None


def test_a_field_outside_the_tables_is_nothing_to_compare() -> None:
    assert held(case({}), "fee.information_processing") is None


def told(text: str) -> Outcome:
    return checked(balanced("2021", narrative={"overview": text}))


@pytest.mark.parametrize(
    "part",
    [
        "，其中市政府办公室{}件。",
        "，含市本级申请{}件。",
        "（其中市政府办公室收到申请{}件）。",
        "，涉及市政府的申请{}件。",
        "，涉及市政府的新收申请{}件。",
    ],
)
def test_a_smaller_number_behind_its_whole_is_a_part_of_it(part: str) -> None:
    text = f"新收政府信息公开申请{TOTAL}件{part.format(TOTAL - 1)}"
    silent(told(text), "T601")


def test_a_larger_number_behind_its_whole_is_no_part_of_it() -> None:
    text = f"新收政府信息公开申请{TOTAL}件，涉及市政府的新收申请{TOTAL + 1}件。"
    assert caught(told(text), "T601", "B4", OVERVIEW).found == TOTAL + 1


def test_a_number_behind_a_wrong_whole_is_no_excuse() -> None:
    text = f"新收政府信息公开申请{TOTAL + 2}件，其中市政府办公室新收申请{TOTAL + 1}件。"
    found = [each.found for each in told(text).findings if each.code == "T601"]
    assert TOTAL + 2 in found


def test_a_number_in_another_sentence_is_no_part_of_the_whole() -> None:
    text = f"新收政府信息公开申请{TOTAL}件。新收申请{TOTAL - 1}件。"
    found = [each.code for each in told(text).findings if each.code[0] == "T"]
    assert found


def test_a_part_of_what_the_sentence_before_tells_is_no_part_here() -> None:
    text = f"新收政府信息公开申请{TOTAL}件，其中网络申请居多。新收申请{TOTAL - 1}件。"
    assert caught(told(text), "T601", "B4", OVERVIEW).found == TOTAL - 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("公示行政许可决定124件。", False),
        ("作出行政许可决定124件。", True),
        ("依法办理并公示行政许可决定124件。", False),
        ("公示办理流程，依法作出行政许可决定124件。", True),
        ("网站公示办事指南。作出行政许可决定124件。", True),
    ],
)
def test_decisions_that_were_shown_are_not_all_that_were_made(text: str, fault: bool) -> None:
    outcome = told(text)
    assert ("T601" in outcome.rules.broken) is fault, outcome.findings


@pytest.mark.parametrize(
    "text",
    [
        f"新收申请{TOTAL}件，另收到申请{TOTAL - 1}件（其中网上提交的居多）。",
        f"另收到申请{TOTAL - 1}件，含网上提交的，全年新收申请{TOTAL}件。",
        f"新收申请{TOTAL}件，另收到申请{TOTAL - 1}件。其中网上提交的居多。",
    ],
)
def test_what_turns_to_a_part_stands_between_the_whole_and_its_part(text: str) -> None:
    assert caught(told(text), "T601", "B4", OVERVIEW).found == TOTAL - 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("协助省厅答复申请3件。", False),
        ("协助省厅培训，答复申请3件。", True),
    ],
)
def test_applications_that_others_answer_are_not_counted(text: str, fault: bool) -> None:
    assert ("T601" in told(text).rules.broken) is fault


@pytest.mark.parametrize(("between", "fault"), [(391, False), (392, True)])
def test_a_sentence_is_looked_through_so_far_before_its_number(between: int, fault: bool) -> None:
    """In the report of an area its office may tell of itself alone."""
    text = f"本机关{'在' * between}答复申请3件。"
    area = replace(AGENCY, kind="县级人民政府", scope="本行政区域")
    outcome = checked(balanced("2021", agency=area, narrative={"overview": text}))
    assert ("T601" in outcome.rules.broken) is fault


@pytest.mark.parametrize(("between", "fault"), [(58, False), (59, True)])
def test_what_was_shown_is_told_near_the_decisions(between: int, fault: bool) -> None:
    text = f"公示{'在' * between}行政许可124件。"
    assert ("T601" in told(text).rules.broken) is fault


OTHERS = [
    value
    for key, value in figures("2021").items()
    if key.startswith("applications.other.") and key.endswith(".total")
]


def test_the_withdrawn_are_some_of_what_is_handled_otherwise() -> None:
    others = sum(value for value in OTHERS if isinstance(value, int))
    for some in (1, others):
        silent(told(f"申请人撤回申请{some}件。"), "T601")
    found = caught(told(f"申请人撤回申请{others + 1}件。"), "T601", "B4", OVERVIEW)
    assert found.field == "applications.other.rest"
    assert "T601" in told("其他处理1件。").rules.broken


def test_new_applications_are_not_told_in_parts() -> None:
    outcome = told(f"收到申请{TOTAL - 1}件，又收到申请1件。")
    assert {each.found for each in outcome.findings if each.code == "T601"} == {TOTAL - 1, 1}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("上半年办结政府信息公开申请5件。", False),
        ("截至11月底，办结政府信息公开申请5件。", False),
        ("截至12月底，办结政府信息公开申请5件。", True),
        ("1—6月收到政府信息公开申请5件。", False),
        ("1—12月收到政府信息公开申请5件。", True),
        ("通过县政府网站收到政府信息公开申请5件。", False),
        ("通过网站、信函收到政府信息公开申请5件。", True),
        ("通过网站等渠道收到政府信息公开申请5件。", True),
        ("收到涉及公路建设的申请5件。", False),
        ("收到关于政府信息公开的申请5件。", True),
        ("上半年办结政府信息公开申请5000件。", True),
    ],
)
def test_a_smaller_number_of_a_time_a_way_or_a_matter_is_a_part(text: str, fault: bool) -> None:
    assert any(each.code == "T601" for each in told(text).findings) is fault


def held_value(name: str) -> int:
    value = figures("2021")[f"{name}.total"]
    assert isinstance(value, int)
    return value


def test_what_is_told_aside_makes_up_the_whole() -> None:
    done, carried = (held_value(f"applications.{each}") for each in ("concluded", "carried_in"))
    aside = f"办结申请{done - 4}件，另有{{}}件年底办理完毕。"
    silent(told(aside.format(4)), "T601")
    assert "T601" in [each.code for each in told(aside.format(3)).findings]
    assert carried not in (0, 4)
    silent(told(f"新收的申请已办结{done - carried}件，上年结转的也已办结。"), "T601")
    caught(told(f"新收的申请已办结{done - carried - 1}件，上年结转的也已办结。"), "T601", "B4")
    caught(told(f"全年办结申请{done - carried}件。"), "T601", "B4")
