from datetime import datetime

import pytest
from openpyxl import Workbook
from reports import OVERVIEW, Edit, balanced, both, caught, checked, made, put, read, silent


def _weekday(book: Workbook) -> None:
    book[OVERVIEW]["B20"] = datetime(2024, 1, 31)
    book[OVERVIEW]["B20"].number_format = "dddd"


@both
def test_silent_on_text(edition: str) -> None:
    silent(checked(balanced(edition)), "V218")


@pytest.mark.parametrize("edit", [put(OVERVIEW, B20=True), _weekday], ids=["TRUE", "weekday"])
@both
def test_caught_and_not_printed(edition: str, edit: Edit) -> None:
    outcome = checked(balanced(edition), edit)
    caught(outcome, "V218", "B20", OVERVIEW)
    assert outcome.status == "errors"
    told = read(made(balanced(edition))).narrative["overview"]
    assert len(read(made(balanced(edition), edit)).narrative["overview"]) == len(told)
