from reports import OVERVIEW, balanced, both, caught, checked, figures, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_caught(edition: str) -> None:
    found = caught(told(edition, "办理申请多件，申请人均为自然人。"), "T607", "B4", OVERVIEW)
    row = [figures(edition)[f"applications.received.{name}"] for name in ORGANIZATIONS]
    assert found.expected == sum(int(str(value)) for value in row)
    assert found.cells == ("E6", "F6", "G6", "H6", "I6")


@both
def test_silent_without_organisations(edition: str) -> None:
    none = {f"applications.received.{name}": 0 for name in ORGANIZATIONS}
    text = {"overview": "申请人均为自然人。"}
    silent(checked(balanced(edition, narrative=text, figures=none)), "T607")


@both
def test_a_number_of_natural_persons_is_compared_once(edition: str) -> None:
    outcome = told(edition, "收到申请3件，均由自然人提出。")
    silent(outcome, "T607")
    fields = [each.field for each in outcome.findings if each.code == "T601"]
    assert "applications.received.natural_person" in fields


ORGANIZATIONS = (
    "enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other_organization",
)


@both
def test_in_other_words(edition: str) -> None:
    for text in ("申请者均为公民。", "收到的申请都来自个人。", "提出申请的全部是公民个人。"):
        caught(told(edition, text), "T607", "B4")
    for text in ("申请人均为公民、法人。", "申请人均为自然人和法人。", "不公开的均为个人隐私。"):
        silent(told(edition, text), "T607")
