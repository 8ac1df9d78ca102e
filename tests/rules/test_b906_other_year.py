from datetime import date

from reports import AGENCY, BASICS, YEAR, balanced, both, caught, checked, put, silent

from govxlsx.desk.roster.model import Body, Roster

AUDIT = "永宁市审计局"


def roster(own: date | None, other: date | None = None) -> Roster:
    bodies = (Body(AGENCY.name, "政府部门", deadline=own), Body(AUDIT, "政府部门", deadline=other))
    return Roster(bodies)


@both
def test_silent_on_the_year_before_the_deadline(edition: str) -> None:
    due = date(YEAR[edition] + 1, 1, 31)
    silent(checked(balanced(edition), roster=roster(due)), "B906")
    silent(checked(balanced(edition), roster=roster(None, due)), "B906")


@both
def test_not_run_where_the_roster_does_not_tell(edition: str) -> None:
    untold = checked(balanced(edition), roster=roster(None)).rules.not_run["B906"]
    assert untold.startswith("名册没有写期限")
    third = Body("永宁市林业局", "政府部门", deadline=date(2031, 1, 31))
    bodies = (*roster(None, date(2030, 1, 31)).bodies, third)
    assert "B906" in checked(balanced(edition), roster=Roster(bodies)).rules.not_run


@both
def test_caught_on_another_year(edition: str) -> None:
    year = YEAR[edition]
    finding = caught(
        checked(balanced(edition), roster=roster(date(year + 2, 1, 31))), "B906", "B4", BASICS
    )
    assert (finding.found, finding.expected) == (str(year), str(year + 1))
    assert f"名册的期限是 {year + 2}-01-31，应当报送的是 {year + 1} 年度的报告" in finding.message


@both
def test_not_run_without_a_year(edition: str) -> None:
    due = date(YEAR[edition] + 1, 1, 31)
    outcome = checked(balanced(edition), put(BASICS, B4=None), roster=roster(due))
    assert outcome.rules.not_run["B906"] == "没有填报告年度"
    assert "B906" not in outcome.rules.broken
