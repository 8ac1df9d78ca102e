import pytest
from reports import (
    ADDED,
    AGENCY,
    NARRATIVE,
    OVERVIEW,
    YEAR,
    balanced,
    both,
    caught,
    checked,
    put,
    silent,
    told,
)


@both
@pytest.mark.parametrize(
    "text",
    [
        "{year}年，我局主动公开政府信息230条，较{before}年增加5条。",
        "{before}年主动公开政府信息220条，{year}年公开230条。",
        "{before}年，主动公开政府信息220条。与之相比，{year}年多10条。",
        "自{before}年以来，累计公开政府信息900条。",
        "{before}年印发的办法（永档〔{before}〕3号）继续有效。",
        "{before}年结转的申请3件，均已答复。",
        "培训次数与上年相比持平，{before}年全市培训2次。",
        "全年培训3次，多于往年，{before}年也有2次。",
        "按时发布{before}年度部门决算5条。",
        "截至{year}年12月31日，公开政府信息230条。",
        "较截至{before}年12月31日的200条多30条。",
        "{before}—{year}年，公开政府信息900条。",
        "对{before}年公开的230条政府信息作了清理，修改{before}年发布的文件3件。",
        "其中{before}年收到申请3件。",
        "{before}年，我局成立政务公开领导小组，沿用至今。",
        "{before}年，永宁市档案局被评为先进单位。",
        "{before}年以前，全市公开900条。{before}年底，我局完成清理。{before}年上半年，我局试行。",
        "上年结转至{year}年办理的申请3件。{before}年结转{year}年答复2件。5件结转{after}年办结。",
    ],
)
def test_silent_on_comparison_and_history(edition: str, text: str) -> None:
    year = YEAR[edition]
    silent(told(edition, overview=text.format(year=year, before=year - 1, after=year + 1)), "N704")


@both
@pytest.mark.parametrize(
    "text",
    [
        "{before}年，我局政府信息公开工作存在的问题是解读偏少，已经整改。",
        "{after}年，我局继续加强培训，全年发布解读不少于20篇。",
        "{after}年，我局要加强培训。{after}年1月，公布本报告。",
        "{after}年，我局将进一步加强培训。",
        "{year}年，我局将政府信息公开列入考核。",
        "下一步，将继续做好{after}年的工作。",
    ],
)
def test_silent_on_plans_for_the_next_year(edition: str, text: str) -> None:
    year = YEAR[edition]
    silent(told(edition, problems=text.format(year=year, before=year - 1, after=year + 1)), "N704")


@both
@pytest.mark.parametrize(
    "text",
    [
        "{before}年，我局共主动公开政府信息230条，其中政策文件3条。",
        "做法如下：{before}年度收到政府信息公开申请3件，均按期答复。",
        "截至{before}年12月31日，我局公开政府信息230条。",
        "截止{before}年底，发布信息31条。",
        "局机关{before}年在网站发布信息31条。",
        "据统计，我局{before}年度收到申请31件。",
        "{before}年，永宁市档案局认真落实条例。",
        "{before}年我局认真落实条例。",
        "{before}年，市档案局认真落实条例。",
        "{before}年，我局对历年文件逐件清理。",
        "{before}年，我局收到申请3件，上年结转0件，没有结转下年度办理的。",
        "{before}年，我局落实《{year}年政务公开工作要点》（永政办〔{year}〕3号）。",
        "{before}年，全市各级各部门规范答复。",
        "按照要求做好工作，{before}年全市培训2次。",
        "认真落实各项要求，{before}年永宁市档案局培训2次。",
        "{before}年1月1日至{before}年12月31日，我局开展培训。",
        "{before}年，我局公开政府信息61条。其中部门预决算1条，公告43条。",
        "{before}年收到政府信息公开申请276件。受此影响，申请量同比增长42.9%。",
        "紧扣{before}年度政务公开工作要点，夯实基础。",
    ],
)
def test_caught_where_this_years_work_is_told(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, overview=text.format(before=year - 1, year=year))
    finding = caught(outcome, "N704", ADDED["overview"], OVERVIEW)
    assert str(year - 1) in str(finding.found)
    assert f"改为 {year} 年" in finding.fix


@both
@pytest.mark.parametrize(
    "text",
    [
        "{after}年，我局共主动公开政府信息230条。",
        "{after}年，我局认真落实条例。",
        "{typo}年，我局认真落实条例。",
    ],
)
def test_caught_where_the_year_is_still_to_come(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, overview=text.format(after=year + 1, typo=year + 10))
    caught(outcome, "N704", ADDED["overview"], OVERVIEW)


@both
@pytest.mark.parametrize("text", ["0件转结{year}年办结。", "3件申请结转至{before}年度答复。"])
def test_caught_where_it_is_carried_out_to_a_year_that_is_over(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, overview=text.format(year=year, before=year - 1))
    assert f"结转到 {year + 1} 年" in caught(outcome, "N704", ADDED["overview"]).message


@both
def test_every_place_is_listed_in_one_finding(edition: str) -> None:
    year = YEAR[edition]
    said = f"{year - 1}年，我局公开政府信息230条。"
    outcome = told(edition, overview=f"{year}年，我局公开政府信息9条。\n{said}", problems=said)
    finding = caught(outcome, "N704", "B15", OVERVIEW)
    assert "共 2 处" in finding.message
    assert "“一、总体情况”的 B15，“五、问题与改进”的 B6" in finding.fix


@both
def test_caught_where_part_one_opens_with_last_year(edition: str) -> None:
    text = f"{YEAR[edition] - 1}年，我局认真贯彻条例。\n{NARRATIVE['overview']}"
    outcome = checked(balanced(edition, narrative={"overview": text}))
    caught(outcome, "N704", "B4", OVERVIEW)


@both
def test_caught_where_the_plan_is_for_the_year_itself(edition: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, problems=f"{year}年，我局将进一步加强培训。")
    finding = caught(outcome, "N704", ADDED["problems"])
    assert f"应是 {year + 1} 年的" in finding.fix


def test_not_run_without_a_year() -> None:
    outcome = checked(balanced("2021", agency=AGENCY), put("基本信息", B4=None))
    assert outcome.rules.not_run["N704"] == "报告年度没有填"
    assert outcome.rules.not_run["N701"] == "报告年度没有填"


@both
@pytest.mark.parametrize(
    "text",
    [
        "{before}年全年，未收到政府信息公开申请。",
        "本局{before}年未发生行政复议。",
        "在{before}年里，我局不断加强信息公开。",
    ],
)
def test_what_did_not_happen_in_another_year(edition: str, text: str) -> None:
    year = YEAR[edition]
    caught(told(edition, overview=text.format(before=year - 1)), "N704", ADDED["overview"])
    silent(told(edition, overview=text.format(before=year)), "N704")
    compared = f"{year - 1}年未收到申请，{year}年收到3件。"
    silent(told(edition, overview=compared), "N704")


@both
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("overview", "{before}年制发行政规范性文件5件。"),
        ("other", "{before}年度按照管理办法，未收取信息处理费，没有其他需要报告的事项。"),
        ("problems", "栏目已逐月检查，{before}年将进一步规范。"),
    ],
)
def test_what_was_issued_charged_and_planned(edition: str, part: str, text: str) -> None:
    outcome = told(edition, **{part: text.format(before=YEAR[edition] - 1)})
    caught(outcome, "N704", ADDED[part])


@both
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("较{gap17}截至{before}年12月31日，公开政府信息9条。", False),
        ("较{gap18}截至{before}年12月31日，公开政府信息9条。", True),
        ("截至{before}年12月31日{gap28}增长。", False),
        ("截至{before}年12月31日{gap29}增长。", True),
        ("{before}年，我局培训2次。{gap37}相比。", False),
        ("{before}年，我局培训2次。{gap38}相比。", True),
        ("培训较多。较往年好，{before}年全市培训2次。", False),
        ("培训较多。好于往年，{before}年全市培训2次。", True),
        ("各项工作有序，{before}年认真落实条例。", False),
        ("公开{before}年我局培训2次的照片。", False),
        ("总体平稳。{before}年，认真落实条例。", False),
    ],
)
def test_how_far_from_a_year_it_is_compared(edition: str, text: str, fault: bool) -> None:
    gaps = {f"gap{size}": "的" * size for size in (17, 18, 28, 29, 37, 38)}
    outcome = told(edition, overview=text.format(before=YEAR[edition] - 1, **gaps))
    assert ("N704" in outcome.rules.broken) is fault


@both
@pytest.mark.parametrize(
    ("away", "before", "fault"),
    [(1, "", True), (2, "", False), (1, "工作平稳有序。\n", False), (1, "工作平稳有序。", False)],
)
def test_a_part_that_opens_with_last_year(
    edition: str, away: int, before: str, fault: bool
) -> None:
    said = f"{before}{YEAR[edition] - away}年，认真落实条例。\n"
    changed = {"overview": said + NARRATIVE["overview"]}
    outcome = checked(balanced(edition, narrative=changed))
    assert ("N704" in outcome.rules.broken) is fault


@both
def test_so_much_is_quoted_of_what_is_told_of_another_year(edition: str) -> None:
    said = f"{YEAR[edition] - 1}年，我局公开政府信息230条，印制手册和折页分发给来访群众"
    finding = caught(told(edition, overview=f"{said}。"), "N704", ADDED["overview"])
    assert finding.found == said[:24]
