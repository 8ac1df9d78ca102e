from reports import OVERVIEW, balanced, both, caught, checked, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "公开信息5000条，其中市级2000条、县级3000条。"), "T606")
    silent(told(edition, "公开信息5万条，其中市级2万条、县级3万条。"), "T606")


@both
def test_caught(edition: str) -> None:
    text = "公开信息173769万条，其中市级75656条、县级98113条。"
    outcome = told(edition, text)
    found = caught(outcome, "T606", "B4", OVERVIEW)
    assert (found.found, found.expected) == (1_737_690_000, 173_769)
    silent(outcome, "T602")


@both
def test_parts_in_the_next_sentence(edition: str) -> None:
    text = "公开信息5210万条。市级部门公开2010条，各县公开3200条。"
    caught(told(edition, text), "T606", "B4", OVERVIEW)
    silent(told(edition, text.replace("3200", "3201")), "T606")
    silent(told(edition, text.replace("3200条", "3200篇")), "T606")
