from batches import outcomes, report, text
from reports import balanced, both, caught, checked, silent

from govxlsx.checking.rule import ALONE, Severity


@both
def test_not_run_on_one_file(edition: str) -> None:
    assert checked(balanced(edition)).rules.not_run["B901"] == ALONE


@both
def test_silent_on_two_agencies_and_on_two_years(edition: str) -> None:
    year = {"2019": 2020, "2021": 2025}[edition]
    first = report("永宁市档案局", edition, overview=text(1))
    second = report("永宁市教育局", edition, overview=text(2))
    third = report("永宁市档案局", edition, overview=text(3), year=year)
    for outcome in outcomes(first, second, third):
        silent(outcome, "B901")


@both
def test_caught_in_both_files_and_the_later_one_counts(edition: str) -> None:
    first = report("永宁市档案局", edition, overview=text(1), source="一.xlsx")
    other = report("永宁市教育局", edition, overview=text(2))
    second = report("永宁市 档案局", edition, overview=text(3), source="二.xlsx")
    told = outcomes(first, other, second)
    silent(told[1], "B901")
    for outcome in (told[0], told[2]):
        finding = caught(outcome, "B901", None)
        assert finding.severity is Severity.INFO
        assert (finding.found, finding.expected) == (2, 1)
        assert "有 2 份：一.xlsx、二.xlsx。计入的是“二.xlsx”：没有登记簿，按给出的先后" in (
            finding.message
        )
        assert outcome.status == "ok"


@both
def test_many_files_are_not_all_named(edition: str) -> None:
    given = [
        report("永宁市档案局", edition, overview=text(1), source=f"{number}.xlsx")
        for number in range(7)
    ]
    message = caught(outcomes(*given)[0], "B901", None).message
    assert "有 7 份：0.xlsx、1.xlsx、2.xlsx、3.xlsx、4.xlsx 等。计入的是“6.xlsx”" in message


@both
def test_not_run_without_a_name(edition: str) -> None:
    first = report("", edition, overview=text(1))
    second = report("", edition, overview=text(1))
    for outcome in outcomes(first, second):
        assert outcome.rules.not_run["B901"] == "没有填机关名称或报告年度，不知道与谁比较"
        assert outcome.rules.not_run["B902"] == outcome.rules.not_run["B901"]
        assert outcome.rules.not_run["B903"] == outcome.rules.not_run["B901"]
