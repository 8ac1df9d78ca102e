"""Rows, columns and sheets that are not where the template has them, and what is hidden."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from govxlsx.addresses import address, area
from workbooks import build
from workbooks.build import APPLICATIONS, DISCLOSURE, PROCEEDINGS

FAR = 1_048_576


def moved(sheet: Worksheet, rows: int = 0, columns: int = 0, top: int = 1) -> None:
    """Insert rows or columns as Excel does: merged areas move along."""
    merges = [str(each) for each in sheet.merged_cells.ranges]
    for each in merges:
        sheet.unmerge_cells(each)
    if rows:
        sheet.insert_rows(top, rows)
    if columns:
        sheet.insert_cols(1, columns)


def one(sheet: str, change: Callable[[Worksheet], None]) -> bytes:
    """Return the clean workbook with one sheet changed."""
    return build.changed(build.clean(), lambda book: change(book[sheet]))


def swap_columns(sheet: Worksheet, left: int, right: int, top: int, bottom: int) -> None:
    for row in range(top, bottom + 1):
        a, b = sheet.cell(row, left), sheet.cell(row, right)
        a.value, b.value = b.value, a.value


@build.BOTH
def test_dimension_trick(edition: str) -> None:
    data = build.clean(edition)
    for sheet in build.SHEETS:
        data = build.edited(
            data,
            build.part(sheet),
            lambda content: re.sub(
                rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:A1"/>', content
            ),
        )
    outcome = build.same(data, edition)
    assert outcome.findings == ()
    clean, tricked = build.read(build.clean(edition)), build.read(data)
    for name in ("disclosure", "applications", "proceedings", "narrative"):
        assert tricked.frames[name].equals(clean.frames[name])


@pytest.mark.parametrize("sheet", [DISCLOSURE, APPLICATIONS, PROCEEDINGS])
def test_row_inserted_above(sheet: str) -> None:
    outcome = build.same(one(sheet, lambda each: moved(each, rows=1)))
    finding = build.only(outcome, "W116")
    assert (finding.sheet, outcome.status) == (sheet, "ok")
    first = finding.fields[0]
    assert finding.cell == re.sub(r"\d+", lambda row: str(int(row[0]) + 1), build.at(first))
    assert finding.cell in finding.message
    assert build.codes(outcome) == ["W116"]


def test_row_inserted_inside() -> None:
    report, outcome = build.examined(one(APPLICATIONS, lambda each: moved(each, rows=1, top=15)))
    assert build.values(report) == build.balanced()
    assert build.codes(outcome) == ["W116"]
    assert report.figures["applications.received.total"].at.cell == "J6"
    assert report.figures["applications.concluded.total"].at.cell == "J30"
    assert build.only(outcome, "W116").cell == "D16"


@pytest.mark.parametrize("filling", [None, " ", "\u3000"])
def test_blank_row_between_header_and_figures(filling: str | None) -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet, rows=1, top=6)
        for column in range(1, 16):
            sheet.cell(6, column).value = filling

    report, outcome = build.examined(one(PROCEEDINGS, change))
    assert build.values(report) == build.balanced()
    assert report.figures["proceedings.reconsideration.upheld"].at.cell == "A7"
    assert build.codes(outcome) == ["W116"]


def test_two_rows_of_figures_are_not_chosen_between() -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet, rows=1, top=6)
        for column in range(1, 16):
            sheet.cell(6, column).value = 1

    report, outcome = build.examined(one(PROCEEDINGS, change))
    assert {report.figures[key].value for key in report.figures if key.startswith("proc")} == {None}
    found = build.only(outcome, "W115")
    assert found.cells[:2] == ("A6", "A7")
    assert {"O6", "B6"} <= set(found.cells)


@pytest.mark.parametrize(
    "sheet", [DISCLOSURE, APPLICATIONS, PROCEEDINGS, "基本信息", "一、总体情况"]
)
def test_column_inserted_at_left(sheet: str) -> None:
    outcome = build.same(one(sheet, lambda each: moved(each, columns=1)))
    tables = sheet in (DISCLOSURE, APPLICATIONS, PROCEEDINGS)
    assert build.codes(outcome) == (["W116"] if tables else [])


def test_column_inserted_before_the_values_of_basics() -> None:
    for column in (2, 3, 4):
        data = one("基本信息", lambda sheet, at=column: (moved(sheet), sheet.insert_cols(at)))
        assert build.codes(build.same(data)) == []


def test_remark_above_a_table_is_told() -> None:
    data = one(APPLICATIONS, lambda sheet: (moved(sheet), sheet.__setitem__("L2", "待核")))
    assert build.only(build.same(data), "W117").cell == "L2"


def test_two_columns_swapped() -> None:
    report, outcome = build.examined(
        one(APPLICATIONS, lambda sheet: (moved(sheet), swap_columns(sheet, 6, 8, 5, 30)))
    )
    assert build.values(report) == build.balanced()
    assert report.figures["applications.received.research_institution"].at.cell == "H6"
    assert build.codes(outcome) == ["W116"]


def test_only_the_headings_of_two_groups_swapped_is_never_guessed() -> None:
    """结果纠正 under another group's heading cannot be told from that group's own."""

    def change(sheet: Worksheet) -> None:
        moved(sheet)
        sheet["A4"], sheet["G5"] = "结果纠正", "结果维持"

    report, outcome = build.examined(one(PROCEEDINGS, change))
    assert report.figures["proceedings.reconsideration.corrected"].value is None
    assert report.figures["proceedings.reconsideration.upheld"].value is None
    assert {"W114", "W115"} <= set(build.codes(outcome))


def test_rows_sorted() -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet)
        lines = [
            [sheet.cell(row, column).value for column in range(3, 11)] for row in range(10, 18)
        ]
        for row, line in zip(range(10, 18), sorted(lines, key=lambda each: -each[1]), strict=True):
            for column, value in zip(range(3, 11), line, strict=True):
                sheet.cell(row, column).value = value

    report, outcome = build.examined(one(APPLICATIONS, change))
    assert build.values(report) == build.balanced()
    assert build.codes(outcome) == ["W116"]


@pytest.mark.parametrize("row", [7, 10, 29])
def test_one_row_pushed_aside_is_not_read(row: int) -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet)
        sheet.move_range(f"A{row}:J{row}", cols=1)

    report, outcome = build.examined(one(APPLICATIONS, change))
    (finding,) = (each for each in outcome.findings if each.code == "W114")
    right = build.balanced()
    for field_id, figure in report.figures.items():
        if field_id in finding.fields:
            assert figure.value is None
        else:
            assert figure.value == right[field_id]
    assert len(finding.fields) == 7
    assert finding.cell in finding.message
    assert outcome.status == "errors"


def test_label_changed_beyond_recognition_names_its_like() -> None:
    report, outcome = build.examined(
        one(APPLICATIONS, lambda sheet: sheet.__setitem__("C14", "属于三类内部事务"))
    )
    finding = build.only(outcome, "W114")
    assert "C14" in finding.message
    assert "属于三类内部事务" in finding.message
    assert report.figures[finding.fields[0]].value is None


def test_table_pasted_twice_is_not_chosen_between() -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(3, 31):
            for column in range(1, 11):
                sheet.cell(row + 40, column).value = sheet.cell(row, column).value
        sheet["A75"] = "备注"

    report, outcome = build.examined(one(APPLICATIONS, change))
    assert {
        value for key, value in build.values(report).items() if key.startswith("applications")
    } == {None}
    assert "W115" in build.codes(outcome)


def test_sheet_renamed() -> None:
    data = build.changed(build.clean(), lambda book: setattr(book[PROCEEDINGS], "title", "Sheet4"))
    finding = build.only(build.same(data), "W113")
    assert (finding.sheet, finding.severity) == ("Sheet4", "info")
    assert PROCEEDINGS in finding.message


def test_trailing_space_in_the_name() -> None:
    data = build.changed(
        build.clean(), lambda book: setattr(book[PROCEEDINGS], "title", PROCEEDINGS + " ")
    )
    assert set(build.codes(build.same(data))) <= {"W113"}


def test_title_gone_leaves_the_name() -> None:
    assert (
        build.codes(build.same(one(PROCEEDINGS, lambda each: each.__setitem__("A1", None)))) == []
    )


def test_copy_of_a_sheet() -> None:
    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book[APPLICATIONS])
        copy.title = f"{APPLICATIONS} (2)"
        copy["D6"] = 999

    report, outcome = build.examined(build.changed(build.clean(), change))
    finding = build.only(outcome, "W112")
    assert (finding.sheet, finding.severity) == (f"{APPLICATIONS} (2)", "error")
    assert APPLICATIONS in finding.message
    assert build.values(report) == build.balanced()


@pytest.mark.parametrize("hidden", ["hidden", "veryHidden"])
def test_a_hidden_sheet_never_goes_before_a_visible_one(hidden: str) -> None:
    """Though it comes first and has the official name, and the visible one lost its title."""

    def change(book: Workbook) -> None:
        old = book[APPLICATIONS]
        new = book.copy_worksheet(old)
        old.sheet_state, old["D6"] = hidden, 999
        old.title, new.title = "旧", f"{APPLICATIONS} (2)"
        old.title, new["A1"] = APPLICATIONS, None

    report, outcome = build.examined(build.changed(build.clean(), change))
    assert build.values(report) == build.balanced()
    assert "W112" not in build.codes(outcome)


@pytest.mark.parametrize("sheet", [APPLICATIONS, PROCEEDINGS, "基本信息", "六、其他事项"])
def test_sheet_missing(sheet: str) -> None:
    report, outcome = build.examined(
        build.changed(build.clean(), lambda book: book.remove(book[sheet]))
    )
    finding = build.only(outcome, "W111")
    assert f"“{sheet}”" in finding.message
    assert finding.severity == "error"
    right = build.balanced()
    for key, value in build.values(report).items():
        assert value is None or value == right[key]


def test_missing_sheet_with_a_stranger_asks_whether_it_is_that_one() -> None:
    def change(book: Workbook) -> None:
        book[PROCEEDINGS].title = "诉讼"
        book["诉讼"]["A1"] = "我们的诉讼"

    _, outcome = build.examined(build.changed(build.clean(), change))
    assert "“诉讼”" in build.only(outcome, "W111").message


def test_other_order() -> None:
    data = build.changed(build.clean(), lambda book: book._sheets.reverse())
    assert build.codes(build.same(data)) == []


NAMES = {
    "pointing nowhere": "#REF!",
    "pointing outside": "'三、依申请公开'!$XFD$1048576",
    "another workbook": "'C:\\[别处.xlsx]表'!$A$1",
    "not a reference": "OFFSET(",
    "a missing sheet": "'没有这张表'!$A$1",
}


@pytest.mark.parametrize("target", NAMES.values(), ids=NAMES)
def test_broken_defined_names(target: str) -> None:
    names = (
        f'<definedName name="合计">{target.replace("&", "&amp;")}</definedName>'
        '<definedName name="_xlfn.IFERROR" hidden="1">#NAME?</definedName>'
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="4" hidden="1">{target}'
        "</definedName>"
    )
    data = build.edited(
        build.clean(),
        build.BOOK,
        lambda content: re.sub(
            rb"<definedNames>.*?</definedNames>",
            b"<definedNames>" + names.encode() + b"</definedNames>",
            content,
        ),
    )
    assert build.codes(build.same(data)) == []


def test_defined_names_deleted() -> None:
    data = build.edited(
        build.clean(),
        build.BOOK,
        lambda content: re.sub(rb"<definedNames>.*?</definedNames>", b"", content),
    )
    assert build.codes(build.same(data)) == []
    book_names = build.changed(
        build.clean(), lambda book: book.defined_names.add(DefinedName("x", attr_text="#REF!"))
    )
    assert build.codes(build.same(book_names)) == []


def test_hidden_rows_and_columns_of_a_table_are_read_and_told() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions["G"].hidden = True

    outcome = build.same(one(APPLICATIONS, change))
    finding = build.only(outcome, "W118")
    assert (finding.sheet, finding.severity) == (APPLICATIONS, "warning")
    assert {"D9", "G6", "G30"} <= set(finding.cells)


def test_hidden_paragraphs_are_not_read() -> None:
    data = build.changed(
        build.clean(),
        lambda book: (
            book["五、问题与改进"].row_dimensions.__getitem__(4).__setattr__("hidden", True)
        ),
    )
    report, outcome = build.examined(data)
    assert [each.text for each in report.narrative["problems"]] == ["下一步改进。"]
    assert build.only(outcome, "W118").cell == "B4"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheet_of_last_year_is_not_read(state: str) -> None:
    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(book[APPLICATIONS])
        copy.title = "去年"
        copy["D6"] = 999
        copy.sheet_state = state
        book.move_sheet(copy, -8)

    outcome = build.same(build.changed(build.clean(), change))
    finding = build.only(outcome, "W118")
    assert finding.sheet == "去年"
    assert "D6" in finding.cells
    assert build.codes(outcome) == ["W118"]


def test_stray_content_is_told_with_its_address() -> None:
    data = one(APPLICATIONS, lambda sheet: sheet.__setitem__("M9", "以上数据待核"))
    finding = build.only(build.same(data), "W117")
    assert (finding.sheet, finding.cell) == (APPLICATIONS, "M9")


def test_space_in_the_last_cell_is_told() -> None:
    data = one(DISCLOSURE, lambda sheet: sheet.cell(FAR, 16_384).__setattr__("value", " "))
    finding = build.only(build.same(data), "W117")
    assert (finding.sheet, finding.cell) == (DISCLOSURE, "XFD1048576")


def test_merged_figures_are_not_read() -> None:
    data = one(APPLICATIONS, lambda sheet: sheet.merge_cells("D6:F6"))
    report, outcome = build.examined(data)
    assert build.only(outcome, "W119").cells == ("D6", "E6", "F6")
    assert report.figures["applications.received.enterprise"].value is None


def test_merges_are_seen_behind_custom_views() -> None:
    view = (
        b'<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000001}">'
        b'<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'
        b"</customSheetView></customSheetViews>"
    )
    data = build.edited(
        build.clean(),
        build.part(APPLICATIONS),
        lambda content: re.sub(
            rb"<mergeCells[^>]*>",
            lambda found: view + found[0] + b'<mergeCell ref="D6:F6"/>',
            content,
        ),
    )
    assert build.only(build.examined(data)[1], "W119").cells == ("D6", "E6", "F6")


def test_cells_without_addresses_are_counted_behind_empty_ones() -> None:
    """A cell that does not state its address stands right of the one before, empty or not."""
    data = build.edited(
        build.clean(),
        build.part(APPLICATIONS),
        lambda content: re.sub(rb'<c r="[D-J](?:6|7|30)"', b"<c", content),
    )
    assert build.codes(build.same(data)) == []
    rows = build.edited(
        build.clean(),
        build.part(PROCEEDINGS),
        lambda content: re.sub(rb'<row r="[67]"', b"<row", content),
    )
    assert build.codes(build.same(rows)) == []


def test_one_sheet_twice_in_the_directory() -> None:
    data = build.edited(
        build.clean(),
        build.RELATIONSHIPS,
        lambda content: content.replace(b"worksheets/sheet6.xml", b"worksheets/sheet5.xml"),
    )
    assert build.refused(data).code == "W104"


@pytest.mark.parametrize(
    "cell", ['<c r="D6"><v>5</v></c><c r="D6"><v>6</v></c>', '<c r="D7"><v>5</v></c>']
)
def test_one_address_for_two_cells(cell: str) -> None:
    data = build.with_cells(build.clean(), APPLICATIONS, {"D6": cell})
    assert build.refused(data).code == "W104"


def test_a_row_without_height_is_hidden() -> None:
    data = build.clean()
    row = (
        b'<row r="30"%s><c r="B30" t="inlineStr"><is><t>\xe5\xad\x97</t></is></c></row></sheetData>'
    )
    seen, unseen = (
        build.replaced(data, build.part("六、其他事项"), b"</sheetData>", row % height)
        for height in (b"", b' ht="0" customHeight="1"')
    )
    assert build.read(seen).narrative["other"][-1].text == "字"
    report, outcome = build.examined(unseen)
    assert report.narrative["other"][-1].text != "字"
    assert "B30" in build.only(outcome, "W118").cells


def test_a_row_with_one_number_is_no_row_of_figures() -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet, rows=1, top=7)
        sheet["C7"] = 4

    report, outcome = build.examined(one(PROCEEDINGS, change))
    assert build.values(report) == build.balanced()
    assert build.only(outcome, "W117").cell == "C7"


def test_a_table_without_any_heading_is_not_read() -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet)
        for row in (3, 4, 5):
            for column in range(1, 16):
                sheet.cell(row, column).value = None

    report, outcome = build.examined(one(PROCEEDINGS, change))
    assert {report.figures[key].value for key in report.figures if key.startswith("proc")} == {None}
    assert "W114" in build.codes(outcome)
    assert outcome.rules.failed == {}


def test_a_list_that_names_a_sheet_of_the_form_is_not_that_sheet() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("清单", 0).append(["目录"])
        book["清单"]["A2"] = "基本信息"

    finding = build.only(build.same(build.changed(build.clean(), change)), "W117")
    assert (finding.sheet, finding.cells) == ("清单", ("A1", "A2"))


def test_entries_stand_below_their_heading_whatever_is_written_beside_them() -> None:
    def change(sheet: Worksheet) -> None:
        moved(sheet)
        sheet.insert_cols(2)
        sheet["C2"] = "填写内容"
        for row in range(3, 12):
            sheet.cell(row, 2).value = "已核"

    report, outcome = build.examined(one("基本信息", change))
    assert report.agency == build.AGENCY
    assert "B3" in build.only(outcome, "W117").cells


def test_a_level_that_is_none_is_told() -> None:
    data = one("五、问题与改进", lambda sheet: sheet.__setitem__("A4", "四级标题"))
    finding = build.only(build.examined(data)[1], "W117")
    assert (finding.sheet, finding.cell) == ("五、问题与改进", "A4")


def test_what_merged_cells_cover_is_nothing_where_it_repeats_what_is_seen() -> None:
    """Editors on the web write a merged cell's text into each of the cells that it covers."""

    def repeat(content: bytes) -> bytes:
        text = content.decode()
        for merge in re.findall(r'<mergeCell ref="([A-Z0-9]+:[A-Z0-9]+)"', text):
            (top, left, bottom, right) = area(merge)
            held = re.search(rf'<c r="{address(top, left)}"([^>]*)>(.*?)</c>', text)
            for row, column in product(range(top, bottom + 1), range(left, right + 1)):
                cell = address(row, column)
                new = f'<c r="{cell}"{held[1]}>{held[2]}</c>' if held else ""
                text = re.sub(rf'<c r="{cell}"[^>]*?/>', new, text, count=1) if new else text
        return text.encode()

    data = build.clean()
    for sheet in (DISCLOSURE, APPLICATIONS, PROCEEDINGS):
        data = build.edited(data, build.part(sheet), repeat)
    assert build.codes(build.same(data)) == []


def test_a_sheet_with_the_title_of_another_is_what_it_is_called() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A1"] = "四、政府信息公开行政复议、行政诉讼情况"

    outcome = build.same(one(APPLICATIONS, change))
    assert build.codes(outcome) == ["W117"]
    assert build.only(outcome, "W117").cells == ("A1",)


def test_a_column_of_subtotals_is_told_once_though_the_totals_add_it() -> None:
    """A spreadsheet lets the formula of a total add a column that is inserted amid its parts."""

    def insert(sheet: Worksheet) -> None:
        moved(sheet)
        sheet.insert_cols(5)
        sheet["E5"] = "小计"
        for row in range(6, 31):
            sheet.cell(row, 5).value = 1
            sheet.cell(row, 11).value = f"=SUM(D{row}:J{row})"
        for column in "DFGHIJ":
            sheet[f"{column}29"] = f"=SUM({column}8:{column}28)"

    report, outcome = build.examined(one(APPLICATIONS, insert))
    found = build.only(outcome, "W117")
    assert "第 E 列“小计”是自己加的列" in found.message
    assert found.cells[0] == "E5"
    assert not {"S301", "S302", "S303", "V215", "T601"} & set(build.codes(outcome))
    assert build.values(report) == build.balanced()


def test_rows_of_subtotals_are_told_once_though_the_totals_add_them() -> None:
    def insert(sheet: Worksheet) -> None:
        moved(sheet, rows=1, top=18)
        sheet["C18"] = "小计"
        for column in "DEFGHIJ":
            sheet[f"{column}18"] = f"=SUM({column}10:{column}17)"
            sheet[f"{column}30"] = f"=SUM({column}8:{column}29)"
        for row in (*range(6, 18), *range(19, 32)):
            sheet[f"J{row}"] = f"=SUM(D{row}:I{row})"

    report, outcome = build.examined(one(APPLICATIONS, insert))
    assert "第 18 行“小计”是自己加的行" in build.only(outcome, "W117").message
    assert not {"S301", "S302", "S303", "V215", "T601"} & set(build.codes(outcome))
    assert build.values(report) == build.balanced()


def test_labels_that_were_written_into_the_cells_of_a_merge_taken_apart_are_one() -> None:
    def apart(sheet: Worksheet) -> None:
        merges = [str(each) for each in sheet.merged_cells.ranges]
        for each in merges:
            sheet.unmerge_cells(each)
            (top, left, bottom, right) = area(each)
            said = sheet.cell(top + 1, left + 1).value
            for row, column in product(range(top, bottom + 1), range(left, right + 1)):
                if 1 < row < 30 and isinstance(said, str):
                    sheet.cell(row + 1, column + 1).value = said

    for name in (DISCLOSURE, APPLICATIONS, PROCEEDINGS):
        assert build.codes(build.same(one(name, apart))) == []


def test_a_column_that_stands_twice_is_not_chosen_from() -> None:
    def twice(sheet: Worksheet) -> None:
        sheet["F5"] = sheet["E5"].value

    _, outcome = build.examined(one(APPLICATIONS, twice))
    assert {"W114", "W115"} <= set(build.codes(outcome))
