from reports import DISCLOSURE, caught, checked, following, last_year, put, silent


def test_silent_where_the_stock_is_carried_on() -> None:
    silent(checked(following("2021"), previous=last_year("2021")), "Y502")


def test_caught_where_it_is_not() -> None:
    last = last_year("2021", figures={"disclosure.normative_documents.in_force": 40})
    finding = caught(checked(following("2021"), previous=last), "Y502", "D6", DISCLOSURE)
    assert finding.cells == ("B6", "C6", "D6")
    assert (finding.found, finding.expected) == (9, 41)
    assert "现行有效 40 件，加本年制发 2 件，减废止 1 件，应当是 41 件" in finding.message


def test_caught_on_regulations_too() -> None:
    outcome = checked(following("2021"), put(DISCLOSURE, D5=1), last_year("2021"))
    caught(outcome, "Y502", "D5")


def test_not_run_where_last_year_was_on_the_other_edition() -> None:
    outcome = checked(following("2021", year=2021), previous=last_year("2019", year=2020))
    assert "上年报告用 2019 版的表" in outcome.rules.not_run["Y502"]
    assert "Y502" in checked(following("2019"), previous=last_year("2019")).rules.not_run
