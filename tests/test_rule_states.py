"""Why a family of rules was not run; a file that cannot be used says it in another place."""

import pytest

from govxlsx.checking.engine import UNUSABLE, unusable
from govxlsx.checking.finding import Finding, Outcome, RuleStates
from govxlsx.checking.rule import Severity


def test_a_family_of_which_nothing_was_run_says_why() -> None:
    states = RuleStates(("S301",), (), {"Y501": "没有上年报告", "T601": "正文太长"})
    assert (states.idle("Y"), states.idle("T"), states.idle("S")) == (
        "没有上年报告",
        "正文太长",
        "",
    )


def test_a_family_of_which_one_was_run_is_not_idle() -> None:
    states = RuleStates((), ("S301", "Y502"), {"Y501": "没有上年报告", "T601": "正文太长"})
    assert (states.idle("Y"), states.idle("T")) == ("", "正文太长")


def test_of_a_file_that_cannot_be_used_no_family_is_idle() -> None:
    states = unusable("W104")
    assert (states.broken, states.not_run["Y501"]) == (("W104",), UNUSABLE)
    assert states.idle("Y") == ""


@pytest.mark.parametrize(
    ("severity", "explained", "left"),
    [
        (Severity.WARNING, None, True),
        (Severity.WARNING, "属实。", False),
        (Severity.ERROR, None, False),
        (Severity.INFO, None, False),
    ],
)
def test_a_warning_is_left_until_it_is_explained(
    severity: Severity, explained: str | None, left: bool
) -> None:
    finding = Finding(
        "T601",
        severity,
        None,
        None,
        None,
        (),
        (),
        None,
        None,
        "不符。",
        "改。",
        explained=explained,
    )
    outcome = Outcome("ok", (finding,))
    assert outcome.unexplained is left
    assert [outcome.count(each) for each in Severity] == [each is severity for each in Severity]
