import pytest
from openpyxl import Workbook
from reports import APPLICATIONS, OVERVIEW, balanced, both, caught, checked, given, silent


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V211")


@both
def test_caught_on_a_formula_of_the_clerk(edition: str) -> None:
    assert caught(given(edition, "E7", "=D7*2"), "V211", "E7", APPLICATIONS).found == "=D7*2"


@both
def test_caught_on_a_sum_of_other_cells(edition: str) -> None:
    caught(given(edition, "J7", "=SUM(D7:H7)"), "V211", "J7", APPLICATIONS)


@both
def test_the_sum_of_the_template_is_added_up(edition: str) -> None:
    silent(given(edition, "J7", "=SUM(D7:I7)"), "V211")


def _typed(text: str):  # type: ignore[no-untyped-def]
    """Return an edit that puts a text into the overview, as where the format is 文本."""

    def edit(book):  # type: ignore[no-untyped-def]
        book[OVERVIEW]["B20"] = text
        book[OVERVIEW]["B20"].data_type = "s"

    return edit


@pytest.mark.parametrize(
    "text",
    ["=SUM(A1:A3)", "=三、依申请公开!J6", '="全年收到申请"&三!J6&"件，' + "均已答复" * 12 + '"'],
)
@both
def test_caught_where_a_formula_was_typed_as_text(edition: str, text: str) -> None:
    finding = caught(checked(balanced(edition), _typed(text)), "V211", "B20", OVERVIEW)
    assert text in finding.message


@pytest.mark.parametrize("text", ["======", "= 总体情况 =", "=>见下表"])
@both
def test_silent_on_lines_of_marks(edition: str, text: str) -> None:
    silent(checked(balanced(edition), _typed(text)), "V211")


@both
def test_a_column_of_totals_typed_as_text_is_one_finding(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for row in range(6, 12):
            book[APPLICATIONS][f"J{row}"] = f"=SUM(D{row}:I{row})"
            book[APPLICATIONS][f"J{row}"].data_type = "s"

    outcome = checked(balanced(edition), edit)
    found = caught(outcome, "V211", "J6", APPLICATIONS)
    assert found.cells == ("J6", "J7", "J8", "J9", "J10", "J11")
    assert "当作文字键入" in found.message
    assert "分列" in found.fix
    silent(outcome, "V204")
