from functools import cache

import pytest
from openpyxl import Workbook
from reports import (
    APPLICATIONS,
    CONCLUDED,
    DISCLOSURE,
    PROCEEDINGS,
    Edit,
    balanced,
    both,
    caught,
    checked,
    made,
    put,
    read,
    silent,
)
from workbooks import build

from govxlsx.addresses import address, areas_text, lines, position
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.reading.displaced import displaced
from govxlsx.report.figure import Figure, Number, State
from govxlsx.report.model import Remark


@both
def test_silent_on_rows_in_their_columns(edition: str) -> None:
    silent(checked(balanced(edition)), "W131")


@both
def test_silent_on_a_row_with_blanks(edition: str) -> None:
    def edit(book: Workbook) -> None:
        book[APPLICATIONS]["D6"] = None
        book[APPLICATIONS]["F6"] = None

    silent(checked(balanced(edition), edit), "W131")


@both
@pytest.mark.parametrize("beside", ["L6 M6", "A40"])
def test_silent_on_a_row_beside_which_other_things_stand(edition: str, beside: str) -> None:
    blank = dict.fromkeys((f"{column}6" for column in "DEFGHIJ"), None)
    outcome = checked(
        balanced(edition), put(APPLICATIONS, **blank, **dict.fromkeys(beside.split(), 3))
    )
    silent(outcome, "W131")


@both
def test_silent_on_a_row_beside_which_more_stands_than_it_lacks(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, D6=None, L6=3, M6=3))
    silent(outcome, "W131")
    caught(outcome, "W117", "L6", APPLICATIONS)


@both
def test_silent_on_a_blank_beside_which_words_stand(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, D15=None, K15="见附件"))
    silent(outcome, "W131")
    caught(outcome, "W117", "K15")


@pytest.mark.parametrize(
    ("sheet", "pushed", "reaching"),
    [
        (DISCLOSURE, "C5:C6", "C6:C7"),
        (DISCLOSURE, "D5:D6", "D6:D7"),
        (APPLICATIONS, "D15:D30", "D6:D14、D16:D31"),
        (PROCEEDINGS, "C6:C6", "C7"),
    ],
)
def test_figures_pushed_down_by_a_blank_are_not_read(
    sheet: str, pushed: str, reaching: str
) -> None:
    def edit(book: Workbook) -> None:
        for area in list(book[sheet].merged_cells.ranges):
            book[sheet].unmerge_cells(str(area))
        book[sheet].move_range(pushed, rows=1)

    outcome = checked(balanced("2021"), edit)
    (found,) = (each for each in outcome.findings if each.code == "W131")
    assert (found.sheet, reaching in found.message) == (sheet, True), found.message
    assert not {"S301", "S302", "S303", "S304"} & set(outcome.rules.broken)


def test_fewer_figures_below_a_column_than_it_has_blanks_were_not_pushed_there() -> None:
    outcome = checked(balanced("2021"), put(DISCLOSURE, C5=None, C6=None, C7=3))
    silent(outcome, "W131")
    caught(outcome, "W118", "C7", DISCLOSURE)


@both
def test_a_note_that_is_a_number_below_a_blank_is_a_note(edition: str) -> None:
    outcome = checked(balanced(edition), put(PROCEEDINGS, B6=None, B7=3))
    silent(outcome, "W131")


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
def test_totals_calculated_from_shifted_rows_are_not_read(edition: str) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.move_range("D16:I16", cols=1)
        last = CONCLUDED[edition] - 1
        for column in "DEFGHIJ":
            sheet[f"{column}{last + 1}"] = f"=SUM({column}8:{column}{last})"
        sheet["K16"] = "=SUM(E16:J16)"

    outcome = checked(balanced(edition), edit)
    found = caught(outcome, "W131", "E16", APPLICATIONS)
    assert {f"{column}{CONCLUDED[edition]}" for column in "DEFGHIJ"} < set(found.cells)
    assert not {"S301", "S302", "S303", "V211", "V215", "W117"} & set(outcome.rules.broken)


@both
@pytest.mark.parametrize(
    "cells",
    [{"D10": "=1+1", "F12": None}, {"D10": "=SUM(E10:I10)"}, {"E10": None, "D10": "=SUM(D11:D12)"}],
)
def test_silent_on_a_calculated_figure_that_is_no_sum_beside_a_blank(
    edition: str, cells: dict[str, str | None]
) -> None:
    silent(checked(balanced(edition), put(APPLICATIONS, **cells)), "W131")


@cache
def _push(column: str, rows: int) -> Edit:
    """Move the cells of a column below the first row of figures, as deleting a cell does."""

    def edit(book: Workbook) -> None:
        sheet = book[DISCLOSURE]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.move_range(f"{column}6:{column}25", rows=rows)

    return edit


@both
@pytest.mark.parametrize("column", "BC")
@pytest.mark.parametrize("rows", [-1, 1])
def test_a_column_that_was_pushed_up_or_down_is_not_read(
    edition: str, column: str, rows: int
) -> None:
    edit = _push(column, rows)
    figures = read(made(balanced(edition), edit)).figures
    told = edition == "2019" or column == "B" or rows == 1  # else there is no heading below
    for field_id, right in balanced(edition).figures.items() if told else ():
        assert figures[field_id].value is None or figures[field_id].text == str(right), field_id


@pytest.mark.parametrize(("edition", "column"), [("2019", "C"), ("2019", "B"), ("2021", "B")])
def test_it_is_told(edition: str, column: str) -> None:
    (found,) = (
        each
        for each in checked(balanced(edition), _push(column, -1)).findings
        if each.code == "W131"
    )
    assert (found.sheet, "上移或下移" in found.message) == (DISCLOSURE, True)


def _deleted(sheet: str, cell: str, row: int, column: int) -> Edit:
    """Return an edit that deletes a cell with "shift up" (row 1) or "shift left" (column 1)."""

    def edit(book: Workbook) -> None:
        at = book[sheet][cell]
        ends = {APPLICATIONS: (30, 10), PROCEEDINGS: (6, 15)}[sheet]
        place = (at.row, at.column)
        while place[0] + row <= ends[0] and place[1] + column <= ends[1]:
            next_to = (place[0] + row, place[1] + column)
            book[sheet].cell(*place).value = book[sheet].cell(*next_to).value
            place = next_to
        book[sheet].cell(*place).value = None

    return edit


@pytest.mark.parametrize(
    ("sheet", "cell", "row", "column", "reaching"),
    [
        (APPLICATIONS, "D10", 1, 0, "D10:D29）没有对准行名的行，像是上移了"),
        (APPLICATIONS, "J29", 1, 0, "J29）没有对准行名的行，像是上移了"),
        (APPLICATIONS, "E12", 0, 1, "E12:I12）没有对准表头的列，像是左移了"),
        (APPLICATIONS, "I30", 0, 1, "I30）没有对准表头的列，像是左移了"),
        (PROCEEDINGS, "B6", 0, 1, "A6:N6）没有对准表头的列，像是左移了"),
        (PROCEEDINGS, "G6", 0, 1, "F6:N6）没有对准表头的列，像是左移了"),
    ],
)
def test_a_deleted_cell_is_one_finding_where_the_sums_prove_it(
    sheet: str, cell: str, row: int, column: int, reaching: str
) -> None:
    outcome = checked(balanced("2021"), _deleted(sheet, cell, row, column))
    (found,) = (each for each in outcome.findings if each.code == "W131")
    assert (found.sheet, reaching in found.message) == (sheet, True), found.message
    assert not {"S301", "S302", "S303", "S304", "V201"} & set(outcome.rules.broken)


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, True), (4, False)])
def test_so_many_cells_as_nobody_may_notice_are_deleted_at_once(count: int, told: bool) -> None:
    def edit(book: Workbook) -> None:
        for _ in range(count):
            _deleted(APPLICATIONS, "D10", 1, 0)(book)

    outcome = checked(balanced("2021"), edit)
    cells = [each.cell for each in outcome.findings if each.code == "W131"]
    assert cells == (["D10"] if told else [])
    assert ("S301" in outcome.rules.broken) is not told


def test_cells_deleted_in_two_columns_are_one_finding() -> None:
    def edit(book: Workbook) -> None:
        for cell in ("D10", "E10"):
            _deleted(APPLICATIONS, cell, 1, 0)(book)

    outcome = checked(balanced("2021"), edit)
    found = caught(outcome, "W131", "D10", APPLICATIONS)
    assert "D10:E29" in found.message
    assert not {"S301", "S302", "S303"} & set(outcome.rules.broken)


def test_an_inserted_cell_that_pushed_the_last_one_out_is_one_finding() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        for row in range(30, 10, -1):
            sheet.cell(row, 5).value = sheet.cell(row - 1, 5).value
        sheet["E10"] = None

    outcome = checked(balanced("2021"), edit)
    found = caught(outcome, "W131", "E11", APPLICATIONS)
    assert "E11:E30）没有对准行名的行，像是下移了" in found.message
    assert not {"S301", "S302", "S303", "V201"} & set(outcome.rules.broken)


def test_equal_figures_that_a_deletion_does_not_change_are_read() -> None:
    def edit(book: Workbook) -> None:
        for row in range(8, 13):  # a group of zeros, the totals with them
            for column in "DEFGHIJ":
                book[APPLICATIONS][f"{column}{row}"] = 0
        for column in "DEFGHIJ":
            sums = [book[APPLICATIONS][f"{column}{row}"] for row in (*range(8, 29), 6, 7, 29, 30)]
            sums[-2].value = sum(each.value for each in sums[:-4])
            sums[-1].value = sums[-4].value + sums[-3].value - sums[-2].value
        _deleted(APPLICATIONS, "D11", 1, 0)(book)

    found = caught(checked(balanced("2021"), edit), "W131", "D12", APPLICATIONS)
    assert "D12:D29" in found.message


@both
@pytest.mark.parametrize("blank", ["D6", "J6", "J7"])
def test_silent_on_a_blank_that_alone_breaks_its_sums(edition: str, blank: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, **{blank: None}))
    silent(outcome, "W131")
    assert "S301" in outcome.rules.broken


def _moved(sheet: str, area: str, rows: int, columns: int) -> Edit:
    def edit(book: Workbook) -> None:
        for merge in list(book[sheet].merged_cells.ranges):
            book[sheet].unmerge_cells(str(merge))
        book[sheet].move_range(area, rows=rows, cols=columns)

    return edit


@pytest.mark.parametrize(
    ("sheet", "area", "rows", "columns", "reaching"),
    [
        (APPLICATIONS, "D29:J29", -1, -1, "C28:J28）没有对准行名，像是移动了"),
        (APPLICATIONS, "D30:J30", 3, 0, "D33:J33）没有对准行名，像是移动了"),
        (APPLICATIONS, "D6:J6", -1, 0, "D5:J5）没有对准行名，像是移动了"),
        (APPLICATIONS, "D6:J30", -1, 0, "D5:J5）没有对准行名，像是移动了"),
        (APPLICATIONS, "E6:E30", 0, 8, "M6:M30）没有对准表头，像是移动了"),
        (DISCLOSURE, "B5:D5", -1, 0, "B4:D4）没有对准行名，像是移动了"),
        (PROCEEDINGS, "A6:O6", 3, 0, "A9:O9）没有对准行名，像是移动了"),
    ],
)
def test_a_line_that_was_moved_away_is_one_finding(
    sheet: str, area: str, rows: int, columns: int, reaching: str
) -> None:
    report = read(made(balanced("2021"), _moved(sheet, area, rows, columns)))
    outcome = checked(balanced("2021"), _moved(sheet, area, rows, columns))
    (found,) = (each for each in outcome.findings if each.code == "W131")
    assert (found.sheet, reaching in found.message) == (sheet, True), found.message
    assert not {"S301", "S302", "S303", "S304", "W114", "V201"} & set(outcome.rules.broken)
    right = balanced("2021").figures
    assert all(right[each] == one.value for each, one in report.figures.items() if one.value)


def test_below_a_block_that_was_moved_onto_labels_figures_are_read() -> None:
    figures = read(made(balanced("2021"), _moved(APPLICATIONS, "D6:J20", -1, 0))).figures
    kept = {each.at.cell for each in figures.values() if each.at and each.at.sheet == APPLICATIONS}
    assert {cell for cell in kept if cell[0] == "D"} == {f"D{row}" for row in range(21, 31)}


@pytest.mark.parametrize(
    ("blank", "given"),
    [
        ([f"{column}7" for column in "DEFGHIJ"], [f"{column}34" for column in "DEGHIJK"]),
        ([f"E{row}" for row in range(6, 31)], [f"M{row}" for row in range(6, 32) if row != 10]),
    ],
)
def test_figures_with_a_gap_are_no_moved_line(blank: list[str], given: list[str]) -> None:
    cells = {**dict.fromkeys(blank, None), **dict.fromkeys(given, 3)}
    found = checked(balanced("2021"), put(APPLICATIONS, **cells)).findings
    assert not any("像是移动了" in each.message for each in found)


@both
@pytest.mark.parametrize("name", ["C34", "K34", "D33", "J35"])
def test_sums_of_the_clerk_below_a_table_with_a_blank_row_are_no_moved_row(
    edition: str, name: str
) -> None:
    blank = dict.fromkeys((f"{column}7" for column in "DEFGHIJ"), None)
    sums = dict.fromkeys((f"{column}34" for column in "DEFGHIJ"), 3)
    outcome = checked(balanced(edition), put(APPLICATIONS, **blank, **sums, **{name: "小计"}))
    silent(outcome, "W131")
    caught(outcome, "W117", "C34" if name == "C34" else min(name, "D34"))


@both
@pytest.mark.parametrize(("blank", "below"), [((10, 20), "DEFGHIJ"), ((10,), "CDEFGHIJ")])
def test_figures_below_the_table_that_may_be_another_rows_are_no_moved_row(
    edition: str, blank: tuple[int, ...], below: str
) -> None:
    cells = {f"{column}{row}": None for column in "DEFGHIJ" for row in blank}
    outcome = checked(
        balanced(edition), put(APPLICATIONS, **cells, **dict.fromkeys((f"{c}35" for c in below), 3))
    )
    silent(outcome, "W131")
    caught(outcome, "W117", f"{below[0]}35", APPLICATIONS)


def test_figures_on_one_label_are_no_moved_row_where_none_is_blank() -> None:
    def edit(book: Workbook) -> None:
        for area in list(book[APPLICATIONS].merged_cells.ranges):
            book[APPLICATIONS].unmerge_cells(str(area))
        book[APPLICATIONS]["A6"], book[APPLICATIONS]["B6"] = 3, 4

    outcome = checked(balanced("2021"), edit)
    silent(outcome, "W131")
    (found,) = (each for each in outcome.findings if each.code == "W114")
    assert (found.sheet, "（模板里在 A6）" in found.message) == (APPLICATIONS, True)


@both
def test_a_blank_among_equal_figures_is_a_blank(edition: str) -> None:
    blank = "applications.carried_out.public_welfare_organization"
    outcome = checked(balanced(edition, figures={blank: None}))
    silent(outcome, "W131")
    fields = {each.field for each in outcome.findings if each.code.startswith("S3")}
    assert fields == {blank, "applications.carried_out.total"}


def test_what_leaves_another_sum_broken_proves_nothing() -> None:
    changes = {
        "applications.carried_in.legal_service_organization": 2,
        "applications.denied.internal_affairs.enterprise": 4,
        "applications.denied.internal_affairs.other_organization": None,
        "applications.denied.process_information.natural_person": None,
    }
    outcome = checked(balanced("2021", figures=changes))
    silent(outcome, "W131")
    assert sum(each.code.startswith("S3") for each in outcome.findings) > 3


def _cells(table: str) -> dict[str, Number | None]:
    """Return the figures of a table by their cells; hardly two of them are alike."""
    places, values = layout.places("2021"), build.balanced("2021")
    return {places[each].cell: values[each] for each in places if each.startswith(f"{table}.")}


def _lines(table: str, upright: bool) -> list[list[str]]:
    found = lines(map(position, _cells(table)), upright=upright)
    return [[address(*at) for at in line] for line in found]


def _aside(
    table: str, line: list[str], at: int, count: int, inserted: bool, unreadable: str = ""
) -> tuple[str, str]:
    """Delete or insert cells of a line; return what is said to stand aside, and how it moved."""
    found = _remark(table, line, at, count, inserted, unreadable)
    return (areas_text(map(position, found.cells)), found.words["moved"]) if found else ("", "")


def _remark(
    table: str,
    line: list[str],
    at: int,
    count: int = 1,
    inserted: bool = False,
    unreadable: str = "",
    own: tuple[str, ...] = (),
) -> Remark | None:
    cells = _cells(table)
    old, blanks = [cells[each] for each in line], [None] * count
    deleted = [*old[:at], *old[at + count :], *blanks]
    new = [*old[:at], *blanks, *old[at:-count]] if inserted else deleted
    cells.update(zip(line, new, strict=True))
    figures = {
        field: Figure(value, place, "" if value is None else str(value), _STATE[value is None])
        for field, place in layout.places("2021").items()
        if place.cell in cells and field.startswith(f"{table}.")
        for value in [cells[place.cell]]
    }
    if unreadable:
        field = next(each for each in figures if layout.places("2021")[each].cell == unreadable)
        figures[field] = Figure(None, layout.places("2021")[field], "若干", State.TEXT)
    parts = edition_by_id("2021").parts_of_total
    return displaced(edition_by_id("2021"), table, figures, {each: parts[each] for each in own})


_STATE = {True: State.BLANK, False: State.NUMBER}


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(("upright", "ways"), [(True, "上移 下移"), (False, "左移 右移")])
def test_exactly_the_figures_that_stand_aside_are_told(
    count: int, upright: bool, ways: str
) -> None:
    for line in _lines("applications", upright)[:: 6 if upright else 8]:
        for inserted, way in enumerate(ways.split()):
            for at in range(len(line) - count):
                aside = line[at + count :] if inserted else line[at:-count]
                told = areas_text(map(position, aside)), way
                assert _aside("applications", line, at, count, bool(inserted)) == told


@pytest.mark.parametrize("inserted", [False, True])
def test_nothing_is_proved_by_the_last_cell_of_a_column(inserted: bool) -> None:
    line = _lines("applications", upright=True)[0]
    assert _aside("applications", line, 24, 1, inserted) == ("", "")


@pytest.mark.parametrize(
    ("at", "inserted", "told"),
    [
        (0, False, ("A6:N6", "左移")),
        (3, False, ("A6:N6", "左移")),
        (4, False, ("E6:N6", "左移")),
        (8, False, ("F6:N6", "左移")),
        (9, False, ("J6:N6", "左移")),
        (10, False, ("", "")),
        (0, True, ("B6:O6", "右移")),
        (9, True, ("K6:O6", "右移")),
        (10, True, ("", "")),
    ],
)
def test_two_sums_are_enough_to_prove_it(at: int, inserted: bool, told: tuple[str, str]) -> None:
    (line,) = _lines("proceedings", upright=False)
    assert _aside("proceedings", line, at, 1, inserted) == told


def test_a_figure_that_cannot_be_read_disproves_nothing() -> None:
    line = _lines("applications", upright=True)[1]
    told = ("E10:E29", "上移")
    assert _aside("applications", line, 4, 1, inserted=False, unreadable="D20") == told


def test_the_line_is_named_and_the_totals_that_are_lost_with_it() -> None:
    own = tuple(
        f"applications.concluded.{each}" for each in ("natural_person", "enterprise", "total")
    )
    column = _remark("applications", _lines("applications", upright=True)[1], 4, own=own)
    row = _remark("applications", _lines("applications", upright=False)[6], 1, own=own)
    assert column is not None
    assert "商业企业" in column.words["names"]
    assert set(own) & set(column.fields) == set(own[1:])
    assert row is not None
    assert "商业企业" not in row.words["names"]
    assert set(own[1:]) < set(row.fields)


def _pasted(edition: str, *, down: int, right: int) -> Edit:
    """Paste all figures of part three a place aside; what is pushed out is lost."""
    rows, columns = range(6, CONCLUDED[edition] + 2), "DEFGHIJ"
    values = build.balanced(edition)
    held = {
        place.cell: values[each]
        for each, place in layout.places(edition).items()
        if place.sheet == APPLICATIONS
    }
    return put(
        APPLICATIONS,
        **{
            f"{column}{row}": held.get(f"{chr(ord(column) - right)}{row - down}")
            for row in rows
            for column in columns
        },
    )


@both
@pytest.mark.parametrize(("down", "right", "first"), [(1, 0, "D7"), (0, 1, "E6"), (0, 2, "F6")])
def test_a_table_pasted_a_place_aside_is_one_finding(
    edition: str, down: int, right: int, first: str
) -> None:
    outcome = checked(balanced(edition), _pasted(edition, down=down, right=right))
    caught(outcome, "W131", first, APPLICATIONS)
    assert not [each for each in outcome.findings if each.code[:1] in "ST"]


@both
@pytest.mark.parametrize("columns", ["D", "DJ"])
def test_blank_columns_with_right_totals_or_none_are_blanks(edition: str, columns: str) -> None:
    cells = {f"{each}{row}": None for row in range(6, CONCLUDED[edition] + 2) for each in columns}
    silent(checked(balanced(edition), put(APPLICATIONS, **cells)), "W131")


def _labels_alone(book: Workbook) -> None:
    """Move 3.其他 and （七）总计 past each other, and none of their figures."""
    sheet, row = book[APPLICATIONS], CONCLUDED["2021"]
    for area in [*sheet.merged_cells.ranges]:
        if area.max_row >= row - 1 and area.min_row > 5:
            sheet.unmerge_cells(str(area))
    sheet[f"B{row - 1}"], sheet[f"C{row - 1}"] = "（七）总计", None
    sheet[f"B{row}"], sheet[f"C{row}"] = "（六）其他处理", "3.其他"


def test_labels_moved_without_their_figures_are_one_finding() -> None:
    outcome = checked(balanced("2021"), _labels_alone)
    found = caught(outcome, "W131", "D28", APPLICATIONS)
    assert "行名单独移动" in found.message
    assert not [each for each in outcome.findings if each.code[:1] in "ST" or each.code == "W116"]


def test_labels_moved_with_their_figures_are_none() -> None:
    def edit(book: Workbook) -> None:
        sheet, row = book[APPLICATIONS], CONCLUDED["2021"]
        _labels_alone(book)
        for column in "DEFGHIJ":
            above, below = sheet[f"{column}{row - 1}"], sheet[f"{column}{row}"]
            above.value, below.value = below.value, above.value

    outcome = checked(balanced("2021"), edit)
    silent(outcome, "W131")
    caught(outcome, "W116", "D29", APPLICATIONS)


def test_a_blank_row_that_alone_is_missing_is_blank() -> None:
    """What was carried in, a row above, is as much as is missing there."""
    given = {
        "received": 3,
        "carried_in": 1,
        "disclosed": 3,
        "concluded": 4,
        "unavailable.not_held": 1,
    }
    figures: dict[str, int | None] = {
        each: 0 for each in layout.places("2021") if each.startswith("applications.")
    }
    for row, value in given.items():
        for column in ("natural_person", "total"):
            figures[f"applications.{row}.{column}"] = value
    blank = {
        each: None for each in figures if each.startswith("applications.unavailable.not_held.")
    }
    outcome = checked(balanced("2021", figures={**figures, **blank}))
    silent(outcome, "W131")
    assert "S302" in {each.code for each in outcome.findings}
