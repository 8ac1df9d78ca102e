from reports import OVERVIEW, balanced, both, caught, checked, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_rounding_and_truncation_are_both_right(edition: str) -> None:
    silent(
        told(edition, "答复申请121件，其中予以公开53件，占43.80%；不予公开2件，占1.65%。"), "T605"
    )
    silent(told(edition, "发布信息186条，其中概况9条（4.8%）、动态72条（38.7%）。"), "T605")
    silent(told(edition, "发布信息3条，其中动态2条，占66.6%。"), "T605")
    silent(told(edition, "发布信息3条，其中动态2条，占66.7%。"), "T605")


@both
def test_caught(edition: str) -> None:
    text = "发布信息121条，其中动态53条，占34.80%。"
    found = caught(told(edition, text), "T605", "B4", OVERVIEW)
    assert found.found == "34.80%"
    assert "占 121 应为 43.80%" in found.message


@both
def test_a_share_of_two_counts_named_together(edition: str) -> None:
    text = "收到申请669件，其中引起行政复议21宗、行政诉讼10宗，占申请件比例{}%。"
    silent(told(edition, text.format("4.63")), "T605")
    caught(told(edition, text.format("5.63")), "T605", "B4")


@both
def test_growth_is_no_share(edition: str) -> None:
    silent(told(edition, "发布信息121条，同比增长34.80%。"), "T605")


@both
def test_a_share_of_the_parallel_parts_and_about_a_share(edition: str) -> None:
    silent(told(edition, "网站发布30条，占30%；微信发布70条，占70%。"), "T605")
    silent(told(edition, "收到申请120件，其中邮件31件，约占总数的26%。"), "T605")
    caught(told(edition, "收到申请120件，其中邮件31件，约占总数的36%。"), "T605", "B4")


@both
def test_the_nearest_total_is_the_base(edition: str) -> None:
    text = "发布信息1000条。收到留言200条，其中办结100条，占{}%。"
    silent(told(edition, text.format(50)), "T605")
    found = caught(told(edition, text.format(45)), "T605", "B4")
    assert "占 200 应为 50%" in found.message


@both
def test_the_parallel_parts_are_the_base_where_no_total_is_told(edition: str) -> None:
    found = caught(told(edition, "网站发布30条，占30%；微信发布70条，占60%。"), "T605", "B4")
    assert "占 100 应为 70%" in found.message
    silent(told(edition, "指南1条，占8%；公文5条，占41%；预算2条，占17%。"), "T605")


@both
def test_the_share_may_stand_before_its_count(edition: str) -> None:
    silent(told(edition, "发布信息121条，其中动态占43.80%，共53条。"), "T605")
    caught(told(edition, "发布信息121条，其中动态占34.80%，共53条。"), "T605", "B4")
    caught(told(edition, "发布信息121条，其中动态53条、占比达34.8%。"), "T605", "B4")


@both
def test_a_whole_may_be_as_large_as_its_part(edition: str) -> None:
    text = "收到留言200条，其中办结200条，占90%。"
    assert "占 200 应为 100%" in caught(told(edition, text), "T605", "B4").message


@both
def test_parts_of_which_more_than_a_tenth_is_missing_are_no_whole(edition: str) -> None:
    silent(told(edition, "网站发布30条，占30%；微信发布70条，占59%。"), "T605")
