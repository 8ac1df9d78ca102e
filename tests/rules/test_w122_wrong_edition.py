from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from reports import (
    APPLICATIONS,
    BASICS,
    DISCLOSURE,
    balanced,
    both,
    caught,
    checked,
    made,
    put,
    silent,
)


@both
def test_silent_on_the_year_of_its_own(edition: str) -> None:
    silent(checked(balanced(edition)), "W122")


@both
def test_silent_without_a_year(edition: str) -> None:
    silent(checked(balanced(edition), put(BASICS, B4=None)), "W122")


def test_caught_with_a_later_year_on_the_form_of_2019() -> None:
    finding = caught(checked(balanced("2019", year=2023)), "W122", "B4", BASICS)
    assert "2023" in finding.message
    assert "2021 版" in finding.message


def test_caught_with_an_earlier_year_on_the_form_of_2021() -> None:
    finding = caught(checked(balanced("2021", year=2020)), "W122", "B4", BASICS)
    assert "2019 版" in finding.message


@pytest.mark.parametrize("names", [(DISCLOSURE,), (APPLICATIONS,), (DISCLOSURE, APPLICATIONS)])
def test_a_table_of_an_earlier_edition_is_the_one_fault(names: tuple[str, ...]) -> None:
    old = load_workbook(BytesIO(made(balanced("2019"))))

    def edit(book: Workbook) -> None:
        for name in names:
            sheet, place = old[name], book.sheetnames.index(name)
            book.remove(book[name])
            copy = book.create_sheet(name, place)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        copy[cell.coordinate] = cell.value

    outcome = checked(balanced("2021"), edit)
    found = [each for each in outcome.findings if each.code == "W122"]
    assert [each.sheet for each in found] == [names[0] if len(names) == 1 else BASICS]
    assert "2019 版" in found[0].message
    assert not {"W114", "W116", "W117", "W125", "S301", "S302", "S303"} & set(outcome.rules.broken)
