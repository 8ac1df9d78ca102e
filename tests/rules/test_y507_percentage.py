import pytest
from reports import APPLICATIONS, PROCEEDINGS, checked, following, last_year, put, silent

from govxlsx.checking.finding import Finding, Outcome

LAST = {
    "applications.received.total": 90,
    "applications.concluded.total": 80,
    "proceedings.reconsideration.total": 4,
    "proceedings.direct_litigation.total": 1,
    "proceedings.litigation_after_reconsideration.total": 3,
}


def told(text: str, edition: str = "2021", **cells: int) -> Outcome:
    """Check a report that received 120 and concluded 110, with ``text`` in part five."""
    now = {"J6": 120, "J29" if edition == "2021" else "J27": 110}
    edit = put(APPLICATIONS, **now) | put(PROCEEDINGS, E6=6, J6=2, O6=3)
    data = following(edition, narrative={"problems": text})
    return checked(data, edit, last_year(edition, figures=LAST))


def finding(outcome: Outcome) -> Finding:
    found = [each for each in outcome.findings if each.code == "Y507"]
    assert [each.cell for each in found] == ["B4"], [each.message for each in found]
    assert found[0].sheet == "五、问题与改进"
    return found[0]


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请120件，较上年增长33.3%。",
        "收到政府信息公开申请120件，同比增长33%。",
        "新收信息公开申请 120 件（上年90件），比上年上升33.33%。",
        "受理政府信息公开申请１２０件，与上年相比增加了33.3％。",
        "办结申请110件，较上年增长37.5%。",
        "行政复议6件，比去年增长50%。",
        "行政诉讼案件5件，较上年上升25%。",
        "行政诉讼2件，较上年增长100%。",
        "收到申请120件，办结110件，较上年增长33.3%。",
        "收到申请120件，较上年下降约3%。",
        "收到申请120件，较2017年增长300%。",
        "收到申请118件，较上年增长3%。",
        "收到网上申请60件，较上年增长3%。",
        "发布信息1506条，同比增长12.4%，阅读量31.7万次。",
        "收到申请120件，占比较上年提高3个百分点，群众满意。",
        "收到申请120件，较上年增长3个百分点。",
        "收到申请120件，办结110件，分别较上年增长3%、5%。",
        "收到申请120件，环比增长3%。",
    ],
)
def test_silent_on_right_ones_and_on_what_cannot_be_told(text: str, edition: str) -> None:
    silent(told(text, edition), "Y507")


@pytest.mark.parametrize("text", ["增长66.6%", "增长66.7%", "增长66%", "增长67%"])
def test_rounded_and_cut_off_are_both_right(text: str) -> None:
    last = last_year("2021", figures={"applications.received.total": 72})
    data = following("2021", narrative={"problems": f"收到申请120件，较上年{text}。"})
    silent(checked(data, put(APPLICATIONS, J6=120), last), "Y507")


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("text", "field", "right"),
    [
        ("收到政府信息公开申请120件，较上年增长30%", "applications.received.total", "增长 33.3%"),
        ("收到政府信息公开申请120件，同比下降33.3%", "applications.received.total", "增长 33.3%"),
        ("办结申请110件，比上年度增长33.3%", "applications.concluded.total", "增长 37.5%"),
        ("行政复议6件，较去年同期上升60%", "proceedings.reconsideration.total", "增长 50%"),
        ("行政诉讼5件，较上年增加20.5%", "proceedings.direct_litigation.total", "增长 25%"),
    ],
)
def test_caught(text: str, field: str, right: str, edition: str) -> None:
    found = finding(told(f"全年情况如下：{text}。", edition))
    assert found.field == field
    assert f"“{text}”" in found.message
    assert f"应当是{right}" in found.message


def test_the_figures_and_both_years_are_named() -> None:
    found = finding(told("收到申请120件，较2023年增长30%。"))
    assert found.cells == ("J6",)
    assert (found.found, found.expected) == ("30%", "33.3%")
    assert "本年是 120（J6），2023 年度报告是 90" in found.message


def test_each_of_two_changes_in_a_sentence_is_told() -> None:
    outcome = told("收到申请120件，较上年增长3%；办结110件，较上年增长5%。")
    found = [each for each in outcome.findings if each.code == "Y507"]
    assert [each.field for each in found] == [
        "applications.received.total",
        "applications.concluded.total",
    ]


def test_silent_where_last_years_figure_is_zero() -> None:
    last = last_year("2021", figures={"applications.received.total": 0})
    data = following("2021", narrative={"problems": "收到申请120件，较上年增长100%。"})
    silent(checked(data, put(APPLICATIONS, J6=120), last), "Y507")
