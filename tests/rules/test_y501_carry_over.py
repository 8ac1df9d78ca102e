from reports import APPLICATIONS, balanced, both, caught, checked, following, last_year, put, silent

from govxlsx.checking.case import NO_PREVIOUS


def given(column: str, carried_out: int) -> dict[str, int]:
    return {f"applications.carried_out.{column}": carried_out}


@both
def test_silent_where_last_years_are_taken_up(edition: str) -> None:
    silent(checked(following(edition), previous=last_year(edition)), "Y501")


@both
def test_not_run_without_last_years_report(edition: str) -> None:
    assert checked(following(edition)).rules.not_run["Y501"] == NO_PREVIOUS


@both
def test_not_run_with_the_report_of_another_year(edition: str) -> None:
    outcome = checked(following(edition), previous=following(edition))
    assert "不是" in outcome.rules.not_run["Y501"]


@both
def test_the_columns_that_differ_are_one_finding(edition: str) -> None:
    last = last_year(edition, figures={**given("enterprise", 4), **given("total", 9)})
    outcome = checked(following(edition), previous=last)
    found = caught(outcome, "Y501", "E7", APPLICATIONS)
    assert (found.cells, found.found, found.expected) == (("E7", "J7"), 1, 4)
    assert found.fields == ("applications.carried_in.enterprise", "applications.carried_in.total")
    assert found.field == "applications.carried_in.enterprise"
    assert "“商业企业”（E7）是 1，上年是 4；“总计”（J7）是 6，上年是 9。" in found.message
    assert found.fix.startswith("请核对 E7、J7 和")


def test_caught_on_103_carried_out_and_77_carried_in() -> None:
    """淮安市 2024 and 2025."""
    data = following("2021", year=2025)
    last = last_year("2021", year=2024, figures=given("total", 103))
    outcome = checked(data, put(APPLICATIONS, J7=77), last)
    finding = caught(outcome, "Y501", "J7", APPLICATIONS)
    assert (finding.found, finding.expected) == (77, 103)
    assert "是 77，2024 年度报告的结转下年度是 103，少 26" in finding.message
    assert "2025 年度的“二、上年结转”" in finding.fix


def test_a_shift_between_columns_is_caught_though_the_total_holds() -> None:
    last = last_year("2021", figures={**given("natural_person", 0), **given("enterprise", 2)})
    outcome = checked(following("2021"), previous=last)
    assert caught(outcome, "Y501", "D7").cells == ("D7", "E7")


def test_a_blank_total_counts_as_the_sum_of_its_columns() -> None:
    last = last_year("2021", figures={"applications.carried_out.total": None})
    silent(checked(following("2021"), previous=last), "Y501")


def test_a_report_of_the_edition_before_is_compared() -> None:
    data = following("2021", year=2021)
    last = last_year("2019", year=2020, figures=given("enterprise", 3))
    caught(checked(data, previous=last), "Y501", "E7")


@both
def test_not_run_where_it_cannot_be_read(edition: str) -> None:
    last = last_year(edition, figures={"applications.carried_out.enterprise": "几件"})
    outcome = checked(following(edition), previous=last)
    assert "“商业企业”列有空白或读不出的数" in outcome.rules.not_run["Y501"]


@both
def test_the_explanation_is_shown(edition: str) -> None:
    from govxlsx.report.model import Explanation

    data = following(edition, explanations=(Explanation("Y501", "两局合并。"),))
    outcome = checked(data, previous=last_year(edition, figures=given("total", 9)))
    assert caught(outcome, "Y501", "J7").explained == "两局合并。"


@both
def test_balanced_reports_of_one_year_are_not_compared(edition: str) -> None:
    assert "Y501" in checked(balanced(edition), previous=balanced(edition)).rules.not_run
