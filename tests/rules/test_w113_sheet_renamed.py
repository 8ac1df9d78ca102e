import pytest
from openpyxl import Workbook
from reports import APPLICATIONS, PROCEEDINGS, balanced, both, caught, checked, silent


@both
def test_silent_on_the_official_names(edition: str) -> None:
    silent(checked(balanced(edition)), "W113")


def _rename(book: Workbook) -> None:
    book[PROCEEDINGS].title = "Sheet4"


@both
def test_caught_and_found_by_its_title(edition: str) -> None:
    outcome = checked(balanced(edition), _rename)
    assert f"“{PROCEEDINGS}”" in caught(outcome, "W113", None, "Sheet4").message
    assert outcome.status == "ok"


@both
@pytest.mark.parametrize(("row", "found"), [(8, True), (9, False)])
def test_a_title_is_looked_for_in_the_first_eight_rows(edition: str, row: int, found: bool) -> None:
    def rename(book: Workbook) -> None:
        sheet = book[PROCEEDINGS]
        title, sheet["A1"] = sheet["A1"].value, None
        sheet.title, sheet[f"A{row}"] = "Sheet4", title

    outcome = checked(balanced(edition), rename)
    codes = {each.code for each in outcome.findings}
    assert ("W113" in codes, "W111" in codes) == (found, not found)


def test_many_that_were_renamed_are_one() -> None:
    def rename(book: Workbook) -> None:
        for number, sheet in enumerate(book.worksheets[1:]):
            sheet.title = f"表{number}"

    found = caught(checked(balanced("2021"), rename), "W113", None, "表0")
    assert "有 9 张表改了名，按第一行的标题认：“表0”是“基本信息”、" in found.message


@both
def test_titles_of_tables_that_were_swapped_are_one(edition: str) -> None:
    def swap(book: Workbook) -> None:
        one, two = book[APPLICATIONS]["A1"], book[PROCEEDINGS]["A1"]
        one.value, two.value = two.value, one.value

    outcome = checked(balanced(edition), swap)
    assert [each.code for each in outcome.findings if each.code[0] in "WVS"] == ["W113"]
    assert "标题对调了" in caught(outcome, "W113", None).message
    assert outcome.status == "ok"
