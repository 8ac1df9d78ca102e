from batches import outcomes, report, text
from reports import both, caught, figures, silent

from govxlsx.checking.rule import Severity


@both
def test_silent_where_one_figure_differs(edition: str) -> None:
    first = report("永宁市档案局", edition, overview=text(1))
    changed = {"disclosure.penalties.decisions": 9}
    second = report("永宁市教育局", edition, overview=text(2), figures=changed)
    for outcome in outcomes(first, second):
        silent(outcome, "B903")


@both
def test_caught_in_both(edition: str) -> None:
    first = report("永宁市档案局", edition, overview=text(1))
    second = report("永宁市教育局", edition, overview=text(2))
    third = report(
        "永宁市林业局", edition, overview=text(3), figures={"disclosure.penalties.decisions": 9}
    )
    told = outcomes(first, second, third)
    finding = caught(told[0], "B903", None)
    assert finding.severity is Severity.WARNING
    assert "每一个数字都与“永宁市教育局”的报告（永宁市教育局.xlsx）相同" in finding.message
    assert "“永宁市档案局”" in caught(told[1], "B903", None).message
    silent(told[2], "B903")


@both
def test_blank_and_zero_are_the_same(edition: str) -> None:
    blank = dict.fromkeys(key for key, value in figures(edition).items() if value == 0)
    first = report("永宁市档案局", edition, overview=text(1))
    second = report("永宁市教育局", edition, overview=text(2), figures=blank)
    caught(outcomes(first, second)[0], "B903", None)


@both
def test_not_run_where_all_are_zero(edition: str) -> None:
    zeros = dict.fromkeys(figures(edition), 0)
    first = report("永宁市档案局", edition, overview=text(1), figures=zeros)
    second = report("永宁市教育局", edition, overview=text(2), figures=zeros)
    for outcome in outcomes(first, second):
        assert outcome.rules.not_run["B903"].startswith("不是 0 的数字太少")


@both
def test_not_run_on_one_application_received_and_answered(edition: str) -> None:
    given = dict.fromkeys(figures(edition), 0)
    for row in ("received", "disclosed", "concluded"):
        given |= {f"applications.{row}.natural_person": 1, f"applications.{row}.total": 1}
    first = report("永宁市档案局", edition, overview=text(1), figures=given)
    second = report("永宁市教育局", edition, overview=text(2), figures=given)
    for outcome in outcomes(first, second):
        assert "B903" in outcome.rules.not_run


@both
def test_silent_on_one_agencys_two_submissions(edition: str) -> None:
    first = report("永宁市档案局", edition, overview=text(1), source="先.xlsx")
    second = report("永宁市档案局", edition, overview=text(2), source="后.xlsx")
    told = outcomes(first, second)
    assert told[0].rules.not_run["B903"].startswith("同一机关后面还有一份")
    silent(told[1], "B903")
