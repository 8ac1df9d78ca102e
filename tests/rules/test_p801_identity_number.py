from dataclasses import replace

import pytest
from reports import (
    AGENCY,
    APPLICATIONS,
    BASICS,
    DISCLOSURE,
    balanced,
    both,
    caught,
    checked,
    put,
    silent,
)

from govxlsx.checking.rule import Severity
from govxlsx.report.model import Explanation

NUMBER = "110101199003077758"
SHOWN = "1101************58"


@both
def test_silent_on_a_report_without_one(edition: str) -> None:
    silent(checked(balanced(edition)), "P801")


@both
@pytest.mark.parametrize(
    "text",
    [
        "档案编号110101202401310012已经移交。",
        "统一社会信用代码11320000014000123A。",
        "校验码不对的110101199003077759。",
        "日期不对的110101199013077758。",
        "地区不对的990101199003077758。",
        f"更长的1{NUMBER}和{NUMBER}1。",
        f"见 http://www.yongning.gov.cn/art/{NUMBER}.html。",
    ],
)
def test_silent_on_other_numbers(text: str, edition: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "P801")


@both
@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"申请人（身份证号：{NUMBER}）不服",
        "１１０１０１１９９００３０７７７５８",
        "110101 19900307 7758",
        "110101-19900307-7758",
        "11010519491231002X",
        "11010519491231002x的",
    ],
)
def test_caught_however_it_is_written(text: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "P801", "B4", "五、问题与改进")
    assert finding.severity is Severity.ERROR
    assert isinstance(finding.found, str)
    assert finding.found[:4] == "1101"
    assert finding.found in finding.message
    assert finding.found.count("*") == 12


@both
def test_caught_in_entries_notes_explanations_and_figures(edition: str) -> None:
    outcome = checked(
        balanced(
            edition,
            agency=replace(AGENCY, address=f"人民路1号{NUMBER}"),
            notes={"三": f"含{NUMBER}一件"},
            explanations=(Explanation("V203", f"系{NUMBER}申请"),),
        ),
        put(DISCLOSURE, B9=NUMBER),
    )
    found = [each for each in outcome.findings if each.code == "P801"]
    assert {each.sheet for each in found} == {BASICS, APPLICATIONS, "情况说明", DISCLOSURE}
    assert {each.found for each in found} == {SHOWN}
