import pytest
from openpyxl import Workbook
from reports import APPLICATIONS, DISCLOSURE, Edit, balanced, both, caught, checked, figures, silent


def _formatted(sheet: str, cells: str, code: str) -> Edit:
    def edit(book: Workbook) -> None:
        found = book[sheet][cells]
        for row in found if isinstance(found, tuple) else ((found,),):
            for cell in row:
                cell.number_format = code

    return edit


@both
@pytest.mark.parametrize("code", ['0"件"', "#,##0.00", '0_ ;-0;"-"', '0"（含上年3件）"', "0;-0;"])
def test_silent_where_the_number_is_seen(edition: str, code: str) -> None:
    silent(checked(balanced(edition), _formatted(APPLICATIONS, "D6:I8", code)), "V221")


@pytest.mark.parametrize("code", ['0.00"万元"', '0.0"万"', '"¥"0.00', "0"])
def test_silent_on_money_in_the_unit_of_the_form_or_rounded(code: str) -> None:
    data = balanced("2021", figures={"disclosure.fees.amount": 36.52})
    silent(checked(data, _formatted(DISCLOSURE, "B16", code)), "V221")


@both
def test_caught_once_a_table(edition: str) -> None:
    first = figures(edition)["applications.received.natural_person"]
    outcome = checked(balanced(edition), _formatted(APPLICATIONS, "D6:E7", "0%"))
    found = caught(outcome, "V221", "D6", APPLICATIONS)
    assert f"D6 显示“{first}00%”，存的是 {first}" in found.message
    assert found.cells == ("D6", "E6", "D7", "E7")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('0.00"元"', "36.52元"),
        ('0!.0000"万元"', "0.0037万元"),
        ('0.00"亿元"', "36.52亿元"),
        ('"90"', "90"),
        ("0%", "3652%"),
        ('0,"千"', "0千"),
    ],
)
def test_caught_on_money(code: str, shown: str) -> None:
    data = balanced("2021", figures={"disclosure.fees.amount": 36.52})
    found = caught(checked(data, _formatted(DISCLOSURE, "B16", code)), "V221", "B16", DISCLOSURE)
    assert f"显示“{shown}”" in found.message


def test_caught_on_a_unit_of_ten_thousand() -> None:
    outcome = checked(balanced("2021"), _formatted(APPLICATIONS, "D6", '0"万件"'))
    assert "万件”" in caught(outcome, "V221", "D6", APPLICATIONS).message
