from reports import OVERVIEW, balanced, both, caught, checked, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "发布信息4413条，其中网站1495条、微信2918条。"), "T602")
    silent(told(edition, "发布信息4500条，其中网站1495条、微信2918条。"), "T602")
    silent(told(edition, "发布信息4400余条，其中网站1495条、微信2918条。"), "T602")
    silent(told(edition, "发布信息10条，其中网站8条（图解5条）、微信2条。"), "T602")
    silent(told(edition, "发布信息10条，其中网站8条、微信2条；微博20条。"), "T602")
    silent(told(edition, "发布信息20条，其中网站8条，另报送信息30条。"), "T602")


@both
def test_parts_exceed_their_sum(edition: str) -> None:
    found = caught(
        told(edition, "发布信息4042条，其中网站1495条、微信2918条。"), "T602", "B4", OVERVIEW
    )
    assert (found.found, found.expected) == (4042, 4413)
    assert "总数写 4042，分项 1495＋2918 = 4413" in found.message


@both
def test_a_closed_list_falls_short(edition: str) -> None:
    found = caught(told(edition, "发布信息60条，其中网站41条、微信12条、其他6条。"), "T602", "B4")
    assert (found.found, found.expected) == (60, 59)


@both
def test_rough_numbers_are_ranges(edition: str) -> None:
    silent(told(edition, "发布信息650余条，其中网站600余条、微信50余条。"), "T602")
    caught(
        told(edition, "发布信息650余条，其中网站560余条、微信40余条、专栏130余条。"), "T602", "B4"
    )


@both
def test_the_six_groups_make_what_was_concluded(edition: str) -> None:
    groups = "予以公开30件、部分公开8件、不予公开5件、无法提供19件、不予处理4件、其他处理{}件。"
    silent(told(edition, "全年办结申请73件，按期办结率100%。其中" + groups.format(7)), "T602")
    found = caught(told(edition, "全年办结申请73件。其中" + groups.format(6)), "T602", "B4")
    assert (found.found, found.expected) == (73, 72)


@both
def test_lists_as_they_are_written(edition: str) -> None:
    for text in (
        "发布信息4042 条，其中包括：网站1495 条、微信2918 条。",
        "发布信息4042条。其中网站1495条、微信2918条。",
        "发布信息4042条次，其中网站1495条次、微信2918条次。",
    ):
        caught(told(edition, text), "T602", "B4")
        silent(told(edition, text.replace("4042", "4413")), "T602")


@both
def test_brackets_labels_with_pauses_and_units_of_times(edition: str) -> None:
    for text in (
        "发布信息4042条（网站1495条、微信2918条）。",
        "发布信息4042条，其中网站、客户端共1495条、微信2918条。",
        "发布信息4042条：网站、专栏1495条，微信2918条。",
        "发布信息4042条，其中网站1495条次，微信2918条次。",
        "发布信息4042篇次，其中图解1495篇次，视频2918篇次。",
        "发布信息4042条，其中信息条、网站1495条、微信2918条。",
    ):
        caught(told(edition, text), "T602", "B4")
        silent(told(edition, text.replace("4042", "4413")), "T602")


@both
def test_a_list_ends_where_the_next_number_has_its_own_parts(edition: str) -> None:
    silent(told(edition, "发布信息10条，其中网站8条；公众号20条，其中图文10条、视频10条。"), "T602")
    silent(told(edition, "发布信息20条，其中：网站8条；微信12条：图文5条、视频7条。"), "T602")
    silent(told(edition, "发布信息10条（网站8条、微信2条，另报送12条）。"), "T602")


@both
def test_a_part_without_its_number_is_passed_over(edition: str) -> None:
    text = "发布信息225条，其中网站{}条，动态类信息条，微信120条。"
    silent(told(edition, text.format(90)), "T602")
    caught(told(edition, text.format(110)), "T602", "B4")
    silent(told(edition, "发布信息225条，其中网站90条，动态类信息条，其他20条。"), "T602")


@both
def test_a_bracket_in_a_label(edition: str) -> None:
    text = "发布信息225条，其中：网站类信息（含图片）{}条，微信、微博120条。"
    silent(told(edition, text.format(105)), "T602")
    caught(told(edition, text.format(110)), "T602", "B4")


@both
def test_a_total_that_is_parted_twice(edition: str) -> None:
    text = "受理信件9件，其中个人6件、单位3件，直接答复{}件、转办{}件、存档1件。"
    silent(told(edition, text.format(4, 4)), "T602")
    silent(told(edition, "受理信件9件，其中个人6件、单位3件，当场答复9件。"), "T602")
    caught(told(edition, "受理信件9件，其中个人6件、单位3件、匿名2件。"), "T602", "B4")


@both
def test_parts_of_a_number_further_before(edition: str) -> None:
    text = "发布政务信息{}条，互动信息12条。其中预算信息53条，人事信息22条。"
    silent(told(edition, text.format(275)), "T602")
    caught(told(edition, text.format(31)), "T602", "B4")
    caught(told(edition, "发布信息275条。互动信息12条。其中调查9条，来信22条。"), "T602", "B4")


@both
def test_explained_in_several_ways(edition: str) -> None:
    silent(told(edition, "配发解读材料9件。其中负责人解读6件、多角度解读9件。"), "T602")
    caught(told(edition, "配发解读材料9件。其中文字解读6件、图文解读8件。"), "T602", "B4")
    caught(told(edition, "收到申请5件，其中同意公开的3件，撤销的3件。"), "T602", "B4")
