"""What people do to a sheet of the form, at a place: each leaves a workbook that still opens."""

from collections.abc import Callable
from typing import NamedTuple

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


class Place(NamedTuple):
    """A rectangle of a sheet, and by how much something is moved."""

    row: int
    column: int
    height: int
    width: int
    down: int
    right: int

    @property
    def area(self) -> str:
        left, right = get_column_letter(self.column), get_column_letter(self.column + self.width)
        return f"{left}{self.row}:{right}{self.row + self.height}"


Reshaping = Callable[[Worksheet, Place], None]


def _unmerged(sheet: Worksheet) -> Worksheet:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    return sheet


def _merged_over(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).merge_cells(place.area)


def _moved(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).move_range(place.area, rows=place.down, cols=place.right)


def _rows_inserted(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).insert_rows(place.row, place.height + 1)


def _columns_inserted(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).insert_cols(place.column)


def _rows_deleted(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).delete_rows(place.row)


def _rows_swapped(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet)
    for column in range(1, sheet.max_column + 1):
        one = sheet.cell(place.row, column)
        other = sheet.cell(place.row + place.height + 1, column)
        one.value, other.value = other.value, one.value


def _sheet_added(sheet: Worksheet, place: Place) -> None:
    assert sheet.parent is not None
    sheet.parent.create_sheet("附表", 0).cell(place.row, place.column).value = "另有说明"


def _second_table_below(sheet: Worksheet, place: Place) -> None:
    top = sheet.max_row + place.height
    for row in sheet.iter_rows(1, min(sheet.max_row, 12), 1, 8, values_only=True):
        top += 1
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(top, column).value = value


def _far_away(sheet: Worksheet, place: Place) -> None:
    sheet.cell(1000 * place.height + 60, 30 * place.width + 20).value = "表外"


def _in_the_gap(sheet: Worksheet, place: Place) -> None:
    sheet.cell(place.row, sheet.max_column + place.width).value = 7


def _commented(sheet: Worksheet, place: Place) -> None:
    _unmerged(sheet).cell(place.row, place.column).comment = Comment("请再核对", "审核人")


def _row_hidden(sheet: Worksheet, place: Place) -> None:
    sheet.row_dimensions[place.row].hidden = True


def _column_hidden(sheet: Worksheet, place: Place) -> None:
    sheet.column_dimensions[get_column_letter(place.column)].hidden = True


def _group_collapsed(sheet: Worksheet, place: Place) -> None:
    sheet.row_dimensions.group(place.row, place.row + place.height, hidden=True)


def _filtered(sheet: Worksheet, place: Place) -> None:
    sheet.auto_filter.ref = f"A3:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    sheet.row_dimensions[place.row].hidden = True


RESHAPINGS: tuple[Reshaping, ...] = (
    *(_merged_over, _moved, _rows_inserted, _columns_inserted, _rows_deleted, _rows_swapped),
    *(_sheet_added, _second_table_below, _far_away, _in_the_gap, _commented),
    *(_row_hidden, _column_hidden, _group_collapsed, _filtered),
)
