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


_BODY = (
    "{said}年，我局主动公开政府信息230条，召开培训2次。\n{said}年度收到申请3件，均按期答复。\n"
    "截至{said}年12月31日，公众号发布信息90条。"
)


@both
@pytest.mark.parametrize("away", [-2, -1, 1])
def test_a_text_of_another_year_throughout_is_one_error(edition: str, away: int) -> None:
    year = YEAR[edition]
    said = year + away
    outcome = told(
        edition,
        preamble=f"现公布永宁市档案局{said}年政府信息公开工作年度报告，"
        f"统计期限为{said}年1月1日至{said}年12月31日。",
        overview=_BODY.format(said=said),
        problems=f"{said + 1}年，我局将进一步加强培训。",
    )
    finding = caught(outcome, "N701", ADDED["preamble"], BASICS)
    assert (finding.found, finding.expected) == (said, year)
    assert f"共 5 处，没有一处写 {year} 年" in finding.message
    assert "“一、总体情况”的 B14、B15、B16" in finding.fix
    assert outcome.rules.not_run["N704"] == "正文通篇写的是另一年，见 N701"


@both
def test_a_body_of_another_year_is_enough(edition: str) -> None:
    year = YEAR[edition]
    text = _BODY.format(said=year - 1) + f"\n较{year}年有所增加，执行永政办〔{year}〕3号文件。"
    finding = caught(told(edition, overview=text), "N701", ADDED["overview"], OVERVIEW)
    assert finding.cells == ("B14", "B15", "B16")


@both
@pytest.mark.parametrize(
    "text",
    [
        "{year}年，我局公开政府信息240条。",
        "我局{year}年的公开工作平稳有序。",
    ],
)
def test_silent_where_the_reports_year_is_told_too(edition: str, text: str) -> None:
    year = YEAR[edition]
    outcome = told(edition, overview=f"{text}\n{_BODY}".format(year=year, said=year - 1))
    silent(outcome, "N701")
    assert "共 3 处" in caught(outcome, "N704", "B15").message


@both
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("problems", "{year}年，我局要求重点栏目逐月检查。"),
        ("overview", "{year}年，我局将公开列入考核，公开政府信息240条。"),
    ],
)
def test_silent_where_what_was_done_in_the_reports_year_sounds_like_a_plan(
    edition: str, part: str, text: str
) -> None:
    year = YEAR[edition]
    body = {"overview": _BODY.format(said=year - 1), "problems": "不足之处是解读偏少。"}
    body[part] += "\n" + text.format(year=year)
    silent(told(edition, **body), "N701")


@both
def test_title_and_period_take_the_body_with_them(edition: str) -> None:
    year = YEAR[edition]
    outcome = told(
        edition,
        preamble=f"统计期限为{year - 1}年1月1日至12月31日。",
        overview=f"{year - 1}年，我局收到申请3件，上年结转1件。\n"
        f"{year - 1}年，我局落实《{year}年政务公开工作要点》，公开信息20条。",
        problems=f"{year}年，我局将进一步加强培训。",
    )
    assert "共 3 处" in caught(outcome, "N701", ADDED["preamble"], BASICS).message
    assert "N704" in outcome.rules.not_run


@both
@pytest.mark.parametrize("away", [-1, 1])
def test_two_places_are_enough_where_part_one_opens_with_the_year(edition: str, away: int) -> None:
    year = YEAR[edition]
    text = f"{year + away}年，我局认真落实条例。\n{NARRATIVE['overview']}\n"
    text += f"{year + away}年，我局公开信息230条。\n{year}年查出的3个问题已经改正。"
    finding = caught(checked(balanced(edition, narrative={"overview": text})), "N701", "B4")
    assert finding.found == year + away


@both
def test_only_where_the_text_opens_with_it_the_year_alone_is_the_reports(edition: str) -> None:
    year = YEAR[edition] - 1
    opening, counted = f"{year}年，认真落实条例。\n", f"{year}年，我局公开信息230条。\n"
    overview = f"{NARRATIVE['overview']}\n"
    opened = balanced(edition, narrative={"overview": opening + overview + counted})
    finding = caught(checked(opened), "N701", "B4")
    assert (finding.found, finding.expected) == (year, YEAR[edition])
    later = balanced(edition, narrative={"overview": overview + opening + counted})
    silent(checked(later), "N701")
    assert "N704" in checked(later).rules.broken


@both
def test_title_and_period_of_one_other_year_are_one_finding(edition: str) -> None:
    said = YEAR[edition] - 1
    text = f"现公布{said}年政府信息公开工作年度报告。\n统计期限为{said}年1月1日至12月31日。"
    assert "共 2 处" in caught(told(edition, preamble=text), "N701", ADDED["preamble"]).message


@both
@pytest.mark.parametrize(
    "text",
    [
        "1月31日前编制并发布{before}年政府信息公开工作年度报告。",
        "按时公布本单位{before}年度政府信息公开年度报告1份。",
        "发布{before}年政府信息公开工作年度报告。",
    ],
)
def test_last_years_report_that_was_published_is_another(edition: str, text: str) -> None:
    before = YEAR[edition] - 1
    narrative = {"overview": text.format(before=before)}
    silent(checked(balanced(edition, narrative=narrative)), "N701")


@both
def test_a_plan_that_was_carried_out_in_the_reports_own_year_is_of_that_year(edition: str) -> None:
    year = YEAR[edition]
    body = "".join(f"{year - 1}年，我局公开信息{230 + each}条。\n" for each in range(4))
    caught(checked(balanced(edition, narrative={"overview": body})), "N701", "B4", OVERVIEW)
    own = f"{body}{year}年，我局按计划公开信息230条。"
    outcome = checked(balanced(edition, narrative={"overview": own}))
    silent(outcome, "N701")
    assert "N704" in outcome.rules.broken


@both
def test_part_five_may_look_back_on_what_was_wrong(edition: str) -> None:
    for said, found in (("公开及时", True), ("公开不足，整改问题已完成", False)):
        text = f"{YEAR[edition] - 1}年，我局{said}。\n" * 4
        broken = checked(balanced(edition, narrative={"problems": text})).rules.broken
        assert ("N701" in broken) is found


@both
@pytest.mark.parametrize("said", ["制定的《办法》现行有效。", "底前完成。", "，另行公布。"])
def test_silent_where_a_year_begins_what_tells_of_no_work_done_in_it(
    edition: str, said: str
) -> None:
    sentences = [f"第{each}项要求不变。{YEAR[edition] - 1}年{said}" for each in "一二三四"]
    silent(told(edition, overview="本机关重视信息公开。" + "".join(sentences)), "N701")
