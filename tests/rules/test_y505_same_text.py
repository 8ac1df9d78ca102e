import pytest
from reports import NARRATIVE, both, caught, checked, following, last_year, silent

SHEETS = {"overview": "一、总体情况", "problems": "五、问题与改进", "other": "六、其他事项"}
TEXT = (
    "2023年，我局把企业开办和不动产登记两件高频事项的办事条件、材料和时限逐项上网，"
    "共发布指南41篇，组织开放日3场，邀请群众代表旁听会议12人次；"
    "网站检索和适老化改造同步完成，留言平均答复时间由9天缩短到5天。"
)
LATER = TEXT.replace("2023", "2024").replace("41", "56").replace("12", "7").replace("9天", "8天")
OTHER = (
    "这一年把公开纪律列入干部培训，为每个科室指定一名联络员，按月检查栏目更新，"
    "发现错别字和失效链接当天改正；年中请第三方评估网站，按评估意见重排导航、补齐目录。"
)


@both
def test_silent_on_other_words(edition: str) -> None:
    silent(checked(following(edition), previous=last_year(edition)), "Y505")


@both
@pytest.mark.parametrize("part", SHEETS)
def test_caught_where_only_the_numbers_differ(edition: str, part: str) -> None:
    data, last = (
        following(edition, narrative={part: LATER}),
        last_year(edition, narrative={part: TEXT}),
    )
    outcome = checked(data, previous=last)
    finding = caught(outcome, "Y505", "B4", SHEETS[part])
    assert finding.found == "100%"
    assert "有 100% 与" in finding.message


@both
def test_caught_with_the_share_where_little_differs(edition: str) -> None:
    changed = LATER.replace("邀请群众代表", "邀请各界代表").replace("高频", "常办")
    data = following(edition, narrative={"problems": changed})
    outcome = checked(data, previous=last_year(edition, narrative={"problems": TEXT}))
    assert caught(outcome, "Y505", "B4").found == "95%"


@both
def test_silent_on_a_text_of_the_same_kind(edition: str) -> None:
    data = following(edition, narrative={"problems": OTHER})
    silent(checked(data, previous=last_year(edition, narrative={"problems": TEXT})), "Y505")


@both
def test_short_texts_and_set_phrases_do_not_count(edition: str) -> None:
    same = (
        "依据国办函〔2020〕109号规定的按件、按量收费标准，本年度没有发出收费通知，没有收取信息处理费。"
        "除此以外，本机关在本年度内没有其他需要报告的事项。特此报告。"
    )
    data = following(edition, narrative={"other": same})
    silent(checked(data, previous=last_year(edition, narrative={"other": same})), "Y505")


def test_the_prescribed_headings_do_not_count() -> None:
    short = NARRATIVE["overview"]
    data = following("2021", narrative={"overview": short})
    silent(checked(data, previous=last_year("2021", narrative={"overview": short})), "Y505")


@both
def test_other_headings_over_the_same_words_hide_nothing(edition: str) -> None:
    now, then = (
        f"（一）改进情况。{LATER}",
        f"（一）{'上年提出的各项整改任务完成得怎样' * 3}。{TEXT}",
    )
    data = following(edition, narrative={"problems": now})
    outcome = checked(data, previous=last_year(edition, narrative={"problems": then}))
    assert caught(outcome, "Y505", "B4").found == "100%"


@both
def test_a_heading_that_says_it_all_counts(edition: str) -> None:
    now, then = (f"（一）{each.replace('；', '，').rstrip('。')}" for each in (LATER, TEXT))
    data = following(edition, narrative={"problems": now})
    outcome = checked(data, previous=last_year(edition, narrative={"problems": then}))
    assert caught(outcome, "Y505", "B4").found == "100%"


@both
@pytest.mark.parametrize(("length", "alike"), [(59, False), (60, True)])
def test_sixty_characters_are_enough(edition: str, length: int, alike: bool) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒" * 2
    part = {"problems": text[:length]}
    data = following(edition, narrative=part)
    outcome = checked(data, previous=last_year(edition, narrative=part))
    assert ("Y505" in outcome.rules.broken) is alike
