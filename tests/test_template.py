"""The template workbook, blank and filled, as openpyxl reads it."""

import re
import runpy
import zipfile
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from govxlsx.addresses import Area
from govxlsx.errors import InterchangeError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import FigureKind
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import KINDS, Agency, Explanation
from govxlsx.report.narrative import LEVELS
from govxlsx.template import workbook
from govxlsx.template.book import BookWriter
from govxlsx.template.lists import BLANK_LINES
from govxlsx.template.styles import CENTERED, HEAD, PLAIN

ROOT = Path(__file__).resolve().parent.parent
FORM = edition_by_id("2021")
FIRST_LINE, FIRST_SUM = 5, 14
"""The rows of 校验 in which what must be filled in and the sums begin."""

Figures = dict[str, Number | str | None]

every_edition = pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)


@lru_cache(maxsize=8)
def load(data: bytes, values: bool = False) -> Workbook:
    """Open a workbook; ``values`` gives the stored results of formulas instead of the formulas.

    Nobody changes it: the same workbook is opened once.
    """
    return load_workbook(BytesIO(data), data_only=values)


def balanced(edition: Edition) -> Figures:
    """Return figures of which every prescribed sum holds, totals included."""
    single = {field.id: 1 for field in edition.fields if field.id not in edition.parts_of_total}
    relations = {each.code: each for each in edition.relations}
    for column in relations["S303"].over[:-1]:
        single[f"applications.carried_out.{column}"] = 0
        single[f"applications.received.{column}"] = len(relations["S302"].parts) - 1

    def value(field: str) -> int:
        parts = edition.parts_of_total.get(field)
        return sum(map(value, parts)) if parts else single[field]

    return {field.id: value(field.id) for field in edition.fields}


def filled(edition: Edition = FORM, **figures: Number | str | None) -> bytes:
    """Return a balanced workbook with some figures changed; ids have __ for their dots."""
    changed = {field.replace("__", "."): value for field, value in figures.items()}
    data = Interchange(edition.id, edition.first_year, figures={**balanced(edition), **changed})
    return workbook(edition, data)


def with_figures(figures: Figures, edition: Edition = FORM) -> bytes:
    return workbook(edition, Interchange(edition.id, edition.first_year, figures=figures))


def control(data: bytes, edition: Edition = FORM) -> dict[tuple[str, str], tuple[object, ...]]:
    """Return found, expected, difference and result of each sum, by its code and field."""
    lines: dict[tuple[str, str], tuple[object, ...]] = {}
    sheet = load(data, values=True)[layout.CONTROL]
    for each, row in zip(
        edition.sums, sheet.iter_rows(min_row=FIRST_SUM, values_only=True), strict=True
    ):
        assert f"{row[1]}!{row[7]}" == str(layout.places(edition.id)[each.field])
        lines[each.code, each.field] = row[3:7]
    return lines


def filled_lines(data: bytes) -> list[tuple[object, ...]]:
    """Return sheet, found, expected, difference, result of what must be filled in, and its cell."""
    sheet = load(data, values=True)[layout.CONTROL]
    rows = sheet.iter_rows(min_row=FIRST_LINE, max_row=FIRST_SUM - 1, values_only=True)
    return [(row[1], *row[3:8]) for row in rows]


def row_xml(data: bytes, sheet: int, row: int) -> str:
    """Return the opening tag of a row as it is stored."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    found = re.search(f'<row r="{row}"[^>]*>', xml)
    assert found
    return found[0]


def validation_of(sheet: Worksheet, cell: str) -> Any:
    """Return the data validation of a cell; every cell has at most one."""
    found = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    assert len(found) <= 1
    return found[0] if found else None


@every_edition
def test_sheets_stand_in_the_order_of_the_contract(edition: Edition) -> None:
    book = load(workbook(edition))
    parts = [part.sheet for part in edition.parts]
    before, after = [layout.GUIDE, layout.BASICS], [layout.EXPLANATIONS, layout.CONTROL]
    assert book.sheetnames == [*before, *parts, *after]
    assert book.active.title == layout.GUIDE


@every_edition
def test_every_part_shows_its_official_title_in_the_first_cell(edition: Edition) -> None:
    book = load(workbook(edition))
    assert [book[part.sheet]["A1"].value for part in edition.parts] == [
        part.title for part in edition.parts
    ]
    assert all(sheet["A1"].value and sheet["A2"].value for sheet in book)


@every_edition
def test_the_guide_carries_stamp_basis_and_links(edition: Edition) -> None:
    sheet = load(workbook(edition))[layout.GUIDE]
    lines = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert lines[layout.STAMP_LABEL] == edition.stamp
    assert edition.basis.number in lines["编制依据"]
    assert str(edition.first_year) in lines["适用年度"]
    links = {cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink}
    assert {f"'{part.sheet}'!A1" for part in edition.parts} < links


@every_edition
def test_every_figure_stands_at_its_place(edition: Edition) -> None:
    numbers: Figures = {field.id: at for at, field in enumerate(edition.fields, 1)}
    book = load(with_figures(numbers, edition))
    for field, place in layout.places(edition.id).items():
        assert book[place.sheet][place.cell].value == numbers[field]


@every_edition
def test_labels_of_the_grid_are_letter_for_letter_those_of_the_form(edition: Edition) -> None:
    book = load(workbook(edition))
    shown = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {label for field in edition.fields for label in field.path} <= shown


def test_totals_are_sums_of_ranges_with_stored_results() -> None:
    figures = balanced(FORM)
    for total in FORM.parts_of_total:
        del figures[total]
    data = with_figures(figures)
    formulas, values = load(data), load(data, values=True)
    sheet = FORM.part_of_table("applications").sheet
    assert formulas[sheet]["J6"].value == "=SUM(D6:I6)"
    assert formulas[sheet]["D29"].value == "=SUM(D8:D28)"
    assert formulas[sheet]["J29"].value == "=SUM(D29:I29)"
    expected = balanced(FORM)
    for total in FORM.parts_of_total:
        place = layout.places(FORM.id)[total]
        assert values[place.sheet][place.cell].value == expected[total]


@every_edition
def test_every_formula_of_the_blank_template_has_a_stored_result(edition: Edition) -> None:
    data = workbook(edition)
    values = load(data, values=True)
    results = [
        values[sheet.title][cell.coordinate].value
        for sheet in load(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    lines = 4 * len(edition.sums) + 4 * len(edition.tables) + 3 + 3
    assert len(results) == len(edition.parts_of_total) + lines + 1
    assert None not in results


@every_edition
def test_the_control_sheet_of_a_blank_template_says_that_nothing_holds_yet(
    edition: Edition,
) -> None:
    data = workbook(edition)
    assert set(control(data, edition).values()) == {(0, 0, 0, "没有填")}
    assert {line[4] for line in filled_lines(data)} == {"没有填"}
    count = len(edition.sums) + FIRST_SUM - FIRST_LINE
    summary = f"共 {count} 项：✓ 0 项，✗ 0 项，未核算 0 项，没有填 {count} 项"
    assert load(data, values=True)[layout.CONTROL]["A2"].value == summary


@every_edition
def test_balanced_figures_are_all_right(edition: Edition) -> None:
    lines = control(filled(edition), edition)
    assert {line[3] for line in lines.values()} == {"✓"}


def test_a_changed_part_breaks_exactly_the_sums_that_hold_it() -> None:
    figure = "applications.denied.state_secret.natural_person"
    before = balanced(FORM)
    lines = control(with_figures({**before, figure: 8}))
    broken = {key for key, line in lines.items() if line[3] == "✗"}
    assert broken == {(each.code, each.field) for each in FORM.sums if figure in each.fields}
    assert lines["S301", "applications.denied.state_secret.total"] == (6, 13, -7, "✗")


def test_the_balance_compares_what_is_there_with_what_came_in() -> None:
    lines = control(filled(applications__carried_in__enterprise=5))
    assert lines["S303", "applications.carried_out.enterprise"] == (21, 25, -4, "✗")


def test_a_sum_with_text_in_it_is_not_computed_and_blank_counts_nothing() -> None:
    data = filled(applications__disclosed__enterprise="3件", applications__received__total=None)
    lines = control(data)
    assert lines["S301", "applications.disclosed.total"] == ("—", "—", "—", "未核算")
    assert lines["S302", "applications.concluded.enterprise"][3] == "未核算"
    assert lines["S301", "applications.received.total"] == (0, 120, -120, "✗")


def test_a_total_that_is_not_given_sums_what_numbers_there_are() -> None:
    figures = balanced(FORM)
    figures["applications.disclosed.enterprise"] = "三"
    del figures["applications.disclosed.total"], figures["applications.concluded.enterprise"]
    del figures["applications.concluded.total"]
    values = load(with_figures(figures), values=True)[FORM.part_of_table("applications").sheet]
    assert (values["J8"].value, values["E29"].value, values["J29"].value) == (5, 20, 125)


def test_fractions_are_compared_to_six_decimals() -> None:
    data = filled(
        proceedings__reconsideration__upheld=Decimal("0.1"),
        proceedings__reconsideration__corrected=Decimal("0.2"),
        proceedings__reconsideration__other=0,
        proceedings__reconsideration__pending=0,
        proceedings__reconsideration__total=Decimal("0.3000000001"),
        proceedings__direct_litigation__total=Decimal("4.5"),
    )
    lines = control(data)
    assert lines["S304", "proceedings.reconsideration.total"][2:] == (0, "✓")
    assert lines["S304", "proceedings.direct_litigation.total"] == (4.5, 4, 0.5, "✗")


def test_the_control_sheet_says_what_is_compared_and_leads_there() -> None:
    sheet = load(workbook(FORM))[layout.CONTROL]
    texts = [row[2].value for row in sheet.iter_rows(min_row=FIRST_SUM)]
    assert "“（一）予以公开”行：总计＝自然人、法人或其他组织共 6 列之和" in texts
    assert "“自然人”列：（七）总计＝（一）至（六）共 21 行之和" in texts
    assert "“自然人”列：一＋二＝三（七）＋四" in texts
    assert "“复议后起诉”：总计＝结果维持至尚未审结共 4 列之和" in texts
    assert sheet[f"H{FIRST_SUM}"].hyperlink.location == "'三、依申请公开'!J6"
    assert sheet[f"G{FIRST_SUM}"].value.startswith("=IF(COUNTA(")
    places = [sheet[f"H{row}"].hyperlink.location for row in range(FIRST_LINE, FIRST_SUM)]
    assert places[:5] == [
        *("'基本信息'!B3", "'基本信息'!B4", "'基本信息'!B5"),
        *("'一、总体情况'!B4", "'二、主动公开'!B5"),
    ]


def test_what_is_filled_in_is_right_where_it_holds() -> None:
    blank = "disclosure.licensing.decisions"
    figures = {**balanced(FORM), blank: None, "applications.received.enterprise": "三件"}
    agency = Agency("某局", kind="某类")
    narrative = {"overview": FORM.parts[0].aspects[0], "problems": "问题。"}
    data = Interchange(FORM.id, 2020, agency, figures, narrative)
    assert filled_lines(workbook(FORM, data)) == [
        ("基本信息", "—", "—", "—", "✓", "B3"),
        ("基本信息", "—", "—", "—", "✗", "B4"),
        ("基本信息", "—", "—", "—", "✗", "B5"),
        ("一、总体情况", "—", "—", "—", "没有填", "B4"),
        ("二、主动公开", 9, 10, -1, "没有填", "B5"),
        ("三、依申请公开", "—", "—", "—", "未核算", "D6"),
        ("四、复议诉讼", 12, 12, 0, "✓", "A6"),
        ("五、问题与改进", "—", "—", "—", "✓", "B4"),
        ("六、其他事项", "—", "—", "—", "没有填", "B4"),
    ]


def test_a_figure_with_its_own_unit_is_filled_in() -> None:
    edition = edition_by_id("2019")
    data = filled(edition, disclosure__procurement__amount="160.5964万元")
    assert filled_lines(data)[4][1:5] == (22, 22, 0, "✓")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-3件", "@A1", "http://a.cn", "<r>a&b</r>", "12"])
def test_texts_are_written_as_they_stand(text: str) -> None:
    data = Interchange(
        FORM.id,
        2024,
        Agency(name=text),
        figures={"disclosure.licensing.decisions": text, "applications.received.total": text},
        narrative={"overview": text},
        notes={"三": text},
    )
    book = load(workbook(FORM, data))
    cells = [
        book[layout.BASICS]["B3"],
        book["二、主动公开"]["B9"],
        book["三、依申请公开"]["J6"],
        book["一、总体情况"]["B4"],
        book["三、依申请公开"]["B31"],
    ]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [
        (text, "s", None)
    ] * len(cells)


def test_control_characters_are_left_out() -> None:
    book = load(filled(disclosure__licensing__decisions="a\x0b\ufffe\ud800b"))
    assert book["二、主动公开"]["B9"].value == "ab"


def test_numbers_keep_all_their_digits() -> None:
    data = filled(
        disclosure__fees__amount=Decimal("72701.2578"),
        disclosure__licensing__decisions=12345678901234567,
    )
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet4.xml")
    assert b"<v>72701.2578</v>" in xml
    assert b"<v>12345678901234567</v>" in xml


@pytest.mark.parametrize(
    "data",
    [
        Interchange("2021", 2024, narrative={"preamble": "长" * 20000 + "\n" + "长" * 20000}),
        Interchange("2021", 2024, Agency(name="😀" * 20000)),
        Interchange("2021", 2024, figures={"disclosure.fees.amount": 10**400}),
        Interchange("2019", 2019),
    ],
    ids=["long text", "astral characters", "huge number", "other edition"],
)
def test_what_no_cell_can_hold_is_refused(data: Interchange) -> None:
    with pytest.raises(InterchangeError):
        workbook(FORM, data)


def test_the_agency_and_the_year_are_filled_in() -> None:
    agency = Agency("某局", "政府部门", "本机关", "www.a.cn", "路1号", "050007", "0591-1", "a@b.cn")
    data = Interchange(FORM.id, 2024, agency, narrative={"preamble": "甲。\n乙。"})
    sheet = load(workbook(FORM, data))[layout.BASICS]
    given = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=3)}
    assert list(given) == [entry.label for entry in layout.ENTRIES]
    assert given["报告年度"] == 2024
    assert given["邮编"] == "050007"
    assert given["开头段落"] == "甲。\n乙。"
    assert [given[entry.label] for entry in layout.ENTRIES if hasattr(agency, entry.key)] == [
        getattr(agency, entry.key) for entry in layout.ENTRIES if hasattr(agency, entry.key)
    ]
    assert sheet["B9"].number_format == "@"
    blank = load(workbook(FORM))[layout.BASICS]
    assert [row[1].value for row in blank.iter_rows(min_row=3)] == [None] * len(layout.ENTRIES)


def test_basics_are_guided_by_lists_year_and_date() -> None:
    for edition, last in ((FORM, str(FORM.last_year or 2100)), (edition_by_id("2019"), "2020")):
        sheet = load(workbook(edition))[layout.BASICS]
        year, kind = validation_of(sheet, "B4"), validation_of(sheet, "B5")
        assert (year.type, year.formula1, year.formula2) == ("whole", str(edition.first_year), last)
        assert (kind.type, kind.formula1) == ("list", f'"{",".join(KINDS)}"')
        assert validation_of(sheet, "B6").type == "list"
        assert validation_of(sheet, "B14").type == "date"


@every_edition
def test_every_figure_explains_what_may_be_typed(edition: Edition) -> None:
    book = load(workbook(edition))
    types = {FigureKind.COUNT: "whole", FigureKind.SIGNED: "whole", FigureKind.DECIMAL: "decimal"}
    for field in edition.fields:
        place = layout.places(edition.id)[field.id]
        rule = validation_of(book[place.sheet], place.cell)
        free = field.id in edition.parts_of_total or not field.unit
        assert rule.type == (None if free else types[field.kind])
        assert rule.prompt
        if not free:
            assert rule.error
            assert rule.formula1 == ("-999999999999" if field.kind is FigureKind.SIGNED else "0")


@every_edition
def test_inputs_are_open_and_labels_and_sums_are_locked(edition: Edition) -> None:
    book = load(workbook(edition))
    for field, place in layout.places(edition.id).items():
        cell = book[place.sheet][place.cell]
        assert cell.protection.locked == (field in edition.parts_of_total)
    for part in edition.parts:
        assert book[part.sheet]["A1"].protection.locked
        assert book[part.sheet]["A3"].protection.locked
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)


def test_a_total_that_is_given_or_blanked_is_open() -> None:
    book = load(filled(applications__received__total=None))
    sheet = book["三、依申请公开"]
    assert sheet["J6"].value is None
    assert not sheet["J6"].protection.locked
    assert sheet["J7"].value == 6
    assert not sheet["J7"].protection.locked
    assert validation_of(sheet, "J7").type == "whole"


def test_rows_of_text_may_be_inserted_deleted_and_grow() -> None:
    text = "一段话。" * 60
    data = Interchange(FORM.id, 2024, narrative={"overview": f"{text}\n（二）标题\n\n 乙 "})
    stored = workbook(FORM, data)
    book = load(stored)
    for part in FORM.parts:
        flags = book[part.sheet].protection
        assert (flags.insertRows, flags.deleteRows) == ((not part.narrative,) * 2)
        assert not flags.formatRows
    sheet = book["一、总体情况"]
    assert [cell.value for cell in sheet["B"][3:]] == [text, "（二）标题", "乙"]
    assert sheet.row_dimensions[4].height > 80
    assert "customHeight" not in row_xml(stored, sheet=3, row=4)
    assert "customHeight" in row_xml(stored, sheet=3, row=1)
    assert sheet["B4"].alignment.wrap_text
    assert sheet["B5"].font.b
    assert sheet.column_dimensions["C"].max == 16384
    assert not sheet.column_dimensions["C"].protection.locked
    level = validation_of(sheet, "A300")
    assert (level.formula1, level.allowBlank) == (f'"{",".join(LEVELS)}"', True)


def test_aspects_are_written_beforehand_with_room_below() -> None:
    part = next(part for part in FORM.parts if part.aspects)
    data = workbook(FORM)
    sheet = load(data)[part.sheet]
    assert [sheet["A3"].value, sheet["B3"].value] == [layout.LEVEL_LABEL, layout.TEXT_LABEL]
    texts = [cell.value for cell in sheet["B"][layout.LIST_TOP :]]
    assert texts[:: BLANK_LINES + 1] == list(part.aspects)
    assert sum(text is not None for text in texts) == len(part.aspects)
    assert "customHeight" not in row_xml(data, sheet=3, row=5)


def test_explanations_and_notes_are_filled_in() -> None:
    data = Interchange(
        FORM.id, 2024, notes={"四": "含结转。"}, explanations=(Explanation("Y501", "已核实。"),)
    )
    book = load(workbook(FORM, data))
    sheet = book[layout.EXPLANATIONS]
    assert [cell.value for cell in sheet[3]] == [layout.CODE_LABEL, layout.EXPLANATION_LABEL]
    assert [cell.value for cell in sheet[4]] == ["Y501", "已核实。"]
    for part in FORM.parts:
        if part.table:
            last = book[part.sheet].max_row
            assert book[part.sheet].cell(last, 1).value == layout.NOTE_LABEL
    assert book["四、复议诉讼"]["B7"].value == "含结转。"


@every_edition
def test_cells_of_broken_sums_change_colour(edition: Edition) -> None:
    book = load(workbook(edition))
    for each in edition.sums:
        sheet = book[layout.places(edition.id)[each.field].sheet]
        cells = [layout.places(edition.id)[field].cell for field in each.fields]
        rules = [
            rule
            for area in sheet.conditional_formatting
            for rule in area.rules
            if all(cell in area.sqref for cell in cells) and "SUM(" in rule.formula[0]
        ]
        assert rules
    results = book[layout.CONTROL].conditional_formatting
    assert [len(area.rules) for area in results] == [4]


@every_edition
def test_pages_are_a4_one_page_wide_with_repeated_headers(edition: Edition) -> None:
    book = load(workbook(edition))
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    applications = book[edition.part_of_table("applications").sheet]
    assert applications.page_setup.orientation in (None, "portrait")
    assert applications.page_setup.fitToHeight in (None, 1)
    assert applications.freeze_panes == "D6"


@every_edition
def test_nothing_counts_as_content_beyond_the_form(edition: Edition) -> None:
    with zipfile.ZipFile(BytesIO(workbook(edition))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert len(sheets) == len(edition.parts) + 4
    assert not any(b"XFD" in sheet for sheet in sheets)


@every_edition
def test_the_same_data_give_the_same_bytes(edition: Edition) -> None:
    assert workbook(edition) == workbook(edition)
    assert filled(edition) == filled(edition)


def test_stored_templates_are_those_that_the_editions_make() -> None:
    make_templates = runpy.run_path(str(ROOT / "tools" / "make_templates.py"))
    assert make_templates["main"](["--check"]) == 0


def test_numbers_put_in_at_the_end_make_the_same_bytes() -> None:
    rows = [[1, None, Decimal("0.10")], [10**30, 2, None], [None] * 3] * 30

    def made(*, late: bool) -> bytes:
        book = BookWriter("题名", "主题")
        book.sheet("前", "#8E7CC3").write(0, 0, "文字", PLAIN)
        sheet = book.sheet("数", "#8E7CC3")
        for column in range(4):
            sheet.write(0, column, f"第{column}列", HEAD)
        for row, values in enumerate(rows, 1):
            sheet.write(row, 0, row, CENTERED)
            for column, value in enumerate(values, 1):
                if not late or row == 2:
                    sheet.write(row, column, value, CENTERED)
        if late:
            given = (None if row == 2 else each for row, each in enumerate(rows, 1))
            sheet.numbers(Area(1, 1, len(rows), 3), given, CENTERED)
        sheet.write(len(rows) + 1, 3, "末", PLAIN)
        return book.close()

    assert made(late=True) == made(late=False)


def test_no_number_is_too_large_for_a_cell_in_silence() -> None:
    book = BookWriter("题名", "主题")
    sheet = book.sheet("数", "#8E7CC3")
    sheet.write(0, 0, 1, CENTERED)
    sheet.numbers(Area(0, 1, 0, 1), [[10**301]], CENTERED)
    with pytest.raises(InterchangeError, match="302 位"):
        book.close()
