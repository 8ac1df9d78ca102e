from dataclasses import replace

import pytest
from reports import AGENCY, BASICS, balanced, both, caught, checked, silent

from govxlsx.checking.rule import Severity
from govxlsx.desk.roster.model import Body, Roster

ROSTER = Roster(
    (
        Body("永宁市档案局", "政府部门", aliases=("永宁市党史办",)),
        Body("永宁市审计局", "政府部门"),
    )
)


@both
def test_not_run_without_a_roster_or_a_name(edition: str) -> None:
    assert checked(balanced(edition)).rules.not_run["B904"] == "没有提供名册"
    nobody = checked(balanced(edition, agency=replace(AGENCY, name="")), roster=ROSTER)
    assert nobody.rules.not_run["B904"].startswith("没有填机关名称")


@both
@pytest.mark.parametrize("name", ["永宁市档案局", "永宁市 档案局", "永宁市党史办"])
def test_silent_on_a_name_an_alias_and_another_spelling(edition: str, name: str) -> None:
    data = balanced(edition, agency=replace(AGENCY, name=name))
    silent(checked(data, roster=ROSTER), "B904")


@both
def test_caught_with_the_nearest_name(edition: str) -> None:
    data = balanced(edition, agency=replace(AGENCY, name="永宁市审记局"))
    outcome = checked(data, roster=ROSTER)
    finding = caught(outcome, "B904", "B3", BASICS)
    assert finding.severity is Severity.WARNING
    assert (finding.found, finding.expected) == ("永宁市审记局", "永宁市审计局")
    assert finding.message == "名册中没有“永宁市审记局”，最接近的是“永宁市审计局”。"
    assert outcome.status == "ok"


def test_caught_where_several_share_the_name() -> None:
    towns = [Body(f"{each}镇人民政府", "其他") for each in ("城关", "龙潭")]
    shared = [Body(f"{each.name}财政所", "其他", parent=each.name) for each in towns]
    data = balanced("2021", agency=replace(AGENCY, name="财政所"))
    finding = caught(checked(data, roster=Roster((*towns, *shared))), "B904", "B3", BASICS)
    told = "，分不清是“城关镇人民政府财政所”“龙潭镇人民政府财政所”等 2 个机关中的哪一个。"
    assert finding.message == f"名册中没有“财政所”{told}"


@both
def test_caught_where_no_name_is_near(edition: str) -> None:
    data = balanced(edition, agency=replace(AGENCY, name="某某县水文站"))
    finding = caught(checked(data, roster=ROSTER), "B904", "B3", BASICS)
    assert finding.message == "名册中没有“某某县水文站”，也没有相近的名称。"
    assert finding.expected is None
