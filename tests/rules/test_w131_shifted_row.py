from __future__ import annotations

import pytest
from openpyxl import Workbook
from reports import APPLICATIONS, DISCLOSURE, balanced, both, caught, checked, made, read, silent

from govxlsx.report.figure import State


@both
def test_silent_on_rows_in_their_columns(edition: str) -> None:
    silent(checked(balanced(edition)), "W131")


@both
def test_silent_on_a_row_with_blanks(edition: str) -> None:
    def edit(book: Workbook) -> None:
        book[APPLICATIONS]["D6"] = None
        book[APPLICATIONS]["F6"] = None

    silent(checked(balanced(edition), edit), "W131")


def _shift_left(book: Workbook) -> None:
    """Undo every merge, then delete the empty cells of each row's label with "shift left"."""
    sheet = book[APPLICATIONS]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    for row in range(6, 31):
        values = [sheet.cell(row, column).value for column in range(1, 11)]
        if isinstance(values[9], int):
            labels = [value for value in values[:3] if value is not None]
            kept = [*labels[-1:], *values[3:]]
            for column in range(1, 11):
                sheet.cell(row, column).value = kept[column - 1] if column <= len(kept) else None


@both
def test_one_finding_for_all_rows_and_no_broken_sum(edition: str) -> None:
    outcome = checked(balanced(edition), _shift_left)
    caught(outcome, "W131", "B6", APPLICATIONS)
    assert not {"S301", "S302", "S303", "V204"} & set(outcome.rules.broken)
    report = read(made(balanced(edition), _shift_left))
    assert report.figures["applications.received.total"].state is State.MISSING


@both
@pytest.mark.parametrize("up", [True, False])
def test_a_column_that_was_pushed_up_or_down_is_not_read(edition: str, up: bool) -> None:
    def push(book: Workbook) -> None:
        sheet = book[DISCLOSURE]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.move_range("C6:C25", rows=-1 if up else 1)

    (found,) = (each for each in checked(balanced(edition), push).findings if each.code == "W131")
    assert (found.sheet, found.cell is not None and found.cell[0]) == (DISCLOSURE, "C")
    assert "上移或下移" in found.message
    report = read(made(balanced(edition), push))
    pushed = [each for each in report.figures.values() if each.at and each.at.cell[0] == "C"]
    assert not any(each.at.sheet == DISCLOSURE for each in pushed if each.at)
    assert report.figures["disclosure.licensing.decisions"].value == 31
