from dataclasses import replace
from decimal import Decimal

import docx
from docx.document import Document
from docx.oxml.ns import qn
from word_reports import AGENCY, BOTH, opened, report, with_figures

from govxlsx.form.grid import grid
from govxlsx.report.figure import Figure, Paragraph, State
from govxlsx.report.model import Agency
from govxlsx.word import opening


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@BOTH
def test_title_opening_and_six_titles_stand_in_order(edition: str) -> None:
    given = report(edition)
    document = opened(given)
    styled = [(p.style.name, p.text) for p in document.paragraphs]
    assert styled[:2] == [
        ("Title", "永宁市档案局"),
        ("Title", f"{given.year}年政府信息公开工作年度报告"),
    ]
    assert styled[2][0] == "Body Text"
    titles = [text for style, text in styled if style == "Heading 1"]
    assert titles == [part.title for part in given.form.parts]


@BOTH
def test_tables_hold_every_label_and_figure_of_the_form(edition: str) -> None:
    given = report(edition)
    document = opened(given)
    assert len(document.tables) == 3
    for table, drawn in zip(document.tables, given.form.tables, strict=True):
        rows = [row.cells for row in table.rows]
        for box in grid(given.form, drawn.id).boxes:
            wanted = given.figures[box.field].text if box.field else box.text
            for row in range(box.row, box.row + box.rows):
                for column in range(box.column, box.column + box.columns):
                    assert rows[row][column].text == wanted


@BOTH
def test_the_opening_tells_basis_parts_period_place_and_contact(edition: str) -> None:
    given = report(edition)
    printed = texts(opened(given))
    text = "\n".join(printed[2 : printed.index("一、总体情况")])
    wanted = (
        "《中华人民共和国政府信息公开条例》",
        given.form.basis.title,
        given.form.basis.number,
        *(part.name for part in given.form.parts),
        f"{given.year}年1月1日至12月31日",
        f"发布网址：{AGENCY.website}\n",
        f"地址：{AGENCY.address}",
        f"邮编：{AGENCY.postcode}",
        f"电话：{AGENCY.phone}",
        f"电子邮箱：{AGENCY.email}",
    )
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)


def test_what_is_blank_is_left_out_of_the_opening() -> None:
    some = replace(report(), agency=Agency(name="永宁市档案局", phone="0123-1234567"))
    text, *contact = opening.paragraphs(some)
    assert contact == ["如对本报告有疑问，请与永宁市档案局联系。", "电话：0123-1234567"]
    assert "网址" not in text
    (text,) = opening.paragraphs(replace(report(), agency=Agency(name="永宁市档案局")))
    assert text.endswith("1月1日至12月31日。")


def test_a_draft_may_lack_year_and_agency() -> None:
    document = opened(replace(report(), year=None, agency=Agency()), draft=True)
    assert texts(document)[0] == "政府信息公开工作年度报告"
    assert "None" not in texts(document)[1]


def test_the_agencys_own_opening_stands_verbatim() -> None:
    own = (Paragraph("（一）按要求编制。"), Paragraph("  联系电话：123  "))
    given = replace(report(), narrative={**report().narrative, "preamble": own})
    document = opened(given)
    assert texts(document)[2:5] == ["（一）按要求编制。", "  联系电话：123  ", "一、总体情况"]
    assert document.paragraphs[2].style.name == "Body Text"


def test_notes_stand_below_their_tables() -> None:
    marked = {"三": Paragraph("注：含结转。"), "四": Paragraph("含上年度。\n另见附件。")}
    document = opened(replace(report(), notes=marked))
    body = [child for child in document.element.body if child.tag != qn("w:sectPr")]
    tables = [place for place, child in enumerate(body) if child.tag == qn("w:tbl")]
    after = [docx.text.paragraph.Paragraph(body[place + 1], document) for place in tables]
    assert [p.text for p in after] == [
        "三、收到和处理政府信息公开申请情况",
        "注：含结转。",
        "注：含上年度。\n另见附件。",
    ]
    assert after[1].style.name == "表注"


def test_a_part_without_text_has_only_its_title() -> None:
    bare = replace(report(), agency=Agency(name="永宁市档案局"), narrative={}, notes={})
    assert texts(opened(bare))[3:] == [part.title for part in report().form.parts]


def test_figures_print_as_they_are_stored() -> None:
    given = with_figures(
        report(),
        disclosure__fees__amount=Figure(Decimal("18.8710"), None),
        disclosure__licensing__decisions=Figure(11398889, None),
        applications__received__natural_person=Figure(None, None, state=State.BLANK),
        applications__received__enterprise=Figure(0, None),
        applications__received__total=Figure(None, None, "22（含3件）", State.ANNOTATED),
        proceedings__reconsideration__upheld=Figure(None, None, "a\tb\n c", State.TEXT),
    )
    two, three, four = opened(given, draft=True).tables
    assert two.cell(13, 1).text == "18.871"
    assert two.cell(6, 1).text == "11398889"
    assert [three.cell(3, column).text for column in (3, 4, 9)] == ["", "0", "22（含3件）"]
    assert four.cell(3, 0).text == "a\tb\n c"


def test_an_amount_keeps_the_unit_of_its_own() -> None:
    given = with_figures(
        report("2019"),
        disclosure__procurement__amount=Figure(251000, None, "251000元", unit="元"),
    )
    assert opened(given).tables[0].cell(17, 2).text == "251000元"


def test_hard_text_survives() -> None:
    lines = [
        "emoji 😀🏛️ <b>&amp;</b> ]]> “引号”——……",
        "控制\x0b字符\x00与\ufffe代理\ud800",
        "　前后空格  ",
        "制表\t符",
        "长" * 32_767,
        "x" * 2_000,
        *(f"第{n}段" for n in range(200)),
    ]
    given = replace(report(), narrative={"overview": tuple(map(Paragraph, lines))})
    printed = texts(opened(given))
    start = printed.index("一、总体情况") + 1
    lines[1] = "控制字符与代理"
    assert printed[start : start + len(lines)] == lines
