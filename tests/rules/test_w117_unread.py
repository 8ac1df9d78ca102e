import pytest
from openpyxl import Workbook
from reports import (
    APPLICATIONS,
    DISCLOSURE,
    GUIDE,
    NARRATIVE,
    OVERVIEW,
    YEAR,
    balanced,
    both,
    caught,
    checked,
    made,
    put,
    read,
    silent,
)

from govxlsx.addresses import Place
from govxlsx.checking import check
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.guidance import guidance
from govxlsx.reading.unread_cells import (
    hidden_sheets,
    of_cells,
    of_sheet,
    own_lines,
    strange_sheets,
)
from govxlsx.report.figure import Figure, State
from govxlsx.report.model import Notice
from govxlsx.workbook import Cell, CellKind, Sheet


@both
def test_silent_on_a_workbook_as_made(edition: str) -> None:
    silent(checked(balanced(edition)), "W117")


@both
def test_caught_beside_the_table(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, L20="以上数据待核", M20=7))
    assert caught(outcome, "W117", "L20", APPLICATIONS).cells == ("L20", "M20")


@both
def test_caught_beside_the_text(edition: str) -> None:
    caught(checked(balanced(edition), put(OVERVIEW, D6="草稿")), "W117", "D6", OVERVIEW)


@both
def test_caught_on_a_sheet_of_its_own(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.create_sheet("底稿").append([1, 2]))
    assert caught(outcome, "W117", "A1", "底稿").cells == ("A1", "B1")


@both
def test_caught_on_the_sheets_that_nobody_fills_in(edition: str) -> None:
    outcome = checked(balanced(edition), put(GUIDE, B30="本机关数据以统计局口径为准", D2=5))
    assert caught(outcome, "W117", "D2", GUIDE).cells == ("D2", "B30")
    outcome = checked(balanced(edition), put(layout.CONTROL, J9="已与台账核对", A60="另有附表"))
    assert caught(outcome, "W117", "J9", layout.CONTROL).cells == ("J9", "A60")


@both
def test_caught_where_a_verdict_was_typed_over_or_words_were_added(edition: str) -> None:
    outcome = checked(balanced(edition), put(layout.CONTROL, G5="✓", F6=0))
    assert caught(outcome, "W117", "G5", layout.CONTROL).cells == ("G5", "F6")
    hint = "请先看这一页，再从“基本信息”起逐页填写。点击工作表名称可以直接跳转。"
    outcome = checked(balanced(edition), put(GUIDE, A2=f"{hint}收费金额含罚没收入。"))
    caught(outcome, "W117", "A2", GUIDE)


@both
def test_silent_where_the_control_sheet_was_saved_as_values(edition: str) -> None:
    def flatten(book: Workbook) -> None:
        sheet = book[layout.CONTROL]
        sheet["A2"] = "共 42 项：✓ 42 项，✗ 0 项，未核算 0 项，没有填 0 项"
        for row in sheet.iter_rows(min_row=5, min_col=4, max_col=7):
            for cell, value in zip(row, (95, 95, 0, "✓"), strict=True):
                cell.value = value

    silent(checked(balanced(edition), flatten), "W117")


@both
def test_silent_where_the_guide_reads_as_an_earlier_template_had_it(edition: str) -> None:
    text = "请先看完这一页，再从“基本信息”起逐页填写；点击工作表名称可以直接跳转。"
    silent(checked(balanced(edition), put(GUIDE, A2=text)), "W117")


@both
def test_caught_after_a_workbook_of_the_same_template(edition: str) -> None:
    silent(checked(balanced(edition)), "W117")
    outcome = checked(balanced(edition), put(layout.CONTROL, D5=3))
    assert caught(outcome, "W117", "D5", layout.CONTROL).cells == ("D5",)
    silent(checked(balanced(edition)), "W117")


@both
def test_silent_where_an_earlier_template_said_more(edition: str) -> None:
    text = "请先看完这一页，再从“基本信息”起逐页往下填写内容。点击各工作表名称可以直接跳转过去。"
    silent(checked(balanced(edition), put(GUIDE, A2=text)), "W117")


@both
def test_two_characters_behind_the_templates_guidance_are_told_and_a_full_stop_is_not(
    edition: str,
) -> None:
    words = guidance(edition, edition_by_id(edition).parts[0].key)
    silent(checked(balanced(edition), put(OVERVIEW, A2=f"{words}。")), "W117")
    caught(checked(balanced(edition), put(OVERVIEW, A2=f"{words}已阅")), "W117", "A2", OVERVIEW)


@both
def test_a_row_of_her_own_is_named_and_the_sum_above_waits_for_it(edition: str) -> None:
    def edit(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        for area in list(sheet.merged_cells.ranges):
            if area.max_row >= 18:
                sheet.unmerge_cells(str(area))
        sheet.insert_rows(18)
        sheet["C18"], sheet["D18"] = "9.其他不予公开情形", 2
        sheet["D30" if edition == "2021" else "D28"].value += 2

    outcome = checked(balanced(edition), edit)
    finding = caught(outcome, "W117", "C18", APPLICATIONS)
    assert finding.cells == ("C18", "D18")
    assert "第 18 行“9.其他不予公开情形”是自己加的行" in finding.message
    (broken,) = [each for each in outcome.findings if each.code == "S302" and each.cell[0] == "D"]
    assert broken.fix.startswith("先处理第 18 行“9.其他不予公开情形”（见 W117）")


@both
def test_what_is_no_level_is_told_to_be_none(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(OVERVIEW, A5="（一）")), "W117", "A5", OVERVIEW)
    assert "不是层级" in finding.message
    assert "“正文”" in finding.fix


@both
def test_text_where_the_level_stands_is_read_where_none_stands_beside_it(edition: str) -> None:
    texts = NARRATIVE["overview"].split("\n")
    cells = {f"{column}{row}": None for row in range(4, 14) for column in "AB"}
    cells |= {f"A{row}": text for row, text in enumerate(texts, 4)}
    report = read(made(balanced(edition), put(OVERVIEW, **cells)))
    assert [each.text for each in report.narrative["overview"]] == texts
    silent(check(report), "W117")


@both
def test_strange_sheets_are_one_finding_and_formulas_that_need_them_are_told(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for name in ("台账一", "台账二", "台账三"):
            book.create_sheet(name)["A1"] = 12
        book[APPLICATIONS]["E7"] = "=台账二!A1"

    found = [each for each in checked(balanced(edition), edit).findings if each.code == "W117"]
    assert [(each.sheet, each.cell) for each in found] == [("台账一", "A1")]
    assert "“台账一”（1 格）、“台账二”（1 格）、“台账三”（1 格）" in found[0].message
    assert "选择性粘贴为数值" in found[0].fix


@both
def test_a_copy_of_the_instructions_is_nothing_unread(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for name in ("填报说明", "校验"):
            book.copy_worksheet(book[name])
        book.copy_worksheet(book["填报说明"]).title = "说明"

    outcome = checked(balanced(edition), edit)
    silent(outcome, "W117")
    silent(outcome, "W112")


def test_of_very_many_cells_the_first_are_listed_and_all_are_counted() -> None:
    cells = [(2 * row, 0) for row in range(5001)]
    (found,) = of_cells(Notice.UNREAD, Sheet("甲", ""), cells)
    assert (len(found.cells), found.words["count"]) == (200, "5001")
    assert found.words["areas"].endswith(" 等 5000 处")


@pytest.mark.parametrize(("count", "behind"), [(6, ""), (7, " 等 7 行")])
def test_six_rows_of_her_own_are_named(count: int, behind: str) -> None:
    rows = [(row, 0) for row in range(count)]
    cells = dict.fromkeys(rows, Cell(CellKind.TEXT, "小计"))
    (found,) = of_sheet(Sheet("甲", "", cells=cells), rows, (rows, []), [], [])
    assert found.words["rows"].endswith(f"第 6 行“小计”{behind}")


@pytest.mark.parametrize(("count", "behind"), [(6, ""), (7, " 等 7 张")])
def test_six_sheets_are_named(count: int, behind: str) -> None:
    found = [(Sheet(f"表{number}", ""), [(0, 0)]) for number in range(count)]
    for (remark,) in (strange_sheets(found, []), hidden_sheets(found, read=False)):
        assert remark.words["areas"].endswith(f"“表5”（1 格）{behind}")


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ((6, 4), "row"),
        ((7, 2), "column"),
        ((6, 2), "row"),
        ((layout.TABLE_TOP, 2), "column"),
        ((layout.TABLE_TOP - 1, 2), ""),
        ((5, 4), ""),
        ((8, 4), ""),
        ((9, 2), ""),
        ((7, 5), ""),
        ((6, 5), ""),
        ((7, 1), ""),
    ],
)
def test_lines_of_her_own_are_amid_the_table(at: tuple[int, int], line: str) -> None:
    """The table has figures in three rows and two columns between which others stand."""
    places = ("B6", "B8", "B9", "E6", "E8", "E9")
    figures = [Figure(1, Place("甲", each), "1", State.NUMBER) for each in places]
    used = [(row, column) for row in (5, 7, 8) for column in (0, 1, 4)]
    rows, columns = own_lines([at], used, figures)
    assert (rows == [at], columns == [at]) == (line == "row", line == "column")


@both
def test_what_was_written_into_grouped_sheets_is_one_finding(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for name, value in ((OVERVIEW, 23), (DISCLOSURE, 23), (APPLICATIONS, 5)):
            book[name]["P20"] = value

    outcome = checked(balanced(edition), edit)
    both_sheets, other = (each for each in outcome.findings if each.code == "W117")
    assert (both_sheets.sheet, other.sheet) == (OVERVIEW, APPLICATIONS)
    assert f"“{OVERVIEW}”、“{DISCLOSURE}”" in both_sheets.message
    assert "P20（“5”）" in other.message


@both
def test_a_title_may_tell_the_year_of_the_report(edition: str) -> None:
    for year, told in ((YEAR[edition], 0), (YEAR[edition] - 1, 1)):
        title = f"三、收到和处理政府信息公开申请情况（{year}年度）"
        outcome = checked(balanced(edition), put(APPLICATIONS, A1=title))
        assert [each.cell for each in outcome.findings if each.code == "W117"] == ["A1"] * told
