from dataclasses import replace

from reports import AGENCY, BASICS, balanced, both, caught, checked, put, silent

from govxlsx.desk.roster.model import Body, Roster

SAME = Roster((Body(AGENCY.name, "政府部门"),))
OTHER = Roster((Body(AGENCY.name, "乡镇人民政府或街道办事处"),))


@both
def test_silent_on_the_same_kind(edition: str) -> None:
    silent(checked(balanced(edition), roster=SAME), "B905")


@both
def test_not_run_on_a_body_that_the_roster_lacks(edition: str) -> None:
    data = balanced(edition, agency=replace(AGENCY, name="永宁市审计局"))
    assert checked(data, roster=SAME).rules.not_run["B905"] == "名册中没有这个机关"


@both
def test_caught_on_another_kind(edition: str) -> None:
    finding = caught(checked(balanced(edition), roster=OTHER), "B905", "B5", BASICS)
    assert (finding.found, finding.expected) == ("政府部门", "乡镇人民政府或街道办事处")
    assert finding.cells == ("B5",)
    assert "（B5）" in finding.fix
    assert "名册中“永宁市档案局”是“乡镇人民政府或街道办事处”" in finding.message


@both
def test_silent_where_no_kind_is_given(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5=None), roster=OTHER)
    silent(outcome, "B905")
    assert "W128" in outcome.rules.broken
