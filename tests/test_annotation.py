"""The marked copy of a workbook, as openpyxl and LibreOffice read it."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from office import converted
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from govxlsx.checking import check
from govxlsx.checking.finding import Finding, Outcome
from govxlsx.checking.rule import Severity
from govxlsx.errors import OutputError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.reading import read_bytes
from govxlsx.report.interchange import parse
from govxlsx.report.model import Notice
from govxlsx.showing.annotation import annotate
from govxlsx.template import workbook

ROOT = Path(__file__).resolve().parent.parent
CASES = ("faults", "2019-fuzhou-bigdata", "2021-suqian-city")
RED, YELLOW, BLUE = "FFFFC7CE", "FFFFE680", "FFD6E8FA"
TABLE = "三、依申请公开"

every_case = pytest.mark.parametrize("case", CASES)


@cache
def source(case: str = "faults") -> bytes:
    data = parse((ROOT / "examples" / case / "data.json").read_bytes())
    return workbook(edition_by_id(data.edition), data)


@cache
def copied(data: bytes) -> bytes:
    return annotate(data, check(read_bytes(data, "a.xlsx")))


def load(data: bytes, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def edited(edit: Callable[[Workbook], None], data: bytes | None = None) -> bytes:
    """Return a workbook as openpyxl leaves it: without stored results."""
    book = load(data or source())
    edit(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_parts(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a package with some parts changed, or made from nothing."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in [*old.namelist(), *(set(parts) - set(old.namelist()))]:
            part = old.read(name) if name in old.namelist() else b""
            new.writestr(name, parts.get(name, bytes)(part))
    return stream.getvalue()


def finding(message: str = "说明", **given: object) -> Finding:
    values = {
        "code": "S301",
        "severity": Severity.ERROR,
        "sheet": TABLE,
        "cell": "J8",
        "field": None,
        "cells": (),
        "fields": (),
        "found": None,
        "expected": None,
        "message": message,
        "fix": "改法",
        **given,
    }
    return Finding(**values)  # type: ignore[arg-type]


def with_findings(*findings: Finding, data: bytes | None = None) -> Workbook:
    return load(annotate(data or source(), Outcome("errors", findings)))


def color(sheet: Worksheet, cell: str) -> str:
    return str(sheet[cell].fill.fgColor.rgb)


def comment(sheet: Worksheet, cell: str) -> str:
    found = sheet[cell].comment
    return "" if found is None else str(found.text)


def rows(book: Workbook) -> list[tuple[object, ...]]:
    return list(book.worksheets[0].iter_rows(min_row=5, values_only=True))


def results_of(data: bytes) -> dict[tuple[str, str], object]:
    """Return the stored result of every formula cell."""
    formulas, values = load(data), load(data, values=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def kept(sheet: Worksheet) -> object:
    """Return what of a sheet must survive, whatever is marked."""
    return (
        sorted(f"{each.type} {each.sqref}" for each in sheet.data_validations.dataValidation),
        sorted(
            f"{area.sqref} {rule.type} {rule.formula}"
            for area in sheet.conditional_formatting
            for rule in area.rules
        ),
        sheet.protection.sheet,
        sorted(str(each) for each in sheet.merged_cells.ranges),
        {key: each.width for key, each in sheet.column_dimensions.items()},
        {key: each.height for key, each in sheet.row_dimensions.items()},
        (sheet.print_area, sheet.print_title_rows, sheet.page_setup.orientation),
        (sheet.page_setup.paperSize, sheet.freeze_panes, sheet.sheet_state),
        {
            cell.coordinate: (cell.value, cell.number_format, cell.protection.locked)
            for row in sheet.iter_rows()
            for cell in row
        },
    )


def test_the_cells_of_findings_are_coloured_and_commented() -> None:
    book = load(copied(source()))
    table = book[TABLE]
    assert color(table, "J8") == RED
    assert comment(table, "J8").startswith("【错误 S301、S302】改 J8：12 → 21，下面 2 处")
    assert "怎么办：" in comment(table, "J8")
    assert table["J8"].border.left.style == "medium"
    assert color(book["二、主动公开"], "B12") == RED
    assert "V204" in comment(book["二、主动公开"], "B12")
    assert (color(table, "H11"), comment(table, "H11")) == (YELLOW, "")
    assert color(table, "F10") == YELLOW
    assert "【提醒 V201】" in comment(table, "F10")
    assert color(table, "D18") in (BLUE, RED)
    assert color(table, "D6") == RED  # a part of the balance that is broken in D30
    assert "D30（S303）" in comment(table, "D6")
    assert table["D6"].border.left.style != "medium"
    assert color(table, "F19") == RED and table["F22"].comment is None


def test_the_strongest_finding_gives_the_colour_and_all_of_them_the_comment() -> None:
    table = with_findings(
        finding("蓝", code="V205", severity=Severity.INFO),
        finding("红"),
        finding("黄", code="V203", severity=Severity.WARNING),
        finding("只是蓝", code="V205", severity=Severity.INFO, cell="D8"),
    )[TABLE]
    assert (color(table, "J8"), color(table, "D8")) == (RED, BLUE)
    assert [word in comment(table, "J8") for word in ("蓝", "红", "黄")] == [True] * 3


def test_comments_are_as_large_as_their_text() -> None:
    short, long = finding("短", cell="D8"), finding("长" * 200, cell="D9")
    copy = annotate(source(), Outcome("errors", (short, long)))
    with zipfile.ZipFile(BytesIO(copy)) as package:
        shapes = package.read("xl/drawings/commentsDrawing1.vml").decode()
    assert re.findall(r"width:(\d+)px", shapes) == ["340", "340"]
    low, high = map(int, re.findall(r"height:(\d+)px", shapes))
    assert low < 60
    assert high > 9 * 16  # 200 characters, 24 a line


def test_the_result_sheet_stands_first_and_lists_what_blocks_first() -> None:
    data = source()
    outcome = check(read_bytes(data, "a.xlsx"))
    book = load(annotate(data, outcome))
    sheet = book.worksheets[0]
    assert (sheet.title, book.active) == (layout.RESULTS, sheet)
    assert sheet["A1"].value == layout.RESULTS
    assert "示范县数据管理局，2024 年度：有错误" in sheet["A2"].value
    assert sheet["A2"].value.startswith(f"错误 {outcome.count(Severity.ERROR)}、提醒 ")
    header = [cell.value for cell in sheet[4]]
    assert header[0] == "说明" and header[-1] == "已作说明"
    found = rows(book)
    leads = [row for row in found if "下面 2 处" in str(row[0])]
    assert [row[3:6:2] for row in leads] == [("S301、S302", each) for each in ("J8", "E9", "G19")]
    singles = [str(row[0]) for row in found if row not in leads]
    assert sorted(singles) == sorted(each.message for each in outcome.findings)
    ranks = [("错误", "提醒", "说明").index(str(row[2])) for row in found]
    assert ranks == sorted(ranks) and ranks[0] == 0
    order = [book.sheetnames.index(str(row[4])) for row in found if row[2] == "错误"]
    assert order == sorted(order)
    assert ("J8", 12, 21) in [row[5:8] for row in found]
    for row in range(5, 5 + len(found)):
        sheet_name, cell = sheet.cell(row, 5).value, sheet.cell(row, 6)
        assert cell.hyperlink.location == f"'{sheet_name}'!{cell.value}"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", f"A4:I{4 + len(found)}")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert [each.title for each in book.worksheets if each.sheet_view.tabSelected] == [sheet.title]


def test_a_workbook_without_findings_says_so() -> None:
    book = load(annotate(source("2021-suqian-city"), Outcome("ok", ())))
    assert "没有错误" in book.worksheets[0]["A2"].value
    assert rows(book)[0][0] == "没有发现问题。"


def test_an_explained_warning_stands_in_its_place_with_its_explanation() -> None:
    warning = {"severity": Severity.WARNING, "code": "V203"}
    book = with_findings(
        finding("甲", cell="D6", explained="已核对台账", **warning), finding("乙", **warning)
    )
    assert [row[0] for row in rows(book)] == ["甲", "乙"]
    assert rows(book)[0][8] == "已核对台账"
    assert "已作说明：已核对台账" in comment(book[TABLE], "D6")


@every_case
def test_everything_else_stays_as_it_was(case: str) -> None:
    data = source(case)
    old, new = load(data), load(copied(data))
    assert new.sheetnames == [layout.RESULTS, *old.sheetnames]
    for sheet in old.worksheets:
        assert kept(new[sheet.title]) == kept(sheet)
    assert old[TABLE].data_validations.dataValidation
    assert len(old[TABLE].conditional_formatting) > 2


@every_case
def test_formulas_keep_their_stored_results(case: str) -> None:
    data = source(case)
    old, new = results_of(data), results_of(copied(data))
    assert old == new
    assert len([name for name, _ in old if name == layout.CONTROL]) > 100
    assert None not in old.values()


def test_results_that_are_text_booleans_and_errors_keep_their_type() -> None:
    kinds = ("str", "b", "e", "str")
    texts = ("甲 ", "1", "#DIV/0!", "_x005F_x000D_")

    def change(part: bytes) -> bytes:
        plain = re.compile(rb'<c r="(\w+)"((?: s="\d+")?)><f>([^<]*)</f><v>[^<]*</v>')
        for kind, text in zip(kinds, texts, strict=True):
            new = f'<c r="\\1"\\2 t="{kind}"><f>\\3 </f><v>{text}</v>'.encode()
            part = plain.sub(new, part, count=1)
            plain = re.compile(plain.pattern.replace(b"([^<]*)</f>", b"([^<]*[^< ])</f>"))
        return part

    data = with_parts(source(), {"xl/worksheets/sheet10.xml": change})
    old = results_of(data)
    assert old == results_of(copied(data))
    assert {"#DIV/0!", True, "甲 "} <= set(old.values())


def test_sums_that_no_spreadsheet_has_calculated_get_the_number_that_was_read() -> None:
    data = edited(lambda _: None, source("2021-suqian-city"))
    assert set(results_of(data).values()) == {None}
    report = read_bytes(data, "a.xlsx")
    table = load(annotate(data, check(report)), values=True)[TABLE]
    calculated = [
        each for each in report.figures.values() if each.at and each.state.value == "summed"
    ]
    for figure in calculated:
        if figure.at.sheet == TABLE:
            assert table[figure.at.cell].value == figure.value
    original = results_of(source("2021-suqian-city"))
    for (sheet, cell), value in original.items():
        if sheet == TABLE:
            assert table[cell].value == value


@every_case
def test_the_copy_reads_as_the_original(case: str) -> None:
    data = source(case)
    before, after = read_bytes(data, "a.xlsx"), read_bytes(copied(data), "a.xlsx")
    assert after.figures == before.figures
    assert (after.agency, after.year) == (before.agency, before.year)
    assert (after.narrative, after.notes) == (before.narrative, before.notes)
    assert not [each for each in after.remarks if each.notice is Notice.UNREAD]
    told = [each for each in check(after).findings if each.code != "W133"]  # that it is a copy
    assert told == list(check(before).findings)


def test_the_same_workbook_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(source())
    program = (
        "import hashlib, pathlib, sys\n"
        "from govxlsx.showing.annotation import annotate\n"
        "from govxlsx.reading import read_bytes\n"
        "from govxlsx.checking import check\n"
        "data = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "copy = annotate(data, check(read_bytes(data, 'a.xlsx')))\n"
        "print(hashlib.sha256(copy).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**os.environ, "PYTHONHASHSEED": "1"},  # here it is another
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    mine = annotate(source(), check(read_bytes(source(), "a.xlsx")))
    assert other.stdout.strip() == hashlib.sha256(mine).hexdigest()
    assert path.read_bytes() == source()


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "#REF!"]
)
def test_text_never_becomes_a_formula(text: str) -> None:
    sheet = with_findings(
        finding(text, fix=text, found=text, expected=text, code=text, explained=text, cell="J8")
    ).worksheets[0]
    for column in (1, 2, 4, 7, 8, 9):
        cell = sheet.cell(5, column)
        assert (cell.data_type, cell.value) == ("s", text)


def test_text_is_cleaned_and_escapes_are_shown_as_they_stand() -> None:
    copy = annotate(source(), Outcome("errors", (finding("a\x00b\x0b\ud800c\ufffe_x000D_<&>"),)))
    sheet = load(copy).worksheets[0]
    assert sheet["A5"].value == "abc_x005F_x000D_<&>"
    assert "abc_x005F_x000D_<&>" in comment(load(copy)[TABLE], "J8")
    long = with_findings(finding("长" * 40_000, found="9" * 33_000)).worksheets[0]
    assert [len(long[cell].value) for cell in ("A5", "G5")] == [32_767, 32_767]


def test_numbers_stay_numbers_unless_a_spreadsheet_would_round_them() -> None:
    book = with_findings(
        finding(found=Decimal("25.10"), expected=10**15, cell="D6"), finding(expected=3)
    )
    assert [row[6:8] for row in rows(book)] == [(25.1, "1000000000000000"), ("（空）", 3)]


def test_findings_without_a_place_are_only_listed() -> None:
    book = with_findings(
        finding("甲", sheet=None, cell=None),
        finding("乙", sheet="没有这张表"),
        finding("丙", cell=None),
        finding("丁", cell="不是地址"),
    )
    assert [row[0] for row in rows(book)] == ["甲", "丙", "丁", "乙"]
    assert [row[4] for row in rows(book)] == ["整个工作簿", TABLE, TABLE, "没有这张表"]
    assert [book.worksheets[0].cell(row, 6).hyperlink for row in range(5, 9)] == [None] * 4
    assert book[TABLE]["J8"].comment is None


def test_links_quote_the_names_of_sheets() -> None:
    def rename(book: Workbook) -> None:
        book[TABLE].title = "三、依申请 'A' 公开"

    book = with_findings(finding(sheet="三、依申请 'A' 公开"), data=edited(rename))
    assert book.worksheets[0]["F5"].hyperlink.location == "'三、依申请 ''A'' 公开'!J8"
    assert color(book["三、依申请 'A' 公开"], "J8") == RED


def test_hidden_sheets_stay_hidden_and_are_not_linked() -> None:
    def hide(book: Workbook) -> None:
        book[TABLE].sheet_state = "veryHidden"

    book = with_findings(finding(), data=edited(hide))
    assert book[TABLE].sheet_state == "veryHidden"
    assert rows(book)[0][4] == f"{TABLE}（隐藏）"
    assert book.worksheets[0]["F5"].hyperlink is None
    assert color(book[TABLE], "J8") == RED


def test_a_copy_of_a_copy_has_both_result_sheets_and_both_comments() -> None:
    once = copied(source())
    twice = load(copied(once))
    assert twice.sheetnames[:2] == ["校验结果 (2)", "校验结果"]
    assert comment(twice[TABLE], "J8").count("【错误 S301】") == 2


def test_comments_that_were_there_are_kept() -> None:
    def remark(book: Workbook) -> None:
        book[TABLE]["J8"].comment = Comment("请张科长核对", "李四")
        book[TABLE]["D11"].comment = Comment("无关", "李四")

    book = with_findings(finding("总计不对"), data=edited(remark))
    assert re.match("请张科长核对\n\n【错误 S301】总计不对", comment(book[TABLE], "J8"))
    assert book[TABLE]["J8"].comment.author == "李四"
    assert comment(book[TABLE], "D11") == "无关"


def test_a_finding_in_a_merged_cell_is_marked_where_the_cell_begins() -> None:
    book = with_findings(
        finding(cell="F8"), data=edited(lambda book: book[TABLE].merge_cells("E8:G8"))
    )
    assert color(book[TABLE], "E8") == RED
    assert "S301" in comment(book[TABLE], "E8")


def test_macros_stay_in_a_workbook_with_macros() -> None:
    def typed(part: bytes) -> bytes:
        part = part.replace(b"spreadsheetml.sheet.main+xml", b"X").replace(
            b"application/vnd.openxmlformats-officedocument.X",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
        override = (
            b'<Override PartName="/xl/vbaProject.bin" '
            b'ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        )
        return part.replace(b"</Types>", override)

    data = with_parts(
        source(), {"[Content_Types].xml": typed, "xl/vbaProject.bin": lambda _: b"macros"}
    )
    with zipfile.ZipFile(BytesIO(copied(data))) as package:
        assert package.read("xl/vbaProject.bin") == b"macros"
        assert b"macroEnabled" in package.read("[Content_Types].xml")
        assert len(package.namelist()) == len(set(package.namelist()))
    with zipfile.ZipFile(BytesIO(copied(source()))) as package:
        assert b"macroEnabled" not in package.read("[Content_Types].xml")


def test_validation_that_newer_programs_keep_in_extensions_stays() -> None:
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14='
        b'"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="0"/></ext><ext uri="{other}"/></extLst></worksheet>'
    )
    data = with_parts(
        source(),
        {"xl/worksheets/sheet5.xml": lambda part: part.replace(b"</worksheet>", extension)},
    )
    with zipfile.ZipFile(BytesIO(copied(data))) as package:
        part = package.read("xl/worksheets/sheet5.xml")
    assert part.count(b"<x14:dataValidations") == 1
    assert b"{other}" in part


DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
"""Nothing of the kind may stand in a part that is written anew."""


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_only_what_is_marked_is_changed() -> None:
    """All else stays to the byte, whether this program knows what it is or not."""
    more = {
        "xl/media/image1.png": lambda _: os.urandom(999),
        "xl/drawings/drawing1.xml": lambda _: DOCTYPE,
        "docProps/custom.xml": lambda _: b"<a>",
        "customXml/item1.xml": lambda _: b"<b/>",
    }
    data = with_parts(source(), more)
    old, new = parts_of(data), parts_of(annotate(data, Outcome("errors", (finding(),))))
    changed = {name for name in old if new[name] != old[name]}
    selected = {name for name in old if b"tabSelected" in old[name]}
    summed = {name for name in old if name == "xl/worksheets/sheet7.xml"}
    assert changed - selected - summed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet5.xml",
    }
    *rest, results = sorted(set(new) - set(old))
    assert rest == [
        "xl/comments1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/worksheets/_rels/sheet5.xml.rels",
    ]
    assert re.fullmatch("xl/worksheets/govxlsx-results-[0-9a-f]{16}.xml", results)


def test_names_of_ranges_stay_with_their_sheets() -> None:
    old, new = load(source()), load(copied(source()))
    for sheet in old.worksheets:
        assert new[sheet.title].print_area == sheet.print_area
        assert new[sheet.title].print_title_rows == sheet.print_title_rows
    assert any(sheet.print_title_rows for sheet in old.worksheets)
    assert new.worksheets[0].print_title_rows == "$4:$4"


def test_boxes_of_other_comments_and_buttons_stay() -> None:
    def remark(book: Workbook) -> None:
        book[TABLE]["D11"].comment = Comment("无关", "李四")
        book[TABLE]["J8"].comment = Comment("改过", "李四")

    data = edited(remark)
    (drawing,) = [name for name in parts_of(data) if name.endswith(".vml")]
    button = b'<br><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="button"/></xml>'
    data = with_parts(data, {drawing: lambda part: part.replace(b"</xml>", button)})
    after = parts_of(annotate(data, Outcome("errors", (finding(),))))[drawing].decode()
    places = re.findall(r"Row>(\d+)</\w+:Row>\s*<\w+:Column>(\d+)<", after)
    assert sorted(places) == [("10", "3"), ("7", "9")]
    assert 'id="button"' in after
    ids = re.findall(r' id="(_x0000_s[^"]+)"', after)
    assert len(ids) == len(set(ids)) == 2


def test_threads_and_signatures_end_as_they_would_hide_or_belie_the_copy() -> None:
    base = b"http://schemas.openxmlformats.org/package/2006/relationships"
    office = b"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    thread = (
        b'<Relationships xmlns="%b"><Relationship Id="rId1" Type="%b" Target="../threads/1.xml"/>'
        b"</Relationships>" % (base, office)
    )
    signed = (
        b'<Relationship Id="s" Type="%b/digital-signature/origin" Target="_xmlsignatures/o.sigs"/>'
        b"</Relationships>" % base
    )
    data = with_parts(
        source(),
        {
            "xl/worksheets/_rels/sheet5.xml.rels": lambda _: thread,
            "_rels/.rels": lambda part: part.replace(b"</Relationships>", signed),
        },
    )
    after = parts_of(annotate(data, Outcome("errors", (finding(),))))
    assert b"threadedComment" not in after["xl/worksheets/_rels/sheet5.xml.rels"]
    assert b"comments1.xml" in after["xl/worksheets/_rels/sheet5.xml.rels"]
    assert b"signature" not in after["_rels/.rels"]


def test_comments_with_a_document_type_are_not_opened() -> None:
    def remark(book: Workbook) -> None:
        book[TABLE]["J8"].comment = Comment("原来的", "李四")

    data = edited(remark)
    (comments,) = [name for name in parts_of(data) if "comment" in name and name.endswith(".xml")]
    report = read_bytes(data, "a.xlsx")
    with pytest.raises(OutputError, match="文档类型声明"):
        faulty = with_parts(data, {comments: lambda _: DOCTYPE})
        annotate(faulty, Outcome("errors", (finding(),)), report)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("xl/worksheets/sheet9.xml", b"<sheetData>", b"<sheetData>" + b"<row/>" * (1 << 20)),
        ("[Content_Types].xml", b"</Types>", b"<Types>"),
        ("xl/styles.xml", b"cellXfs", b"cellXYZ"),
        ("xl/worksheets/sheet5.xml", b"<mergeCell ref=", b'<mergeCell ref="?" a='),
    ],
    ids=["size", "types", "styles", "merge"],
)
def test_what_cannot_be_copied_is_refused_in_one_sentence(
    name: str, old: bytes, new: bytes
) -> None:
    data = with_parts(source(), {name: lambda part: part.replace(old, new)})
    with pytest.raises(OutputError, match=r"没能生成标注副本：.*校验结果不受影响") as caught:
        annotate(data, Outcome("errors", (finding(),)), read_bytes(source(), "a.xlsx"))
    assert str(caught.value).count("。") == 1


def test_cells_that_are_not_there_are_made_in_their_place() -> None:
    def bare(part: bytes) -> bytes:
        """Return a sheet without its ninth row, most of its rows without their numbers."""
        part = re.sub(rb'<row r="9".*?</row>', b"", part, flags=re.DOTALL)
        return re.sub(rb'<row r="(?!10")\d+"', b"<row", part)

    data = with_parts(source(), {"xl/worksheets/sheet5.xml": bare})
    outcome = Outcome("errors", (finding(cell="Z9"), finding(cell="B9"), finding(cell="Z8")))
    table = load(annotate(data, outcome, read_bytes(source(), "a.xlsx")))[TABLE]
    assert [color(table, each) for each in ("Z9", "B9", "Z8")] == [RED] * 3
    assert table["A10"].value == load(source())[TABLE]["A10"].value


def test_strict_workbooks_are_not_copied() -> None:
    def strict(part: bytes) -> bytes:
        return part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )

    data = with_parts(source(), {"xl/workbook.xml": strict})
    with pytest.raises(OutputError, match="内部写法特殊"):
        annotate(data, Outcome("errors", (finding(),)), read_bytes(source(), "a.xlsx"))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A workbook and its copy as LibreOffice saves them."""
    books = {"a": source(), "copy": copied(source())}
    return converted(tmp_path_factory.mktemp("office"), "xlsx", books)


def test_a_workbook_that_libreoffice_has_saved_is_copied(saved: dict[str, bytes]) -> None:
    given = saved["a"]
    copy = copied(given)
    old, new = load(given), load(copy)
    for sheet in old.worksheets:
        assert kept(new[sheet.title]) == kept(sheet)
    assert results_of(copy) == results_of(given)
    assert (color(new[TABLE], "J8"), new.sheetnames[0]) == (RED, layout.RESULTS)
    assert read_bytes(copy, "a.xlsx").figures == read_bytes(given, "a.xlsx").figures


def test_libreoffice_keeps_every_mark_of_the_copy(saved: dict[str, bytes]) -> None:
    again = load(saved["copy"])
    assert again.sheetnames[0] == layout.RESULTS
    assert color(again[TABLE], "J8") == RED
    assert "S301" in comment(again[TABLE], "J8")
    assert again.worksheets[0]["F5"].hyperlink.location
    assert again[TABLE].data_validations.dataValidation
