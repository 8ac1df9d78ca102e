from reports import BASICS, OVERVIEW, balanced, both, caught, checked, put, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "收到申请58件，上年结转2件，办结57件，结转下年3件。"), "T603")
    silent(told(edition, "收到申请60件（含上年结转2件），办结57件，结转下年3件。"), "T603")
    silent(told(edition, "收到申请58件，办结50件，结转下年3件。"), "T603")
    silent(told(edition, "收到申请58件，办结55件，结转下年3件；上年结转2件均已办结。"), "T603")


@both
def test_caught(edition: str) -> None:
    text = "收到申请58件，上年结转2件，办结55件，结转下年3件。"
    found = caught(told(edition, text), "T603", "B4", OVERVIEW)
    assert (found.found, found.expected) == (58, 60)
    assert "新收 58、上年结转 2，合计 60；办结 55、结转下年 3，合计 58" in found.message


@both
def test_base_told_in_one_number(edition: str) -> None:
    silent(told(edition, "处理申请60件（其中上年结转2件），答复57件，结转下年3件。"), "T603")
    silent(told(edition, "处理申请58件（其中上年结转2件），答复57件，结转下年3件。"), "T603")
    text = "处理申请60件（其中上年结转2件），答复55件，结转下年3件。"
    found = caught(told(edition, text), "T603", "B4", OVERVIEW)
    assert "受理（含上年结转）60；办结 55、结转下年 3，合计 58" in found.message


@both
def test_base_told_beside_what_was_received(edition: str) -> None:
    text = "新收申请10件。收到和上年结转申请共12件，办结{}件，结转下年度1件。"
    silent(told(edition, text.format(11)), "T603")
    caught(told(edition, text.format(9)), "T603", "B4")


@both
def test_nouns_beside_the_four_numbers(edition: str) -> None:
    for noun in (
        "办理数量60件，",
        "办理结果为：予以公开20件、不予公开35件，",
        "按处理流程分办60件，",
    ):
        text = f"收到申请58件，上年结转2件，{noun}办结{{}}件，结转下年3件。"
        silent(told(edition, text.format(57)), "T603")
        caught(told(edition, text.format(55)), "T603", "B4")


@both
def test_not_run_without_a_year(edition: str) -> None:
    assert "T603" in checked(balanced(edition), put(BASICS, B4=None)).rules.not_run
