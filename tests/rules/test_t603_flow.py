from __future__ import annotations

from reports import BASICS, OVERVIEW, balanced, both, caught, checked, put, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "收到申请58件，上年结转2件，办结57件，结转下年3件。"), "T603")
    silent(told(edition, "收到申请60件（含上年结转2件），办结57件，结转下年3件。"), "T603")
    silent(told(edition, "收到申请58件，办结50件，结转下年3件。"), "T603")


@both
def test_caught(edition: str) -> None:
    text = "收到申请58件，上年结转2件，办结55件，结转下年3件。"
    found = caught(told(edition, text), "T603", "B4", OVERVIEW)
    assert (found.found, found.expected) == (58, 60)
    assert "新收 58、上年结转 2，合计 60；办结 55、结转下年 3，合计 58" in found.message


@both
def test_not_run_without_a_year(edition: str) -> None:
    assert "T603" in checked(balanced(edition), put(BASICS, B4=None)).rules.not_run
