from __future__ import annotations

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from word_reports import BOTH, opened, parts, report, with_figures

from govxlsx.form.grid import grid
from govxlsx.report.figure import Figure
from govxlsx.word import deliver

FONTS = ("eastAsia", "ascii", "hAnsi", "cs")
FIVE, SMALL_FOUR = Pt(10.5), Pt(12)


@BOTH
def test_tables_are_156_mm_wide_with_explicit_widths(edition: str) -> None:
    for table in opened(report(edition)).tables:
        width = table._tbl.tblPr.find(qn("w:tblW"))
        assert int(width.get(qn("w:w"))) == pytest.approx(Mm(156).twips, abs=1)
        columns = [column.width.twips for column in table.columns]
        assert sum(columns) == int(width.get(qn("w:w")))
        assert table.autofit is False
        for row in table._tbl.tr_lst:
            widths = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst]
            assert sum(widths) == sum(columns)


def test_columns_of_parts_three_and_four_have_their_proportions() -> None:
    _, three, four = opened(report()).tables
    shares = (23, 57, 137, 38, 47, 47, 66, 57, 38, 62)
    for column, share in zip(three.columns, shares, strict=True):
        assert column.width.mm == pytest.approx(156 * share / sum(shares), abs=0.05)
    assert all(column.width.mm == pytest.approx(10.4, abs=0.05) for column in four.columns)
    for edge in ("left", "right"):
        margin = four._tbl.tblPr.find(f"{qn('w:tblCellMar')}/{qn(f'w:{edge}')}")
        assert int(margin.get(qn("w:w"))) <= Mm(0.5).twips


@BOTH
def test_header_rows_repeat_and_rows_do_not_split(edition: str) -> None:
    given = report(edition)
    for table, drawn in zip(opened(given).tables, given.form.tables, strict=True):
        header = grid(given.form, drawn.id).header_height
        for number, row in enumerate(table._tbl.tr_lst):
            assert row.trPr.find(qn("w:cantSplit")) is not None
            assert (row.trPr.find(qn("w:tblHeader")) is not None) == (number < header)


@BOTH
def test_part_three_fits_one_page_with_its_title(edition: str) -> None:
    document = opened(report(edition))
    three = document.tables[1]
    title = next(p for p in document.paragraphs if p.text.startswith("三、收到"))
    borders = 10 * (len(three.rows) + 1)
    height = sum(row.height.twips for row in three.rows) + borders
    assert title.paragraph_format.page_break_before
    assert height + Pt(28.9 + 6).twips <= Mm(225).twips


@BOTH
def test_every_run_names_its_faces(edition: str) -> None:
    document = opened(report(edition), draft=True)
    section = document.sections[0]
    margins = (section.header, section.even_page_header, section.footer, section.even_page_footer)
    runs = [run for part in (document, *margins) for run in part._element.iter(qn("w:r"))]
    assert len(runs) > 300
    for run in runs:
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert all(fonts.get(qn(f"w:{name}")) for name in FONTS)


def test_faces_follow_the_level_of_the_text() -> None:
    faces = {
        run.text: (
            run._r.rPr.rFonts.get(qn("w:eastAsia")),
            run._r.rPr.rFonts.get(qn("w:ascii")),
        )
        for paragraph in opened(report()).paragraphs
        for run in paragraph.runs
    }
    latin = "Times New Roman"
    assert faces["永宁市档案局"] == ("方正小标宋简体", latin)
    assert faces["一、总体情况"] == ("黑体", latin)
    assert faces["（一）主动公开"] == ("楷体_GB2312", latin)
    assert faces["（二）依申请公开。"] == ("楷体_GB2312", latin)
    assert faces["全年新收申请3件。"] == ("仿宋_GB2312", latin)
    assert faces["1.完善制度"] == ("仿宋_GB2312", latin)
    assert faces["全年公开信息12条。"] == ("仿宋_GB2312", latin)


def test_headings_are_heading_styles_and_running_text_is_not() -> None:
    document = opened(report())
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["（一）主动公开"] == "Heading 2"
    assert styles["1.完善制度"] == "Heading 3"
    assert styles["（二）依申请公开。全年新收申请3件。"] == "Body Text"
    assert styles["2.开展培训。全年培训2次。"] == "Body Text"
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        assert style.paragraph_format.keep_with_next
        assert style.font.color.rgb is None
        outline = style.element.pPr.find(qn("w:outlineLvl"))
        assert outline.get(qn("w:val")) == str(level - 1)


def test_page_follows_the_standard() -> None:
    section = opened(report()).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    margins = (
        section.top_margin.mm,
        section.left_margin.mm,
        section.bottom_margin.mm,
        section.right_margin.mm,
    )
    assert margins == pytest.approx((37, 28, 35, 26), abs=0.05)
    document_grid = section._sectPr.find(qn("w:docGrid"))
    assert document_grid.get(qn("w:type")) == "linesAndChars"
    line = int(document_grid.get(qn("w:linePitch"))) / 20
    character = 16 + int(document_grid.get(qn("w:charSpace"))) / 4096
    text = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    assert line == 28.9
    assert character == pytest.approx(15.8, abs=0.05)
    assert 28 * character <= text < 29 * character
    assert 22 * line <= Mm(225).pt < 23 * line


def test_sizes_and_lines_of_the_styles() -> None:
    styles = opened(report()).styles
    assert styles["Title"].font.size == Pt(22)
    for name in ("Body Text", "Heading 1", "Heading 2", "Heading 3"):
        assert styles[name].font.size == Pt(16)
        assert styles[name].paragraph_format.line_spacing == Pt(28.9)
        indent = styles[name].element.pPr.ind
        assert indent.get(qn("w:firstLineChars")) == "200"
        assert styles[name].paragraph_format.first_line_indent.pt == pytest.approx(31.5, abs=0.2)
    for name in ("表格项目", "表格标题", "表格数字", "表注"):
        assert FIVE <= styles[name].font.size <= SMALL_FOUR
        assert styles[name].element.pPr.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"
    assert len(styles) < 20


def test_page_number_is_right_on_odd_pages_and_left_on_even_ones() -> None:
    document = opened(report())
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert paragraph.alignment.name == side.upper()
        assert getattr(paragraph.paragraph_format, f"{side}_indent") == Pt(14)
        assert paragraph.style.font.size == Pt(14)
        field = "".join(each.text for each in paragraph._p.iter(qn("w:instrText")))
        assert field == "PAGE"
        for run in paragraph.runs:
            assert run._r.rPr.rFonts.get(qn("w:ascii")) == "宋体"
    middle = section.footer_distance.mm + 16 * 25.4 / 72 / 2
    assert 35 - middle == pytest.approx(7, abs=0.1)


def test_a_draft_is_marked_on_every_page_and_a_clean_report_on_none() -> None:
    drafts, clean = (opened(report(), draft=draft).sections[0] for draft in (True, False))
    assert [h.paragraphs[0].text for h in (drafts.header, drafts.even_page_header)] == [
        "草　稿",
        "草　稿",
    ]
    assert clean.header.is_linked_to_previous
    assert clean.even_page_header.is_linked_to_previous
    assert not any("草" in part.decode() for part in parts(deliver(report())).values())


@pytest.mark.parametrize("digits", range(1, 10))
def test_a_long_figure_fits_its_narrow_cell_on_one_line(digits: int) -> None:
    value = int("1234567890"[:digits])
    given = with_figures(report(), proceedings__reconsideration__upheld=Figure(value, None))
    table = opened(given).tables[2]
    (run,) = table.cell(3, 0).paragraphs[0].runs
    scale = run._r.rPr.find(qn("w:w"))
    share = 1 if scale is None else int(scale.get(qn("w:val"))) / 100
    size = run.font.size or FIVE
    assert 0.64 * digits * size.pt * share <= table.columns[0].width.pt - Mm(0.5).pt + 0.1
    if digits <= 4:
        assert (share, size) == (1, FIVE)
