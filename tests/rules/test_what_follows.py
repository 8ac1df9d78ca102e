"""What follows from one fault is not told again: totals that wait, many sums of one cause."""

import pytest
from openpyxl import Workbook
from printing import Value
from reports import (
    APPLICATIONS,
    CONCLUDED,
    OVERVIEW,
    PROCEEDINGS,
    balanced,
    both,
    checked,
    figures,
    made,
    put,
    read,
)
from workbooks import build

from govxlsx.report.figure import State
from govxlsx.showing.listing import listed


def changed(**cells: Value) -> bytes:
    def edit(book: Workbook) -> None:
        for cell, value in cells.items():
            book[APPLICATIONS][cell] = value

    return build.changed(build.without_totals(), edit)


@pytest.mark.parametrize(
    ("value", "code"),
    [("约9", "V204"), ("9（含上年1）", "V206"), ("#REF!", "V210"), (True, "V213")],
)
def test_totals_of_what_cannot_be_read_wait_for_it(value: Value, code: str) -> None:
    report, outcome = build.examined(changed(D18=value))
    finding = build.only(outcome, code)
    assert finding.cells == ("D18",)
    assert {each.code for each in outcome.findings} <= {code, "V212"}
    for field in ("unavailable.not_held.total", "concluded.natural_person", "concluded.total"):
        figure = report.figures[f"applications.{field}"]
        assert (figure.value, figure.state) == (None, State.WAITING)
    assert "S303" in outcome.rules.not_run


@pytest.mark.parametrize(("value", "code"), [(-9, "V207"), (8.6, "V208")])
def test_a_wrong_number_is_told_where_it_stands_and_not_at_its_totals(
    value: float, code: str
) -> None:
    assert build.only(build.examined(changed(D18=value))[1], code).cell == "D18"


def test_a_typed_total_of_a_wrong_number_is_told_too() -> None:
    outcome = checked(balanced("2021"), put(APPLICATIONS, D18=-9, J18=-3))
    assert [each.cell for each in outcome.findings if each.code == "V207"] == ["D18", "J18"]


def test_a_row_that_was_deleted_breaks_no_sum() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        for column in "CDEFGHIJ":
            sheet[f"{column}18"] = None
        for column in "DEFGHI":
            sheet[f"{column}29"] = f"=SUM({column}8:{column}17)+SUM({column}19:{column}28)"

    _, outcome = build.examined(build.changed(build.without_totals(), edit))
    assert "C18" in build.only(outcome, "W114").message
    assert not {"S301", "S302", "S303", "V210"} & set(outcome.rules.broken)


@both
def test_labels_that_are_missing_are_one_finding(edition: str) -> None:
    cells = dict.fromkeys(("D4", "E5", "F5", "G5", "H5", "I5", "J4"), None)
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    (finding,) = [each for each in outcome.findings if each.code == "W114"]
    assert "7 个行名、列名：“自然人”、“商业企业”" in finding.message
    assert len(finding.fields) > 7


def test_merged_cells_are_one_finding_that_quotes_them() -> None:
    def edit(book: Workbook) -> None:
        for row in range(6, 29):
            book[APPLICATIONS].merge_cells(f"E{row}:I{row}")
        book[PROCEEDINGS]["A6"] = "本年度没有发生"
        book[PROCEEDINGS].merge_cells("A6:O6")

    report, outcome = build.examined(build.changed(build.without_totals(), edit))
    first, second = (each for each in outcome.findings if each.code == "W119")
    assert (first.cell, len(first.cells)) == ("E6", 23 * 5)
    assert "等 23 处" in first.message
    assert "本年度没有发生" in second.message
    assert not {"V204", "S301"} & set(outcome.rules.broken)
    assert report.figures["proceedings.reconsideration.upheld"].value is None


@both
def test_many_totals_typed_over_are_one_thing_to_do(edition: str) -> None:
    row = {"2019": 27, "2021": 29}[edition]
    cells: dict[str, Value] = {f"J{each}": 777 for each in range(6, row + 2)}
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    sums = [each for each in outcome.findings if each.code == "S301"]
    items = listed(sums, read(build.clean(edition)).form)
    assert len(sums) > 20
    assert [item.cell for item in items] == ["J6"]
    assert items[0].lead is not None
    assert f"在 J6 输入 =SUM(D6:I6)，再选中 J6:J{row + 1}，按 Ctrl+D 向下填充" in items[0].lead


def row_totals(edition: str, **cells: Value) -> dict[str | None, str | None]:
    """Return what heads the broken sums of rows, by their cells."""
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    return {each.cell: each.lead for each in outcome.findings if each.code == "S301"}


@both
def test_four_totals_typed_over_are_many(edition: str) -> None:
    assert set(row_totals(edition, J9=777, J10=77, J11=7777).values()) == {None}
    (lead,) = set(row_totals(edition, J9=777, J10=77, J11=7777, J12=77777).values())
    assert lead is not None
    assert lead.startswith("J9:J12 共 4 处总计与各项之和不等，多半是一个原因。各项无误的，")


@both
def test_what_one_cell_mends_is_not_among_the_many(edition: str) -> None:
    led = row_totals(edition, J6=500, J9=777, J10=77, J11=7777)
    assert [each for each in led.values() if each] == [led["J6"]]
    many = row_totals(edition, J6=500, J9=777, J10=77, J11=7777, J12=77777)
    assert str(many["J6"]).startswith("改 J6：500 → ")
    assert str(many["J9"]).startswith("J9:J12 共 4 处")


@both
def test_the_total_of_wrong_totals_is_not_among_the_many(edition: str) -> None:
    row, before = CONCLUDED[edition], figures(edition)
    ids = [each for each in before if each.startswith("applications.") and "total" in each]
    more = {9: 1, 10: 1, 11: 1, 12: 1, row: 4}
    typed = {f"J{at}": int(before[ids[at - 6]] or 0) + step for at, step in more.items()}
    leads = row_totals(edition, **typed)
    assert leads.pop(f"J{row}") is None
    assert {str(each).partition("处")[0] for each in leads.values()} == {"J9:J12 共 4 "}


@both
def test_blank_totals_are_filled_in_before_what_they_add_up_to(edition: str) -> None:
    row = CONCLUDED[edition]
    outcome = checked(balanced(edition), put(APPLICATIONS, **{f"D{row}": None, f"E{row}": None}))
    fixes = {each.cell: each.fix for each in outcome.findings if each.code == "S301"}
    assert fixes[f"J{row}"].startswith(f"D{row}:E{row} 是空白：漏填的请补上，")


def test_totals_that_stand_apart_are_not_filled_down() -> None:
    leads = row_totals("2021", C15=None, J9=777, J10=77, J11=7777, J12=77777)
    assert "恢复总计的公式：在 J9 输入 =SUM(D9:I9)，其余照此；" in str(leads["J9"])


@both
def test_of_many_totals_the_first_are_told_and_how_many_there_are(edition: str) -> None:
    row = {"2019": 27, "2021": 29}[edition]
    cells: dict[str, Value] = {f"J{each}": 777 for each in range(6, row + 2)}
    outcome = checked(balanced(edition), put(APPLICATIONS, **cells))
    sums = [each for each in outcome.findings if each.code == "S301"]
    (item,) = listed(sums, read(build.clean(edition)).form)
    assert [each.cell for each in item.told] == ["J6", "J7", "J8"]
    assert item.rest == len(sums) - 3


def test_a_row_of_totals_is_filled_to_the_right_and_the_balance_waits_for_it() -> None:
    cells: dict[str, Value] = dict.fromkeys((f"{column}29" for column in "DEFGHIJ"), None)
    _, outcome = build.examined(build.changed(build.clean(), lambda book: _write(book, cells)))
    items = {item.codes: item.lead for item in listed(outcome.findings, EDITION) if item.lead}
    assert "=SUM(D8:D28)，再选中 D29:J29，按 Ctrl+R 向右填充" in items["S302"]
    assert "先改 D29" in items["S303"]
    assert "V201" not in outcome.rules.broken, "0 is not what belongs into a total"


def _write(book: Workbook, cells: dict[str, Value]) -> None:
    for cell, value in cells.items():
        book[APPLICATIONS][cell] = value


EDITION = read(build.clean()).form


def test_totals_of_blanks_are_told_to_be_blanks() -> None:
    cells: dict[str, Value] = {
        f"{column}{row}": None for column in "DEFGHI" for row in (*range(6, 29), 30)
    }
    outcome = checked(balanced("2021"), put(APPLICATIONS, **cells))
    leads = [item.lead for item in listed(outcome.findings, EDITION) if item.codes == "S301"]
    assert leads[0] is not None
    assert "各项是空白：漏填的请补上" in leads[0]


def test_a_whole_set_of_sheets_twice_is_one_finding() -> None:
    def edit(book: Workbook) -> None:
        for sheet in (APPLICATIONS, PROCEEDINGS):
            book.copy_worksheet(book[sheet]).title = f"{sheet}2025"

    _, outcome = build.examined(build.changed(build.clean(), edit))
    finding = build.only(outcome, "W112")
    assert "有 2 种表各有不止一张" in finding.message
    assert "一套" in finding.fix


def test_a_narrative_without_the_column_of_levels_is_read() -> None:
    report, outcome = build.examined(
        build.changed(build.clean(), lambda book: book[OVERVIEW].delete_cols(1))
    )
    assert build.codes(outcome) == []
    assert report.narrative["overview"]


def test_a_code_in_full_width_is_a_code() -> None:
    outcome = checked(balanced("2021"), put("情况说明", A4="ｔ６０１", B4="属实"))
    assert "W127" not in outcome.rules.broken


def test_entries_that_all_stand_over_their_hints_are_read() -> None:
    def edit(book: Workbook) -> None:
        sheet = book["基本信息"]
        for row in range(3, 12):
            sheet[f"C{row}"], sheet[f"B{row}"] = sheet[f"B{row}"].value, None

    report, _ = build.examined(build.changed(build.clean(), edit))
    assert report.agency.name == read(build.clean()).agency.name
    assert report.year == read(build.clean()).year


def test_a_hidden_sheet_says_whether_it_was_read() -> None:
    def edit(book: Workbook) -> None:
        book[PROCEEDINGS].sheet_state = book["校验"].sheet_state = "hidden"
        other = book.create_sheet("旧")
        other["A1"], other.sheet_state = "去年", "hidden"

    _, outcome = build.examined(build.changed(build.clean(), edit))
    told = {each.sheet: each.message for each in outcome.findings if each.code == "W118"}
    assert "照常读取" in told[PROCEEDINGS]
    assert "没有读取" in told["旧"]
    assert "校验" not in told, "nothing of the agency's stands there"


def test_a_sheet_that_may_be_the_missing_one_is_not_told_to_be_deleted() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        sheet.delete_rows(1, 2)
        sheet.title = "表三"

    _, outcome = build.examined(build.changed(build.clean(), edit))
    assert "改名为“三、依申请公开”" in build.only(outcome, "W111").fix
    assert build.only(outcome, "W117").fix.startswith("缺少工作表（W111）：请先看")


def test_labels_that_stand_twice_are_one_finding() -> None:
    def edit(book: Workbook) -> None:
        sheet = book[PROCEEDINGS]
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        upright = [
            [sheet.cell(row, column).value for row in range(3, 7)] for column in range(1, 16)
        ]
        sheet.delete_rows(3, 10)
        for row, line in enumerate(upright, 3):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column).value = value

    finding = build.only(checked(balanced("2021"), edit), "W115")
    assert "“结果维持”、“结果纠正”、“其他结果”" in finding.message


def test_a_heading_over_headings_is_named_where_it_is_missing() -> None:
    cells: dict[str, Value] = dict.fromkeys(("F3", "F4", "K4"), None)
    outcome = checked(balanced("2021"), put(PROCEEDINGS, **cells))
    message = build.only(outcome, "W114").message
    assert "未经复议直接起诉" in message
    assert "结果维持" not in message


def test_sheets_that_are_missing_are_one_finding() -> None:
    def edit(book: Workbook) -> None:
        for sheet in ("一、总体情况", "五、问题与改进", "六、其他事项"):
            book.remove(book[sheet])

    finding = build.only(checked(balanced("2021"), edit), "W111")
    assert "3 张工作表：“一、总体情况”、“五、问题与改进”、“六、其他事项”" in finding.message


@both
def test_what_is_blank_waits_where_a_sheet_is_there_twice(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for sheet in (OVERVIEW, APPLICATIONS):
            book.copy_worksheet(book[sheet]).title = f"{sheet} (2)"
        for row in book[OVERVIEW].iter_rows(min_row=4):
            for cell in row:
                cell.value = None
        for row in book[APPLICATIONS]["D6:J30"]:
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value = None

    outcome = checked(balanced(edition), edit)
    assert build.only(outcome, "W112").sheet == f"{OVERVIEW} (2)"
    assert not {"N724", "V202", "T601"} & {each.code for each in outcome.findings}


@both
def test_what_the_text_says_of_a_blank_table_waits_for_it(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for row in book[APPLICATIONS]["D6:J30"]:
            for cell in row:
                if isinstance(cell.value, int):
                    cell.value = None
        book[OVERVIEW]["B20"] = "全年收到政府信息公开申请12件。"

    outcome = checked(balanced(edition), edit)
    assert build.only(outcome, "V202").sheet == APPLICATIONS
    assert "T601" not in {each.code for each in outcome.findings}


@both
def test_where_a_total_is_wrong_and_the_text_right_the_total_is_mended_first(edition: str) -> None:
    right = read(made(balanced(edition))).figures["applications.received.total"].value

    def edit(book: Workbook) -> None:
        book[APPLICATIONS]["J6"] = 777
        book[OVERVIEW]["B20"] = f"全年新收政府信息公开申请{right}件。"

    finding = build.only(checked(balanced(edition), edit), "T601")
    assert finding.fix.startswith(f"先改 J6：它的各项之和正是 {right}")
