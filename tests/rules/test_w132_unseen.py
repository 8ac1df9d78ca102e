import pytest
from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill
from reports import APPLICATIONS, OVERVIEW, balanced, both, caught, checked, silent

from govxlsx.workbook.formats import shows_nothing

WHITE = [Color(rgb="FFFFFFFF"), Color(theme=0), Color(indexed=9)]


@both
def test_silent_on_the_template(edition: str) -> None:
    silent(checked(balanced(edition)), "W132")


@both
@pytest.mark.parametrize("colour", WHITE, ids=["rgb", "theme", "indexed"])
def test_caught_in_white_on_white(edition: str, colour: Color) -> None:
    def whiten(book: Workbook) -> None:
        for cell in ("E6", "D7"):
            book[APPLICATIONS][cell].font = Font(color=colour)
            book[APPLICATIONS][cell].fill = PatternFill()

    found = caught(checked(balanced(edition), whiten), "W132", "E6", APPLICATIONS)
    assert found.cells == ("E6", "D7")
    assert "共 2 格" in found.message


@both
def test_caught_on_a_ground_that_is_white_itself(edition: str) -> None:
    def whiten(book: Workbook) -> None:
        book[OVERVIEW]["B4"].font = Font(color="FFFFFF")
        book[OVERVIEW]["B4"].fill = PatternFill("solid", fgColor="FFFFFF")
        book[OVERVIEW]["B4"] = "本年度公开信息12条。"

    caught(checked(balanced(edition), whiten), "W132", "B4", OVERVIEW)


@both
def test_silent_in_white_on_a_dark_ground(edition: str) -> None:
    def darken(book: Workbook) -> None:
        book[APPLICATIONS]["E6"].font = Font(color="FFFFFF")
        book[APPLICATIONS]["E6"].fill = PatternFill("solid", fgColor="1F3A5F")

    silent(checked(balanced(edition), darken), "W132")


@both
def test_silent_on_white_space_of_which_nobody_sees_anything(edition: str) -> None:
    def whiten(book: Workbook) -> None:
        book[OVERVIEW]["B20"] = " \u3000"
        book[OVERVIEW]["B20"].font = Font(color="FFFFFF")

    silent(checked(balanced(edition), whiten), "W132")


@both
def test_caught_in_a_format_that_shows_nothing(edition: str) -> None:
    def hide(book: Workbook) -> None:
        book[APPLICATIONS]["E6"].number_format = ";;;"

    caught(checked(balanced(edition), hide), "W132", "E6", APPLICATIONS)


@pytest.mark.parametrize(
    ("code", "nothing"),
    [
        (";;;", True),
        (";;", True),
        ('""', True),
        ('" ";" ";" "', True),
        ("General", False),
        ("@", False),
        ("0;-0;;@", False),
        (";;;@", False),
        ('"件"', False),
        ("", False),
    ],
)
def test_which_formats_show_nothing(code: str, nothing: bool) -> None:
    assert shows_nothing(code) is nothing


@pytest.mark.parametrize(
    ("ink", "ground", "unseen"),
    [
        (Color(rgb="FFF2F2F2"), "FFFFFF", True),
        (Color(theme=0, tint=-0.05), "FFFFFF", True),
        (Color(rgb="FFFFF8DC"), "FFFFE0", True),
        (Color(rgb="FF1F4E79"), "1F4E79", True),
        (Color(theme=1), "111111", True),
        (Color(rgb="FF808080"), "FFFFFF", False),
        (Color(rgb="FFD0D0D0"), "FFFFFF", False),
        (Color(rgb="FFFFFF00"), "0070C0", False),
        (Color(rgb="FFFFFF00"), "FFFFFF", False),
        (Color(theme=4), "FFFFFF", False),
        (Color(rgb="FFFFFFFF"), "FF0000", False),
    ],
)
def test_letters_are_seen_by_their_colour_on_their_ground(
    ink: Color, ground: str, unseen: bool
) -> None:
    def paint(book: Workbook) -> None:
        book[APPLICATIONS]["E6"].font = Font(color=ink)
        book[APPLICATIONS]["E6"].fill = PatternFill("solid", fgColor=ground)

    codes = [each.code for each in checked(balanced("2021"), paint).findings]
    assert ("W132" in codes) is unseen


@pytest.mark.parametrize(("points", "unseen"), [(1, True), (3.5, True), (4, False), (9, False)])
def test_letters_of_few_points_are_dots(points: float, unseen: bool) -> None:
    def shrink(book: Workbook) -> None:
        book[APPLICATIONS]["E6"].font = Font(sz=points)

    assert any(each.code == "W132" for each in checked(balanced("2021"), shrink).findings) is unseen
