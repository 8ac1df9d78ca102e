import pytest
from reports import balanced, both, caught, checked, silent

from govxlsx.checking.rule import Severity


@both
@pytest.mark.parametrize(
    "text",
    [
        "没有号码。",
        "办件编号320106240131001已经办结。",
        "流水号130102650307123。",
        "日期不对的130102651307123。",
        "320102199003076335（没有写是什么号码，校验码也不对）",
    ],
)
def test_silent_on_other_numbers(text: str, edition: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "P802")


@both
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("某村民130102650307123来电", "1301*********23"),
        ("身份证号码320102199003076334", "3201************34"),
    ],
)
def test_caught_on_old_and_on_mistyped_numbers(text: str, shown: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "P802", "B4", "五、问题与改进")
    assert finding.severity is Severity.WARNING
    assert finding.found == shown
    assert shown in finding.message
