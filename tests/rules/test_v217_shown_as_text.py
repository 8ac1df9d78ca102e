from datetime import datetime

import pytest
from openpyxl import Workbook
from reports import BASICS, OVERVIEW, Edit, balanced, both, caught, checked, made, put, read, silent


def _formatted(value: object, code: str, cell: str = "B20") -> Edit:
    def edit(book: Workbook) -> None:
        book[OVERVIEW][cell] = value
        book[OVERVIEW][cell].number_format = code

    return edit


SHOWN = [
    (datetime(2024, 1, 31), 'yyyy"年"m"月"d"日"', "2024年1月31日"),
    (0.985, "0.0%", "98.5%"),
    (59237.244900000005, "General", "59237.2449"),
    (223800, "General", "223800"),
]


@both
def test_silent_on_text_and_on_whole_numbers_where_they_belong(edition: str) -> None:
    edit = put(BASICS, B9=223800, B10=52784368833)
    silent(checked(balanced(edition), edit), "V217")
    agency = read(made(balanced(edition), edit)).agency
    assert (agency.postcode, agency.phone) == ("223800", "52784368833")


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
@both
def test_caught_and_printed_as_shown(edition: str, value: object, code: str, shown: str) -> None:
    edit = _formatted(value, code)
    found = caught(checked(balanced(edition), edit), "V217", "B20", OVERVIEW)
    assert f"“{shown}”" in found.message
    assert read(made(balanced(edition), edit)).narrative["overview"][-1].text == shown
