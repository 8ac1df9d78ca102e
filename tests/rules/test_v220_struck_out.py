import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from reports import APPLICATIONS, OVERVIEW, balanced, both, caught, checked, figures, put, silent


def _cell(book: Workbook) -> None:
    book[OVERVIEW]["B20"] = "旧的一段。"
    book[OVERVIEW]["B20"].font = Font(strike=True)


def _words(book: Workbook) -> None:
    struck = TextBlock(InlineFont(strike=True), "旧的一句。")
    book[OVERVIEW]["B20"] = CellRichText("新的一句。", struck)


@both
def test_silent_on_plain_text(edition: str) -> None:
    silent(checked(balanced(edition), put(OVERVIEW, B20="新的一段。")), "V220")


@both
def test_caught_in_a_cell(edition: str) -> None:
    caught(checked(balanced(edition), _cell), "V220", "B20", OVERVIEW)


@both
def test_caught_in_some_of_its_words(edition: str) -> None:
    caught(checked(balanced(edition), _words), "V220", "B20", OVERVIEW)


@both
def test_caught_in_a_figure(edition: str) -> None:
    def strike(book: Workbook) -> None:
        book[APPLICATIONS]["E6"].font = Font(strike=True)
        book[APPLICATIONS]["D7"] = CellRichText("1", TextBlock(InlineFont(strike=True), "2"))

    found = caught(checked(balanced(edition), strike), "V220", "E6", APPLICATIONS)
    assert found.cells == ("E6", "D7")
    assert found.fields[0] == "applications.received.enterprise"


@both
@pytest.mark.parametrize(("count", "named"), [(3, 3), (4, 3)])
def test_three_of_many_are_quoted(edition: str, count: int, named: int) -> None:
    def strike(book: Workbook) -> None:
        for column in "DEFG"[:count]:
            book[APPLICATIONS][f"{column}6"].font = Font(strike=True)

    found = caught(checked(balanced(edition), strike), "V220", "D6", APPLICATIONS)
    assert found.cells == ("D6", "E6", "F6", "G6")[:count]
    before = figures(edition)
    columns = (
        "natural_person",
        "enterprise",
        "research_institution",
        "public_welfare_organization",
    )
    quoted = "”、“".join(str(before[f"applications.received.{each}"]) for each in columns[:named])
    assert f"“{quoted}”" in found.message
