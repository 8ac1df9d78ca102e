from dataclasses import replace

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from word_reports import AGENCY, BOTH, opened, parts, report, with_figures

from govxlsx.form.grid import grid
from govxlsx.report import narrative
from govxlsx.report.figure import Figure, Paragraph
from govxlsx.report.model import Agency
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
    number = section.footer_distance + Pt(8)  # the middle of its line
    assert (section.bottom_margin - number) / Mm(1) == pytest.approx(7, abs=0.05)


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
        "草稿",
        "草稿",
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


def _tables(given):
    """Return each part of the form that has a table, with its table."""
    parts = [part for part in given.form.parts if part.table]
    return list(zip(parts, given.form.tables, strict=True))


def _setting(table) -> set[tuple[str, str]]:
    """Return the size and the width of every figure's run of a table."""
    runs = [run for cell in table._tbl.iter(qn("w:tc")) for run in cell.iter(qn("w:r"))]
    found = set()
    for run in runs:
        if (run.findtext(qn("w:t")) or "").isdigit():
            size, scale = run.rPr.find(qn("w:sz")), run.rPr.find(qn("w:w"))
            found.add(
                tuple("" if each is None else each.get(qn("w:val")) for each in (size, scale))
            )
    return found


@BOTH
@pytest.mark.parametrize("digits", [1, 5, 10, 12])
def test_figures_of_a_table_have_one_size_and_stand_on_one_line(edition: str, digits: int) -> None:
    given = report(edition)
    value = int("123456789012"[:digits])
    ids = [next(each.fields(part.numeral)).id for part, each in _tables(given)]
    one = {field: Figure(value, None) for field in ids}
    for table in opened(replace(given, figures={**given.figures, **one})).tables:
        ((size, scale),) = _setting(table)
        share = int(scale or 100) / 100 * int(size or 21) / 2
        narrowest = min(column.width.pt for column in list(table.columns)[-7:])
        assert 0.64 * digits * share <= narrowest - Mm(0.5).pt + 0.2


def test_a_smaller_table_has_its_labels_as_small() -> None:
    table = opened(
        with_figures(report(), applications__received__natural_person=Figure(10**9, None))
    ).tables[1]
    sizes = {run.rPr.find(qn("w:sz")).get(qn("w:val")) for run in table._tbl.iter(qn("w:r"))}
    assert len(sizes) == 1


@BOTH
@pytest.mark.parametrize("lines", [1, 3, 5, 8])
def test_a_note_below_part_three_has_its_room(edition: str, lines: int) -> None:
    note = Paragraph("\n".join(["本年度申请数量较上年增加。"] * lines))
    table = opened(replace(report(edition), notes={"三": note})).tables[1]
    height = sum(row.height.twips for row in table.rows) + 10 * (len(table.rows) + 1)
    assert height + Pt(28.9 + 6 + 16 * lines).twips <= Mm(225).twips


def test_a_note_too_long_for_a_page_leaves_no_single_line() -> None:
    note = Paragraph("\n".join(["本年度申请数量较上年增加。"] * 40))
    document = opened(replace(report(), notes={"三": note}))
    assert document.styles["表注"].paragraph_format.widow_control


@BOTH
def test_the_table_of_part_two_never_splits(edition: str) -> None:
    rows = opened(report(edition)).tables[0]._tbl.tr_lst
    assert all(
        p.pPr.find(qn("w:keepNext")) is not None for row in rows for p in row.iter(qn("w:p"))
    )
    (*kept, last) = opened(replace(report(edition), notes={})).tables[0]._tbl.tr_lst
    assert all(
        p.pPr.find(qn("w:keepNext")) is not None for row in kept for p in row.iter(qn("w:p"))
    )
    assert not list(last.iter(qn("w:keepNext")))


def test_headings_are_centred_and_the_names_of_rows_are_not() -> None:
    two, three, _ = opened(report()).tables
    drawn = {
        cell.text.partition("（")[0]: cell.paragraphs[0].style.name
        for table in (two, three)
        for row in table.rows
        for cell in row.cells
    }
    centred = ("规章", "行政许可", "自然人", "三、本年度办理结果")
    left = ("一、本年新收政府信息公开申请数量", "1.属于国家秘密", "四、结转下年度继续办理")
    assert {drawn[each] for each in centred} == {"表格标题"}
    assert {drawn[each] for each in left} == {"表格项目"}


@BOTH
def test_a_page_may_end_below_a_header_that_repeats(edition: str) -> None:
    header, *rows = (
        [p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p"))]
        for row in opened(report(edition)).tables[1]._tbl.tr_lst
    )
    assert all(header)
    assert [any(row) for row in rows[2:-1]] == [False] * len(rows[2:-1])


def _first_table(lines: int) -> int:
    text = {"preamble": (Paragraph("字"),), "overview": (Paragraph("字"),) * lines}
    given = replace(report(), agency=Agency(name="永宁市档案局"), narrative=text, notes={})
    return sum(row.height.twips for row in opened(given).tables[0].rows)


def test_the_first_table_is_lower_where_that_saves_half_a_page() -> None:
    assert _first_table(0) == 5600
    assert _first_table(3) == 5600
    assert 3360 <= _first_table(7) < 5600
    assert _first_table(14) == 5600


def test_a_heading_in_running_text_stands_in_the_outline() -> None:
    levels = {}
    for paragraph in opened(report()).paragraphs:
        outline = paragraph._p.pPr.find(qn("w:outlineLvl"))
        levels[paragraph.text] = None if outline is None else outline.get(qn("w:val"))
    assert levels["（二）依申请公开。全年新收申请3件。"] == "1"
    assert levels["2.开展培训。全年培训2次。"] == "2"
    assert levels["全年公开信息12条。"] is None


def test_a_numbered_sentence_alone_is_text() -> None:
    text = "（一）收费情况\n没有收费。\n（二）除上述情况外，本年度没有其他需要报告的事项。"
    given = replace(report(), narrative={"other": tuple(narrative.paragraphs(text))})
    styles = {p.text: (p.style.name, p.runs[0]) for p in opened(given).paragraphs}
    style, run = styles[text.splitlines()[-1]]
    assert style == "Body Text"
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert styles["（一）收费情况"][0] == "Heading 2"


def test_the_opening_is_justified_and_a_long_address_stands_on_one_line() -> None:
    site = "http://www.yongning.gov.cn/zwgk/gkml/nb/2026/index.html"
    document = opened(replace(report(), agency=replace(AGENCY, website=site)))
    texts = [p.text for p in document.paragraphs]
    opening = document.paragraphs[2 : texts.index("一、总体情况")]
    assert {p.alignment for p in opening} == {None}
    (line,) = [p for p in opening if site in p.text]
    scales = {int(each.get(qn("w:val"))) / 100 for each in line._p.iter(qn("w:w"))}
    (scale,) = scales
    assert (2 + 8 + scale * 0.55 * len(site)) <= 28


def test_telephone_numbers_hold_together_and_only_hidden_signs_are_added() -> None:
    text = "请与本机关联系，电话0527-84368000，网址http://www.yongning.gov.cn/zwgk-nb/2026/。" * 3
    given = replace(report(), narrative={"preamble": (Paragraph(text),)})
    (paragraph,) = [p for p in opened(given).paragraphs if p.text == text]
    assert len(list(paragraph._p.iter(qn("w:noBreakHyphen")))) == 3
    hidden = list(paragraph._p.iter(qn("w:sym")))
    assert len(hidden) == 3 * 5
    for each in hidden:
        assert each.getparent().rPr.find(qn("w:vanish")) is not None


def test_an_address_longer_than_a_line_ends_it_where_programs_may() -> None:
    text = f"请查阅http://www.yongning.gov.cn/{'zwgk/' * 20}index.html。"
    given = replace(report(), narrative={"other": (Paragraph(text),)})
    (paragraph,) = [p for p in opened(given).paragraphs if p.text == text]
    assert list(paragraph._p.iter(qn("w:sym"), qn("w:w"))) == []
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.LEFT, "what is in front would be torn apart"


@pytest.mark.parametrize(
    "lines",
    [
        ("永宁市档案局",),
        ("某市市场监督管理局", "（某市知识产权局）某某分局"),
        ("内蒙古自治区呼伦贝尔市", "鄂伦春自治旗住房和城乡建设局"),
        ("甲市乙自治县人民政府政务服务和数据管理局", "（甲市乙自治县行政审批服务管理局）"),
        (
            "新疆维吾尔自治区伊犁哈萨克自治州",
            "察布查尔锡伯自治县人民政府办公室",
            "（县政务服务和大数据管理局、",
            "县行政审批局）信访工作联席会议办公室",
        ),
        ("字" * 15,) * 3,
    ],
)
def test_a_long_title_is_broken_where_words_end(lines: tuple[str, ...]) -> None:
    document = opened(replace(report(), agency=replace(AGENCY, name="".join(lines))))
    assert document.paragraphs[0].text == "\n".join(lines)
